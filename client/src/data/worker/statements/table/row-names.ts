import type { LocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import type { ReadChoices } from '@ourmoney/shared/statement/statement.ts'
import { asItWas } from '../../../harmless.ts'
import type { distinctIds } from '../distinct-ids.ts'
import { accountKey } from './account-key.ts'
import type { Columns } from './columns-of.ts'
import { isOwnId } from './own-id.ts'
import { fitted, textAt, textsAt } from './row-texts.ts'

export function wordsOf(cells: readonly string[], columns: Columns) {
  const payee = textsAt(cells, columns.payee).slice(0, 120)
  const notes = textsAt(cells, columns.notes, '\n')
  const category = textAt(cells, columns.category)
  const words = textsAt(cells, columns.words) || payee || notes || category
  return {
    ...(payee !== '' && { payee }),
    ...fitted(words, notes === words ? '' : notes),
  }
}

export function namesOf(cells: readonly string[], columns: Columns) {
  const category = textAt(cells, columns.category)
  const member = textAt(cells, columns.member)
  const transferTo = textAt(cells, columns.transferTo)
  const tags = textAt(cells, columns.tags)
    .split(/[,;|]|\s*#/)
    .map(tag => tag.trim().slice(0, 60))
    .filter(tag => tag !== '')
  return {
    ...(category !== '' && { category: category.slice(0, 250) }),
    ...(member !== '' && { member: member.slice(0, 120) }),
    ...(transferTo !== '' && { transferTo: transferTo.slice(0, 120) }),
    ...(tags.length > 0 && { tags: tags.slice(0, 50) }),
  }
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
