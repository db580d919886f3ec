import type { LocalDate } from '../calendar/local-date.ts'
import { schemas, type TransactionDoc } from '../sync/kinds.ts'

/** What stays the same when the same is bought again; not when, nor how it was settled. */
export const repeatableFields = [
  'type',
  'description',
  'minor',
  'currency',
  'account',
  'toAccount',
  'toMinor',
  'category',
  'splits',
  'shareMode',
  'shares',
  'payee',
  'member',
  'tags',
  'notes',
] as const satisfies readonly (keyof TransactionDoc)[]

export type RepeatableField = (typeof repeatableFields)[number]
export type Repeatable = Partial<Pick<TransactionDoc, RepeatableField>>

/** A transaction as it can be made again; what makes it whole may still be missing. */
export function repeatableOf(
  fields: Readonly<Record<string, unknown>>,
): Repeatable {
  const { shape } = schemas.transaction
  const kept = repeatableFields.flatMap(name => {
    const value = fields[name]
    // A template may come from anywhere: field by field only what fits.
    const isFit = value !== undefined && shape[name].safeParse(value).success
    return isFit ? [[name, value] as const] : []
  })
  return Object.fromEntries(kept)
}

type WholeFields = Repeatable &
  Pick<TransactionDoc, 'type' | 'minor' | 'currency' | 'description'>

/** Ready to be saved: typed, with an amount, and with a text or two accounts. */
export function isWhole(fields: Repeatable): fields is WholeFields {
  const { type, minor = 0, currency, description = '' } = fields
  if (type === undefined || currency === undefined || minor === 0) return false
  if (fields.description === undefined) return false
  return type === 'transfer'
    ? fields.account !== undefined &&
        fields.toAccount !== undefined &&
        fields.account !== fields.toAccount
    : description.trim() !== ''
}

/** The same again, on that day. */
export function again(
  fields: Readonly<Record<string, unknown>>,
  date: LocalDate,
): (WholeFields & { readonly date: LocalDate }) | undefined {
  const kept = repeatableOf(fields)
  return isWhole(kept) ? { ...kept, date } : undefined
}
