/** Parts of a transaction, and for whom it was. */
export const splits = {
  split: 'Split',
  parts_one: '{{count, number}} part',
  parts_other: '{{count, number}} parts',
  ofWhole: 'of {{amount}}',
  paidBy: 'paid by {{name}}',
  forWhom: 'For whom',
  forThem: 'for {{names}}',
  everybody: 'Everybody equally',
  equally: '{{names}}, equally',
  share: '{{name}} {{share}}',
} as const
