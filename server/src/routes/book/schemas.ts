import * as z from 'zod'
import { ledgerIdSchema, roles } from '@ourmoney/shared/identity/api.ts'
import {
  currency,
  date,
  docId,
  minor,
  text,
} from '@ourmoney/shared/sync/field-schemas.ts'
import { schemas } from '@ourmoney/shared/sync/kinds.ts'
import { isHidden } from './shown.ts'

/** Bodies and replies of the routes for programs, told in `/api/docs`. */

export const ofLedger = z.object({ ledger: ledgerIdSchema })
export const ofRecord = ofLedger.extend({ id: docId })

const share = z.strictObject({
  member: docId,
  weight: z.int().min(1).max(1_000_000).optional(),
  minor: minor.optional(),
})
const shareMode = z.enum(['equal', 'shares', 'exact'])
const shares = z.array(share).max(100)

const split = z.strictObject({
  category: docId.optional(),
  minor,
  note: text(500).optional(),
  member: docId.optional(),
  shareMode: shareMode.optional(),
  shares: shares.optional(),
})

const rate = z.strictObject({
  base: currency,
  quote: currency,
  date,
  ratePpm: z.int().min(1),
  own: z.literal(true).optional(),
})

const transactionFields = {
  type: z.enum(['expense', 'income', 'transfer']),
  description: text(500).trim(),
  minor: minor.describe('Whole minor units: 1250 is 12.50 EUR, or 1250 JPY'),
  currency: currency.describe('ISO 4217; the account’s, if there is one'),
  date: date.describe('A day without a zone'),
  account: docId.optional(),
  toAccount: docId.optional().describe('Of a transfer'),
  toMinor: minor
    .optional()
    .describe('What arrives, where the accounts differ in currency'),
  rate: rate.optional().describe('Kept by the ledger’s own rates when absent'),
  category: docId.optional(),
  splits: z.array(split).max(100).optional(),
  shareMode: shareMode.optional(),
  shares: shares.optional(),
  payee: docId.optional(),
  member: docId.optional().describe('Who paid'),
  tags: z.array(text(60).trim().min(1)).max(50).optional(),
  notes: text(4096).optional(),
}

type Shape = Readonly<Record<string, z.ZodType>>

/** A merge patch (RFC 7396): what is absent stays, `null` takes an optional field away. */
function patchOf(fields: Shape) {
  return z.strictObject(
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        field instanceof z.ZodOptional ? field.nullable() : field.optional(),
      ]),
    ),
  )
}

export const newTransaction = z.strictObject(transactionFields)
export type NewTransaction = z.infer<typeof newTransaction>
export const transactionPatch = patchOf(transactionFields)

/** What every record tells of itself beside its own fields; fields of newer versions are passed on. */
const told = {
  id: docId,
  rev: z.string().describe('The same as its ETag, without quotes'),
  createdAt: z.int().optional(),
  createdBy: z.string().optional().describe('Member'),
  updatedAt: z.int().optional(),
  updatedBy: z.string().optional().describe('Member'),
  device: z.string().optional(),
  conflicted: z
    .literal(true)
    .optional()
    .describe('Somebody has to settle what was changed at once'),
}

function replyOf(fields: Shape) {
  return z.looseObject({ ...told, ...fields })
}

export const transactionReply = replyOf(
  Object.fromEntries(
    Object.entries(schemas.transaction.shape).filter(
      ([name]) => !isHidden(name),
    ),
  ),
)

export const transactionsReply = z.object({
  transactions: z.array(transactionReply),
  next: z
    .string()
    .optional()
    .describe('The cursor of the next page; absent on the last'),
})

/** Kinds that are few: their path, what a program may set, and whether one may be deleted. */
export const smallKinds = {
  accounts: pick('account', [
    'name',
    'type',
    'currency',
    'openingMinor',
    'openingDate',
    'order',
    'closed',
  ]),
  categories: pick('category', [
    'name',
    'type',
    'parent',
    'colour',
    'icon',
    'order',
    'archived',
  ]),
  payees: pick('payee', ['name', 'category', 'archived']),
  budgets: pick('budget', [
    'name',
    'category',
    'categories',
    'member',
    'period',
    'minor',
    'currency',
    'rollover',
    'from',
    'until',
  ]),
  household: pick('member', ['name', 'colour', 'email', 'archived']),
} as const

type PickedKind = 'account' | 'category' | 'payee' | 'budget' | 'member'

function pick<Name extends PickedKind>(
  kind: Name,
  names: readonly (keyof (typeof schemas)[Name]['shape'] & string)[],
) {
  const shape: Shape = schemas[kind].shape
  const fields = Object.fromEntries(
    names.flatMap(name => {
      const field = shape[name]
      return field === undefined ? [] : [[name, field] as const]
    }),
  )
  return {
    kind,
    body: z.strictObject(fields),
    patch: patchOf(fields),
    reply: replyOf(fields),
  }
}

export const bookReply = z.object({
  id: ledgerIdSchema,
  name: z.string(),
  currency,
  timeZone: z.string(),
  firstDay: z.int().describe('Of the month'),
  role: z.enum(roles).describe('What the program may do'),
})

const sums = z.object({
  currency,
  incomeMinor: z.int(),
  expenseMinor: z.int(),
  count: z.int(),
})

export const totalsReply = z.object({
  totals: z.array(sums).describe('By currency, most used first'),
  base: sums
    .extend({
      currency: z.string(),
      missing: z
        .array(z.object({ currency, count: z.int() }))
        .describe('What the sums leave out for want of a rate'),
    })
    .describe('In the ledger’s currency, each by the rate kept with it'),
})

const operation = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('create'), transaction: newTransaction }),
  z.strictObject({
    do: z.literal('patch'),
    id: docId,
    rev: z.string().max(60).optional(),
    set: transactionPatch,
  }),
  z.strictObject({
    do: z.literal('delete'),
    id: docId,
    rev: z.string().max(60).optional(),
  }),
])
export const bulkRequest = z.strictObject({
  operations: z.array(operation).min(1).max(500),
})
export type Operation = z.infer<typeof operation>

export const bulkReply = z.object({
  results: z
    .array(
      z.object({
        id: docId,
        status: z.int(),
        rev: z.string().optional(),
        code: z.string().optional(),
        detail: z.string().optional(),
      }),
    )
    .describe('In the order of the operations'),
})
