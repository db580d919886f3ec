import * as z from 'zod'
import {
  currency,
  date,
  docId,
  minor,
  rateFields,
  text,
} from './field-schemas.ts'
import { docIdPattern } from './prefixes.ts'

const tags = z.array(text(60).min(1)).max(50)
/** Of the two that a transaction has; a merge may bring some that it had. */
const marked = z.array(text(60).regex(docIdPattern)).max(50)

/** For whom something was bought; whoever paid is the `member`. */
const forWhom = {
  /** Absent: for everybody equally. */
  shareMode: z.enum(['equal', 'shares', 'exact']).optional(),
  shares: z
    .array(
      z.looseObject({
        member: docId,
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
  category: docId.optional(),
  minor,
  note: text(500).optional(),
  /** Who paid this part, if it was not the transaction's. */
  member: docId.optional(),
  ...forWhom,
})

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
  batch: docId.optional(),
})

/** What a transaction has beyond what every doc has. */
export const transactionFields = {
  type: z.enum(['expense', 'income', 'transfer']),
  description: text(500),
  minor,
  currency,
  date,
  account: docId.optional(),
  toAccount: docId.optional(),
  /** What arrives, in the currency of `toAccount` if that is another one. */
  toMinor: minor.optional(),
  rate: keptRate.optional(),
  category: docId.optional(),
  /** They sum to `minor`: see part-sums.ts. */
  splits: z.array(split).max(100).optional(),
  ...forWhom,
  /** The transaction that a transfer was made of together with this one. */
  joined: docId.optional(),
  /** Rows of statements that it is, by the ids that they would have had. */
  matched: marked.optional(),
  /** Transactions that somebody said this one is no transfer with. */
  apart: z.array(docId).max(50).optional(),
  payee: docId.optional(),
  member: docId.optional(),
  tags: tags.optional(),
  /** Accounts in whose statement somebody has found it. */
  ticked: marked.optional(),
  /** Accounts that were reconciled with it. */
  locked: marked.optional(),
  notes: text(4096).optional(),
  recurring: docId.optional(),
  /** Of what recurs, deleted: its posting was taken back, so that its day is due again. */
  unposted: z.literal(true).optional(),
  source: transactionSource.optional(),
}
