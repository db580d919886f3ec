import type { capture as english } from '../en/capture.ts'
import type { Same } from '../same.ts'

export const capture: Same<typeof english> = {
  title: 'Adicionar depressa',
  quick: 'Adicionar depressa, por palavras',
  line: 'Escreva por palavras suas',
  hint: '12,50 almoço @dinheiro #trabalho ontem',
  keysHint: 'Enter adiciona, Shift Enter começa outra linha',
  example1: 'recebi 1500 salário dia 5',
  example2: 'gastei 20 no mercado ontem',
  example3: 'transferi 200 do banco para a poupança',
  examples: 'Também pode escrever',
  understood: 'O que se entendeu',
  lines: 'O que sai de cada linha',
  lineOf: 'Linha {{number}}: {{text}}',
  change: '{{part}}: {{value}}. Mudar',
  missing: 'não dito',
  nextLine: 'Outra linha',
  allFields: 'Todos os campos',
  addOne: 'Adicionar',
  addMany_one: 'Adicionar {{count, number}}',
  addMany_other: 'Adicionar {{count, number}}',
  added: 'Adicionado: {{name}}',
  addedMany_one: 'Adicionado {{count, number}} movimento',
  addedMany_other: 'Adicionados {{count, number}} movimentos',
  addedNow: 'Acabado de adicionar',
  waiting_one:
    'Há mais {{count, number}} linha em baixo, à espera de que estas entrem.',
  waiting_other:
    'Há mais {{count, number}} linhas em baixo, à espera de que estas entrem.',
}
