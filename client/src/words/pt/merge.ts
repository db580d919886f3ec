import type { merge as english } from '../en/merge.ts'
import type { Same } from '../same.ts'

export const merge: Same<typeof english> = {
  title: 'Juntar “{{name}}”',
  into: 'Juntar a',
  now: 'Juntar',
  merging: 'A juntar “{{name}}”',
  reading: 'A ler…',
  progress: '{{done}} de {{all}} registos',
  merged: '“{{from}}” juntou-se a “{{into}}”',
  stopped_one: 'Parou depois de {{count, number}} registo',
  stopped_other: 'Parou depois de {{count, number}} registos',
  cutAt:
    '{{done, number}} de {{all, number}} registos foram alterados; pode desfazer esses.',
  nothingChanged: 'Parado. Está tudo como estava.',
}
