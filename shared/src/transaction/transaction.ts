export const transactionTypes = ['expense', 'income', 'transfer'] as const
export type TransactionType = (typeof transactionTypes)[number]
