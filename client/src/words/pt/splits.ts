import type { splits as english } from '../en/splits.ts'
import type { Same } from '../same.ts'

export const splits: Same<typeof english> = {
  split: 'Dividido',
  parts_one: '{{count, number}} parte',
  parts_other: '{{count, number}} partes',
  ofWhole: 'de {{amount}}',
  paidBy: 'pago por {{name}}',
  forWhom: 'Para quem',
  forThem: 'para {{names}}',
  everybody: 'Todos por igual',
  equally: '{{names}}, por igual',
  share: '{{name}} {{share}}',
}
