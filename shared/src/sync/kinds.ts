import * as z from 'zod'
import { mostReceiptBytes } from '../receipt/receipt-part.ts'
import {
  colour,
  currency,
  date,
  docId,
  icon,
  instant,
  minor,
  rateFields,
  text,
  value,
} from './field-schemas.ts'
import { conflictSchema, foldSchema, logEntrySchema } from './log-schema.ts'
import type { Kind } from './prefixes.ts'
import { transactionFields } from './transaction-schema.ts'

/** Version of the schemas below; a doc carries it as `v`. */
export const schemaVersion = 1

/** What it became: whoever still refers to it means that one. */
const mergedInto = docId.optional()

const common = {
  _id: docId,
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

/** A schema is dear to make, and an app that starts needs none. */
function madeWhenAsked<Makers extends Readonly<Record<string, () => unknown>>>(
  makers: Makers,
): { readonly [Name in keyof Makers]: ReturnType<Makers[Name]> } {
  const made = {}
  for (const [name, make] of Object.entries(makers)) {
    let known: unknown
    Object.defineProperty(made, name, {
      enumerable: true,
      get: () => (known ??= make()),
    })
  }
  return made as { readonly [Name in keyof Makers]: ReturnType<Makers[Name]> }
}

/**
 * Every document kind of the ledger, schema version 1. Loose: fields that
 * this version does not know are kept. Amounts are whole minor units.
 */
export const schemas = madeWhenAsked({
  ledger: () =>
    kind('ledger', {
      name: text(120).min(1),
      currency,
      timeZone: text(60).min(1),
      firstDay: z.int().min(1).max(31),
      /** Days until what was deleted is removed for good; 0 for never, 90 when absent. */
      trashDays: z.int().min(0).max(36_500).optional(),
    }),
  member: () =>
    kind('member', {
      name: text(120).min(1),
      colour: colour.optional(),
      email: text(254).optional(),
      user: text(64).optional(),
      archived: z.boolean().optional(),
    }),
  account: () =>
    kind('account', {
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
  category: () =>
    kind('category', {
      name: text(120).min(1),
      type: z.enum(['expense', 'income']),
      parent: docId.optional(),
      colour: colour.optional(),
      icon: icon.optional(),
      order: z.int().optional(),
      archived: z.boolean().optional(),
      mergedInto,
    }),
  transaction: () => kind('transaction', transactionFields),
  budget: () =>
    kind('budget', {
      name: text(120).optional(),
      category: docId.optional(),
      categories: z.array(docId).max(200).optional(),
      member: docId.optional(),
      period: z.enum(['week', 'month', 'quarter', 'year']),
      minor,
      currency,
      rollover: z.boolean().optional(),
      from: date.optional(),
      until: date.optional(),
    }),
  goal: () =>
    kind('goal', {
      name: text(120).min(1),
      targetMinor: minor,
      currency,
      date: date.optional(),
      account: docId.optional(),
      category: docId.optional(),
      archived: z.boolean().optional(),
    }),
  recurring: () =>
    kind('recurring', {
      name: text(120).min(1),
      rrule: text(500),
      start: date,
      draft: z.record(text(64), value),
      post: z.enum(['on-the-day', 'on-confirmation']),
      stopped: date.optional(),
      /** Nothing is due from that day on, until it is taken up again. */
      paused: date.optional(),
      /** Nothing was due before that day: what passed by in a pause was not missed. */
      since: date.optional(),
      /** Due days that are left out. */
      skipped: z.array(date).max(1000).optional(),
      /** Found among what was paid, and not wanted: it is not offered again. */
      declined: z.boolean().optional(),
    }),
  rule: () =>
    kind('rule', {
      name: text(120).optional(),
      order: z.int(),
      when: z.array(z.record(text(64), value)).max(50),
      set: z.record(text(64), value),
      off: z.boolean().optional(),
    }),
  importProfile: () =>
    kind('importProfile', {
      name: text(120).min(1),
      format: text(40),
      settings: z.record(text(64), value),
    }),
  importBatch: () =>
    kind('importBatch', {
      format: text(40),
      fileName: text(255).optional(),
      fileHash: text(64),
      /** Records of the file. */
      count: z.int().min(0).optional(),
      /** Set by an edit, whose stamp says when it was and by whom: the doc itself is the same on every device. */
      broughtIn: z.boolean().optional(),
    }),
  savedFilter: () =>
    kind('savedFilter', {
      name: text(120).min(1),
      /** The filter as it stands in the address: a query string. */
      query: text(4000),
    }),
  payee: () =>
    kind('payee', {
      name: text(120).min(1),
      category: docId.optional(),
      archived: z.boolean().optional(),
      mergedInto,
    }),
  rate: () =>
    kind('rate', {
      ...rateFields,
      /** The kind of file it came from; absent when a person gave it. */
      source: text(120).optional(),
    }),
  template: () =>
    kind('template', {
      name: text(120).min(1),
      draft: z.record(text(64), value),
    }),
  shoppingItem: () =>
    kind('shoppingItem', {
      name: text(120).min(1),
      quantity: text(40).optional(),
      category: docId.optional(),
      expectedMinor: minor.optional(),
      tickedAt: instant.optional(),
      tickedBy: text(64).optional(),
      /** The transaction that paid for it: it is off the list. */
      boughtIn: docId.optional(),
    }),
  receipt: () =>
    kind('receipt', {
      transaction: docId,
      name: text(255),
      mediaType: text(100),
      /** Bytes, few enough that nobody is made to look for millions of parts. */
      size: z.int().min(1).max(mostReceiptBytes),
      /** SHA-256 of the bytes, in hex: the ids of the parts are made of it. */
      hash: z.string().regex(/^[0-9a-f]{64}$/),
    }),
} as const satisfies Record<Kind, () => z.ZodType>)

export type Doc = { [Name in Kind]: z.infer<(typeof schemas)[Name]> }[Kind]
export type DocOf<Name extends Kind> = z.infer<(typeof schemas)[Name]>
export type TransactionDoc = DocOf<'transaction'>
