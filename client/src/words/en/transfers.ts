/** Money between two accounts. */
export const transfers = {
  from: 'From account',
  arrives: 'Arrives',
} as const
