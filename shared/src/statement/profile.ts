import * as z from 'zod'
import type { DocOf } from '../sync/kinds.ts'
import {
  columnRoles,
  dateOrders,
  type ReadChoices,
  type StatementLook,
} from './statement.ts'

/** How a household reads files of one kind, and which accounts they are of. */
export type StatementProfile = {
  readonly id: string
  readonly name: string
  readonly signature: string
  readonly choices: ReadChoices
  /** Ids in the ledger by the file's key. */
  readonly accounts: Readonly<Record<string, string>>
}

const settingsSchema = z.object({
  signature: z.string(),
  choices: z.object({
    encoding: z.string().optional(),
    delimiter: z.string().optional(),
    sheet: z.string().optional(),
    headerRow: z.int().min(0).optional(),
    columns: z.array(z.enum(columnRoles)).optional(),
    dateOrder: z.enum(dateOrders).optional(),
    decimalMark: z.enum(['.', ',']).optional(),
    isTurned: z.boolean().optional(),
    outWords: z.array(z.string()).optional(),
    currency: z.string().optional(),
    withPending: z.boolean().optional(),
  }),
  accounts: z.record(z.string(), z.string()),
})

/** Nothing where another version of the app has kept something else. */
export function readProfile(
  doc: DocOf<'importProfile'>,
): StatementProfile | undefined {
  const settings = settingsSchema.safeParse(doc.settings)
  if (!settings.success) return undefined
  return { id: doc._id, name: doc.name, ...settings.data }
}

/**
 * What of a profile holds for another file like it: what its columns mean.
 * Where its table stands and what it is written in is that file's own, but for
 * the old encodings, which only a person can tell apart for sure.
 */
export function choicesFor(
  { choices }: StatementProfile,
  found: ReadChoices,
): ReadChoices {
  const isOld = (encoding = 'utf-8') => !encoding.startsWith('utf-')
  const { encoding, delimiter, sheet, headerRow } = found
  return {
    ...choices,
    encoding:
      isOld(encoding) && isOld(choices.encoding) ? choices.encoding : encoding,
    delimiter,
    sheet,
    headerRow,
  }
}

/** The fields of an `importProfile` for files like this one; `before` keeps what it knew of other accounts. */
export function profileFields(
  name: string,
  { format, signature, choices }: StatementLook,
  accounts: Readonly<Record<string, string>>,
  before?: StatementProfile,
): Pick<DocOf<'importProfile'>, 'name' | 'format' | 'settings'> {
  const settings = {
    signature,
    choices: { ...choices },
    accounts: { ...before?.accounts, ...accounts },
  }
  // As it is stored: without what is absent.
  return { name, format, settings: JSON.parse(JSON.stringify(settings)) }
}
