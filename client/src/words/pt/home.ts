import type { home as english } from '../en/home.ts'
import type { Same } from '../same.ts'

export const home: Same<typeof english> = {
  title: 'Início',
  income: 'Receitas',
  spent: 'Gasto',
  left: 'Resta',
  saved: 'Poupado',
  daysLeft_one: 'o último dia',
  daysLeft_other: 'faltam {{count, number}} dias',
  changeOn: '{{amount}} vs. {{name}}',
  asIn: 'como em {{name}}',
  points_one: '{{points}} ponto',
  points_other: '{{points}} pontos',
  safe: 'Pode gastar',
  aDay: 'por dia',
  safeFree_one: '{{amount}} para o último dia:',
  safeFree_other: '{{amount}} para {{count, number}} dias:',
  safeLacks: 'Faltam {{amount}}:',
  safeOf_income: 'restam {{left}} do que entrou e vai entrar.',
  safeOf_budget: 'restam {{left}} do orçamento para tudo.',
  safeOf_income_due:
    'restam {{left}} do que entrou e vai entrar, menos {{due}} por pagar.',
  safeOf_budget_due:
    'restam {{left}} do orçamento para tudo, menos {{due}} por pagar.',
  safeUnknown:
    'Com uma receita este mês, ou um orçamento para todos os gastos, aparece aqui.',
  nothingComes: 'Nada nos próximos 30 dias',
  inAccounts: 'Nas contas',
  withoutSome_one: 'sem uma que não tem câmbio',
  withoutSome_other: 'sem {{count, number}} que não têm câmbio',
  moreAccounts_one: 'e mais {{count, number}}',
  moreAccounts_other: 'e mais {{count, number}}',
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
