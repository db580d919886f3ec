/** What a device shows of the installed app: below its icon, and when that is held down. */
export const manifest = {
  description:
    'A household’s money on every device it owns, with or without a network',
  addExpense: 'Add an expense',
  addIncome: 'Add income',
  quickAdd: 'Quick add',
  scan: 'Scan a receipt',
} as const
