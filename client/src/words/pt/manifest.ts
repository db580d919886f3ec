import type { manifest as english } from '../en/manifest.ts'
import type { Same } from '../same.ts'

export const manifest: Same<typeof english> = {
  description:
    'O dinheiro de uma casa em todos os seus dispositivos, com ou sem rede',
  addExpense: 'Nova despesa',
  addIncome: 'Nova receita',
  quickAdd: 'Adicionar depressa',
  scan: 'Fotografar um recibo',
}
