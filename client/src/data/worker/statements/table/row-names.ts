import type { LocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import type { ReadChoices } from '@ourmoney/shared/statement/statement.ts'
import { asItWas } from '@ourmoney/shared/statement/harmless.ts'
import type { distinctIds } from '../distinct-ids.ts'
import { distinctLines, fitNames, type Words } from '../words.ts'
import { accountKey } from './account-key.ts'
import type { Columns } from './columns-of.ts'
import { isOwnId } from './own-id.ts'
import { textAt, textsAt } from './row-texts.ts'

/** What a row says, as long as it stands there. */
export function textsOf(cells: readonly string[], columns: Columns) {
  const payee = textsAt(cells, columns.payee)
  const notes = textsAt(cells, columns.notes, '\n')
  const category = textAt(cells, columns.category)
  const member = textAt(cells, columns.member)
  const transferTo = textAt(cells, columns.transferTo)
  const tags = tagsIn(textAt(cells, columns.tags))
  const { names, rest } = fitNames({
    ...(category !== '' && { category }),
    ...(member !== '' && { member }),
    tags,
  })
  const description =
    textsAt(cells, columns.words) || payee || notes || category
  const more = distinctLines([notes === description ? '' : notes, rest])
  const words: Words = {
    description,
    ...(payee !== '' && { payee }),
    ...(more !== '' && { notes: more }),
  }
  const to = transferTo !== '' && { transferTo: transferTo.slice(0, 120) }
  return { words, names: { ...names, ...to } }
}

function tagsIn(text: string): readonly string[] {
  if (text === '') return []
  return text
    .split(/[,;|]|\s*#/)
    .map(tag => tag.trim())
    .filter(tag => tag !== '')
}

/** A short number is a count that every file begins anew, so it counts together with its day. */
export function idOf(
  cells: readonly string[],
  columns: Columns,
  date: LocalDate,
  minor: number,
  ids: ReturnType<typeof distinctIds>,
) {
  const id = textAt(cells, columns.bankId)
  if (id === '' || id.length > 150) return {}
  const whole = /^\d{1,6}$/.test(id) ? `${id} ${date}` : id
  const words = textsAt(cells, columns.words)
  return { bankId: ids.take(whole, `${date} ${minor} ${words}`) }
}

/** Our own texts, not our sheets, have an apostrophe before what a spreadsheet would take for a formula. */
export function asWritten(
  cells: readonly string[],
  columns: Columns,
  { delimiter }: ReadChoices,
): readonly string[] {
  const isOwnText = delimiter !== undefined && isOwnRow(cells, columns)
  return isOwnText ? cells.map(asItWas) : cells
}

/** Of a table of ours: it says which transaction it was. */
export function isOwnRow(cells: readonly string[], columns: Columns): boolean {
  return isOwnId(textAt(cells, columns.bankId))
}

/** `usual`: the account of the whole file. */
export function accountOf(
  cells: readonly string[],
  columns: Columns,
  usual: string | undefined,
): { readonly account?: string } {
  const account = accountKey(textAt(cells, columns.account)) || usual
  return account === undefined ? {} : { account }
}
