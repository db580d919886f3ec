import * as z from 'zod'
import { currencyPattern } from '../money/currencies.ts'
import { mostReceiptBytes } from '../receipt/receipt-part.ts'

/** Version of the schemas below; a doc carries it as `v`. */
export const schemaVersion = 1

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

const text = (max: number) => z.string().max(max)
const id = z.string().regex(docIdPattern)
const minor = z.int()
const currency = z.string().regex(currencyPattern)
const date = z.iso.date()
/** Milliseconds since 1970, UTC. */
const instant = z.int().min(0)
const colour = z.string().regex(/^#[0-9a-f]{6}$/)
const icon = z.string().regex(/^[a-z0-9-]{1,40}$/)
const tags = z.array(text(60).min(1)).max(50)
/** Of the two that a transaction has; a merge may bring some that it had. */
const marked = z.array(text(60).regex(docIdPattern)).max(50)

/** What it became: whoever still refers to it means that one. */
const mergedInto = id.optional()

const value = z.json()

/** One edit: the old values of the fields it changed, who made it, when and where. */
export const logEntrySchema = z.looseObject({
  id: text(64).min(1),
  at: instant,
  by: text(64).optional(),
  device: text(64).optional(),
  /** Old values; `null` stands for a field that was absent. */
  was: z.record(text(64), value),
  /** By field group: the entries that this one was made in knowledge of and replaces. */
  after: z.record(text(64), z.array(text(64)).max(100)).optional(),
  /** By set field: what was put in and taken out. */
  sets: z
    .record(
      text(64),
      z.looseObject({ put: z.array(text(60)), took: z.array(text(60)) }),
    )
    .optional(),
})
export type LogEntry = z.infer<typeof logEntrySchema>

/**
 * A value that lost against a concurrent edit and waits for a person; `id` is
 * the losing entry's and the group's: `entry/group`.
 */
export const conflictSchema = z.looseObject({
  id: text(130).min(1),
  group: text(64),
  value: z.record(text(64), value),
  at: instant,
  by: text(64).optional(),
  device: text(64).optional(),
})
export type Conflict = z.infer<typeof conflictSchema>

const stampSchema = z.looseObject({
  id: text(64),
  at: instant,
  device: text(64).optional(),
})

/** What the oldest log entries were folded into. */
export const foldSchema = z.looseObject({
  at: instant,
  groups: z.record(text(64), stampSchema),
  /** Set fields as they were at the mark. */
  sets: z.record(text(64), z.array(text(60))).optional(),
})

const common = {
  _id: id,
  _rev: z.string().optional(),
  _deleted: z.literal(true).optional(),
  v: z.int().min(1),
  createdAt: instant.optional(),
  createdBy: text(64).optional(),
  updatedAt: instant.optional(),
  updatedBy: text(64).optional(),
  device: text(64).optional(),
  deletedAt: instant.optional(),
  deletedBy: text(64).optional(),
  log: z.array(logEntrySchema).max(1000).optional(),
  folded: foldSchema.optional(),
  conflicts: z.array(conflictSchema).max(200).optional(),
  /** Ids of conflicts that a person has settled; they never come back. */
  settled: z.array(text(130)).max(400).optional(),
}

function kind<Name extends Kind, Shape extends z.core.$ZodShape>(
  name: Name,
  shape: Shape,
) {
  return z.looseObject({ ...common, kind: z.literal(name), ...shape })
}

/** For whom something was bought; whoever paid is the `member`. */
const forWhom = {
  /** Absent: for everybody equally. */
  shareMode: z.enum(['equal', 'shares', 'exact']).optional(),
  shares: z
    .array(
      z.looseObject({
        member: id,
        /** In the mode `shares`. */
        weight: z.int().min(1).max(1_000_000).optional(),
        /** In the mode `exact`. */
        minor: minor.optional(),
      }),
    )
    .max(100)
    .optional(),
}

const split = z.looseObject({
  category: id.optional(),
  minor,
  note: text(500).optional(),
  /** Who paid this part, if it was not the transaction's. */
  member: id.optional(),
  ...forWhom,
})

/** 1 base = ratePpm / 1,000,000 quote. */
const rateFields = {
  base: currency,
  quote: currency,
  date,
  ratePpm: z.int().min(1),
}

/** The rate of the day as it was kept with an amount that is not in the ledger's currency. */
const keptRate = z.looseObject({
  ...rateFields,
  /** Given by a person with the transaction; another date leaves it alone. */
  own: z.literal(true).optional(),
})

const transactionSource = z.looseObject({
  /** `earlier-system`, `csv`, `ofx` … */
  format: text(40),
  /** The row's identity in that source. */
  id: text(200).optional(),
  batch: id.optional(),
})

/**
 * Every document kind of the ledger, schema version 1. Loose: fields that
 * this version does not know are kept. Amounts are whole minor units.
 */
export const schemas = {
  ledger: kind('ledger', {
    name: text(120).min(1),
    currency,
    timeZone: text(60).min(1),
    firstDay: z.int().min(1).max(31),
  }),
  member: kind('member', {
    name: text(120).min(1),
    colour: colour.optional(),
    email: text(254).optional(),
    user: text(64).optional(),
    archived: z.boolean().optional(),
  }),
  account: kind('account', {
    name: text(120).min(1),
    type: z.enum(['cash', 'bank', 'card', 'savings', 'loan', 'other']),
    currency,
    openingMinor: minor.optional(),
    openingDate: date.optional(),
    order: z.int().optional(),
    closed: z.boolean().optional(),
    /** What was in it at the end of that day, by the last statement it was reconciled with. */
    statementMinor: minor.optional(),
    statementDate: date.optional(),
    mergedInto,
  }),
  category: kind('category', {
    name: text(120).min(1),
    type: z.enum(['expense', 'income']),
    parent: id.optional(),
    colour: colour.optional(),
    icon: icon.optional(),
    order: z.int().optional(),
    archived: z.boolean().optional(),
    mergedInto,
  }),
  transaction: kind('transaction', {
    type: z.enum(['expense', 'income', 'transfer']),
    description: text(500),
    minor,
    currency,
    date,
    account: id.optional(),
    toAccount: id.optional(),
    /** What arrives, in the currency of `toAccount` if that is another one. */
    toMinor: minor.optional(),
    rate: keptRate.optional(),
    category: id.optional(),
    /** They sum to `minor`: see part-sums.ts. */
    splits: z.array(split).max(100).optional(),
    ...forWhom,
    /** The transaction that a transfer was made of together with this one. */
    joined: id.optional(),
    /** Transactions that somebody said this one is no transfer with. */
    apart: z.array(id).max(50).optional(),
    payee: id.optional(),
    member: id.optional(),
    tags: tags.optional(),
    /** Accounts in whose statement somebody has found it. */
    ticked: marked.optional(),
    /** Accounts that were reconciled with it. */
    locked: marked.optional(),
    notes: text(4096).optional(),
    recurring: id.optional(),
    source: transactionSource.optional(),
  }),
  budget: kind('budget', {
    name: text(120).optional(),
    category: id.optional(),
    categories: z.array(id).max(200).optional(),
    member: id.optional(),
    period: z.enum(['week', 'month', 'quarter', 'year']),
    minor,
    currency,
    rollover: z.boolean().optional(),
    from: date.optional(),
    until: date.optional(),
  }),
  goal: kind('goal', {
    name: text(120).min(1),
    targetMinor: minor,
    currency,
    date: date.optional(),
    account: id.optional(),
    category: id.optional(),
    archived: z.boolean().optional(),
  }),
  recurring: kind('recurring', {
    name: text(120).min(1),
    rrule: text(500),
    start: date,
    draft: z.record(text(64), value),
    post: z.enum(['on-the-day', 'on-confirmation']),
    stopped: date.optional(),
  }),
  rule: kind('rule', {
    name: text(120).optional(),
    order: z.int(),
    when: z.array(z.record(text(64), value)).max(50),
    set: z.record(text(64), value),
    off: z.boolean().optional(),
  }),
  importProfile: kind('importProfile', {
    name: text(120).min(1),
    format: text(40),
    settings: z.record(text(64), value),
  }),
  importBatch: kind('importBatch', {
    format: text(40),
    fileName: text(255).optional(),
    fileHash: text(64),
    count: z.int().min(0).optional(),
  }),
  savedFilter: kind('savedFilter', {
    name: text(120).min(1),
    /** The filter as it stands in the address: a query string. */
    query: text(4000),
  }),
  payee: kind('payee', {
    name: text(120).min(1),
    category: id.optional(),
    archived: z.boolean().optional(),
    mergedInto,
  }),
  rate: kind('rate', {
    ...rateFields,
    /** The kind of file it came from; absent when a person gave it. */
    source: text(120).optional(),
  }),
  template: kind('template', {
    name: text(120).min(1),
    draft: z.record(text(64), value),
  }),
  shoppingItem: kind('shoppingItem', {
    name: text(120).min(1),
    quantity: text(40).optional(),
    category: id.optional(),
    expectedMinor: minor.optional(),
    tickedAt: instant.optional(),
    tickedBy: text(64).optional(),
    /** The transaction that paid for it: it is off the list. */
    boughtIn: id.optional(),
  }),
  receipt: kind('receipt', {
    transaction: id,
    name: text(255),
    mediaType: text(100),
    /** Bytes, few enough that nobody is made to look for millions of parts. */
    size: z.int().min(1).max(mostReceiptBytes),
    /** SHA-256 of the bytes, in hex: the ids of the parts are made of it. */
    hash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
} as const satisfies Record<Kind, z.ZodType>

export type Doc = { [Name in Kind]: z.infer<(typeof schemas)[Name]> }[Kind]
export type DocOf<Name extends Kind> = z.infer<(typeof schemas)[Name]>
export type TransactionDoc = DocOf<'transaction'>

/**
 * Field groups: fields that are only valid together and that a merge takes
 * as one. A field that stands in no group is a group of its own.
 */
export const fieldGroups: Partial<
  Record<Kind, Readonly<Record<string, readonly string[]>>>
> = {
  transaction: {
    amount: [
      'type',
      'minor',
      'currency',
      'account',
      'toAccount',
      'toMinor',
      'splits',
      'rate',
      'shareMode',
      'shares',
      'joined',
    ],
  },
  account: {
    opening: ['openingMinor', 'openingDate', 'currency'],
    statement: ['statementMinor', 'statementDate'],
    closed: ['closed', 'mergedInto'],
  },
  category: { place: ['type', 'parent'] },
  budget: {
    plan: ['period', 'minor', 'currency', 'rollover', 'from', 'until'],
    scope: ['category', 'categories', 'member'],
  },
  goal: { target: ['targetMinor', 'currency', 'date'] },
  recurring: { plan: ['rrule', 'start', 'stopped'] },
  rate: { rate: ['base', 'quote', 'date', 'ratePpm'] },
  shoppingItem: { ticked: ['tickedAt', 'tickedBy'] },
}

/** The group of being deleted or not; every kind has it. */
export const deletedGroup = 'deleted'

/** Fields that merge as a set instead of by the newest stamp. */
export const setFields: Partial<Record<Kind, readonly string[]>> = {
  transaction: ['tags', 'ticked', 'locked'],
}

/** Fields that no edit may change. */
export const fixedFields = [
  '_id',
  '_rev',
  '_deleted',
  'kind',
  'v',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'device',
  'deletedAt',
  'deletedBy',
  'log',
  'folded',
  'conflicts',
  'settled',
] as const
