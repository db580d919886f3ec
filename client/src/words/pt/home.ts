import type { home as english } from '../en/home.ts'
import type { Same } from '../same.ts'

export const home: Same<typeof english> = {
  title: 'Início',
  income: 'Receitas',
  spent: 'Gasto',
  left: 'Resta',
  lastMonths: 'Gasto nos últimos doze meses',
  month: 'Mês',
  asTable: 'Ver como tabela',
  asChart: 'Ver como gráfico',
  byCategory: 'Para onde foi este mês',
  latest: 'Últimos',
  seeAll: 'Ver tudo',
  emptyTitle: 'Ainda nada escrito',
  emptyWords:
    'Adicione a primeira despesa, ou traga um ficheiro do seu banco ou do sistema anterior.',
  nothingSpent: 'Ainda nada gasto',
  addFirst: 'Adicionar uma despesa',
  bringFile: 'Trazer um ficheiro',
}
