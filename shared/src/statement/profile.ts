import * as z from 'zod'
import type { DocOf } from '../sync/kinds.ts'
import { foldText } from '../transaction/filter.ts'
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
    foundOutWords: z.array(z.string()).optional(),
    isSigned: z.boolean().optional(),
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
 * the old encodings, which only a person can tell apart for sure. What the
 * profile leaves open is as it was found, if that was in the same columns.
 */
export function choicesFor(
  profile: StatementProfile,
  found: ReadChoices,
): ReadChoices {
  const { choices } = profile
  const isOld = (encoding = 'utf-8') => !encoding.startsWith('utf-')
  const { encoding, delimiter, sheet, headerRow } = found
  const open = isSameColumns(choices, found) ? found : {}
  return withOwnWords(profile, {
    ...choices,
    encoding:
      isOld(encoding) && isOld(choices.encoding) ? choices.encoding : encoding,
    delimiter,
    sheet,
    headerRow,
    dateOrder: choices.dateOrder ?? open.dateOrder,
    decimalMark: choices.decimalMark ?? open.decimalMark,
    isSigned: choices.isSigned ?? open.isSigned,
    outWords: open.outWords,
    foundOutWords: open.foundOutWords,
    guessed: open.guessed?.filter(key => choices[key] === undefined),
  })
}

/**
 * Adds the household's words for money out to those of a file. A bank may use
 * a word that it did not use before; what a person once took away stays away.
 */
export function withOwnWords(
  { choices: own }: StatementProfile,
  found: ReadChoices,
): ReadChoices {
  if (own.outWords === undefined || found.outWords === undefined) return found
  const before = new Set(own.foundOutWords?.map(foldText))
  const fresh = found.outWords.filter(word => !before.has(foldText(word)))
  return {
    ...found,
    outWords: distinct([...own.outWords, ...fresh]),
    foundOutWords: distinct([...(own.foundOutWords ?? []), ...found.outWords]),
    guessed: found.guessed?.filter(key => key !== 'outWords'),
  }
}

/** Each word once, however it is written. */
function distinct(words: readonly string[]): readonly string[] {
  return [
    ...new Map(words.toReversed().map(word => [foldText(word), word])).values(),
  ].toReversed()
}

function isSameColumns(
  { columns: own }: ReadChoices,
  { columns: found }: ReadChoices,
): boolean {
  return own === undefined || own.join() === found?.join()
}

/** The fields of an `importProfile` for files like this one, without what was only guessed; `before` keeps what it knew of other accounts. */
export function profileFields(
  name: string,
  { format, signature, choices }: StatementLook,
  accounts: Readonly<Record<string, string>>,
  before?: StatementProfile,
): Pick<DocOf<'importProfile'>, 'name' | 'format' | 'settings'> {
  const { guessed = [], ...sure } = choices
  const settings = {
    signature,
    choices: {
      ...sure,
      ...Object.fromEntries(guessed.map(key => [key, undefined])),
      ...(guessed.includes('outWords') && { foundOutWords: undefined }),
    },
    accounts: { ...before?.accounts, ...accounts },
  }
  // As it is stored: without what is absent.
  return { name, format, settings: JSON.parse(JSON.stringify(settings)) }
}
