import type { conflicts as english } from '../en/conflicts.ts'
import type { Same } from '../same.ts'

export const conflicts: Same<typeof english> = {
  title: 'Conflitos',
  badge_one: '{{count, number}} conflito',
  badge_other: '{{count, number}} conflitos',
  words:
    'Dois dispositivos alteraram a mesma coisa sem saberem um do outro. Um valor está no livro, o outro espera aqui até que alguém escolha.',
  none: 'Sem conflitos',
  noneWords: 'Tudo o que foi alterado em vários dispositivos condiz.',
  more_one: 'e mais {{count, number}}',
  more_other: 'e mais {{count, number}}',
  select: 'Selecionar {{name}}',
  selectAll: 'Selecionar tudo',
  selected_one: '{{count, number}} selecionado',
  selected_other: '{{count, number}} selecionados',
  keepAll: 'Manter o que está',
  takeAll: 'Usar os outros',
  back: 'Todos os conflitos',
  gone: 'Nada a resolver aqui',
  goneWords: 'Este registo não tem conflito, ou alguém já o resolveu.',
  standing: 'Está no livro',
  other: 'À espera',
  third: 'Outra coisa',
  formWords:
    'Indique-o no formulário do movimento. O que guardar fica no livro; depois resolva.',
  form: 'Abrir o formulário',
  placeWords:
    'Altere o registo no sítio dele e volte aqui para manter o que está.',
  place: 'Ir para lá',
  thirdOf: 'Outro valor para {{field}}',
  keptWords: 'O registo fica, com o que nele foi alterado',
  deletedWords: 'O registo é apagado',
  settle: 'Resolver',
  settled: 'Resolvido',
  settledMany_one: '{{count, number}} registo resolvido',
  settledMany_other: '{{count, number}} registos resolvidos',
  unlike: 'Tem de ser um valor em dinheiro.',
  open: 'Resolver o conflito',
  readOnly: 'Neste livro só pode ver: escolhe quem o pode editar.',
  waits: 'Outro valor espera ao lado do que aqui está.',
}
