import type { files as english } from '../en/files.ts'
import type { Same } from '../same.ts'

export const files: Same<typeof english> = {
  title: 'Ficheiros',
  importTitle: 'Trazer um ficheiro',
  importWords:
    'O ficheiro JSON que o sistema anterior guarda. Trazer o mesmo ficheiro duas vezes não duplica nada.',
  choose: 'Escolher um ficheiro',
  drop: 'ou largue-o aqui',
  reading: 'A ler {{name}}',
  progress: '{{read}} registos, {{added}} adicionados',
  cancelled:
    'Parado. O que foi adicionado fica; o mesmo ficheiro traz o resto.',
  done: '{{name}} está no seu livro',
  added_one: '{{count, number}} adicionado',
  added_other: '{{count, number}} adicionados',
  known_one: '{{count, number}} já cá estava',
  known_other: '{{count, number}} já cá estavam',
  changed_one: '{{count, number}} é diferente aqui e fica como está',
  changed_other: '{{count, number}} são diferentes aqui e ficam como estão',
  deletedBefore_one:
    '{{count, number}} foi apagado aqui antes e continua apagado',
  deletedBefore_other:
    '{{count, number}} foram apagados aqui antes e continuam apagados',
  skipped_one: '{{count, number}} está marcado como apagado no ficheiro',
  skipped_other: '{{count, number}} estão marcados como apagados no ficheiro',
  unreadable_one: '{{count, number}} não pôde ser lido',
  unreadable_other: '{{count, number}} não puderam ser lidos',
  row: 'Linha',
  reason: 'Porquê',
  found: 'O que diz',
  notAnExport:
    '{{name}} não é um ficheiro do sistema anterior: esperava-se uma lista de registos com type, price e createdAt. Começa por: {{found}}',
  'why_not-a-record': 'Não é um registo',
  'why_no-id': 'Não tem id',
  'why_unknown-type': 'O tipo não é income nem outcome',
  'why_not-an-amount': 'O preço falta ou não é um número',
  'why_not-a-date': 'A data falta ou não se consegue ler',
  'why_too-long': 'Um texto é demasiado longo',
  why_deleted: 'Marcado como apagado',
  exportTitle: 'Leve tudo consigo',
  exportWords:
    'O livro inteiro num ficheiro JSON. Para exportar menos, filtre os movimentos e exporte lá.',
  exportAll: 'Exportar tudo em JSON',
  exported: '{{name}} foi guardado',
  showThem: 'Ver movimentos',
  another: 'Trazer outro ficheiro',
}
