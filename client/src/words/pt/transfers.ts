import type { transfers as english } from '../en/transfers.ts'
import type { Same } from '../same.ts'

export const transfers: Same<typeof english> = {
  from: 'Da conta',
  arrives: 'Chega',
  moreFields: 'Membro, etiquetas, notas',
  swap: 'Trocar as contas',
}
