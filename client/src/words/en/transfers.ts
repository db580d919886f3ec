/** Money between two accounts. */
export const transfers = {
  from: 'From account',
  arrives: 'Arrives',
  useRate: 'Use {{amount}}',
  moreFields: 'Member, tags, notes',
  join: 'Make a transfer',
  joined: 'Two transactions are one transfer now',
  separate: 'Take apart into two',
  separated: 'The transfer is two transactions now',
  notOne: 'Not a transfer',
  keptApart: 'Not offered as a transfer again',
  maybe_one: '{{count, number}} possible transfer',
  maybe_other: '{{count, number}} possible transfers',
  maybeWith: 'Perhaps a transfer, with',
  pairsTitle: 'Possible transfers',
  pairsWords:
    'The same amount leaves one account and comes into another within a few days.',
  morePairs_one: 'and {{count, number}} more',
  morePairs_other: 'and {{count, number}} more',
  noPairs: 'There are no more of them.',
  swap: 'Swap the accounts',
} as const
