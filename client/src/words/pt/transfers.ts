import type { transfers as english } from '../en/transfers.ts'
import type { Same } from '../same.ts'

export const transfers: Same<typeof english> = {
  from: 'Da conta',
  arrives: 'Chega',
  useRate: 'Usar {{amount}}',
  moreFields: 'Membro, etiquetas, notas',
  join: 'Fazer transferência',
  joined: 'Os dois movimentos são agora uma transferência',
  separate: 'Separar em dois',
  separated: 'A transferência são agora dois movimentos',
  notOne: 'Não é transferência',
  keptApart: 'Não volta a ser sugerido como transferência',
  maybe_one: '{{count, number}} possível transferência',
  maybe_other: '{{count, number}} possíveis transferências',
  maybeWith: 'Talvez uma transferência, com',
  pairsTitle: 'Possíveis transferências',
  pairsWords: 'O mesmo valor sai de uma conta e entra noutra em poucos dias.',
  morePairs_one: 'e mais {{count, number}}',
  morePairs_other: 'e mais {{count, number}}',
  noPairs: 'Não há mais.',
  swap: 'Trocar as contas',
}
