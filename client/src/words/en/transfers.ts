/** Money between two accounts. */
export const transfers = {
  from: 'From account',
  arrives: 'Arrives',
  moreFields: 'Member, tags, notes',
  swap: 'Swap the accounts',
} as const
