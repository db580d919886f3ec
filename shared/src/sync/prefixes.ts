/** A doc's kind and the first part of its id: `prefix_ulid`, or `prefix_` + 32 hex when derived. */
export const prefixes = {
  ledger: 'ledger',
  member: 'mem',
  account: 'acc',
  category: 'cat',
  transaction: 'txn',
  budget: 'bud',
  goal: 'goal',
  recurring: 'rec',
  rule: 'rule',
  importProfile: 'prof',
  importBatch: 'batch',
  savedFilter: 'filt',
  payee: 'pay',
  rate: 'rate',
  template: 'tmpl',
  shoppingItem: 'shop',
  receipt: 'rcpt',
} as const

export type Kind = keyof typeof prefixes

/** The one doc that describes the ledger itself. */
export const ledgerDocId = 'ledger_main'

export const docIdPattern = /^[a-z]{2,12}_[0-9a-z]{4,64}$/
