import { isLocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import { LedgerError } from '../../ledger-error.ts'
import type { RowChange, RowFields } from '../../statements.ts'
import { trimmedName } from './ledger-names.ts'
import { tagsOf, type Reviewed } from './reviewed.ts'

/** Changes rows as a person says; throws LedgerError `invalid` before the first is changed. */
export function changeRows(
  rows: readonly Reviewed[],
  numbers: ReadonlySet<number>,
  { isTaken, isMatched, ...set }: RowChange,
): void {
  const fields = checked(set)
  const meant = rows.filter(({ row }) => numbers.has(row))
  for (const row of meant) {
    change(row, fields)
    if (isMatched !== undefined) match(row, isMatched, rows)
    // What cannot be read has nothing to bring in.
    if (isTaken !== undefined && row.fields !== undefined) row.isTaken = isTaken
  }
}

function change(row: Reviewed, set: Partial<RowFields>): void {
  if (Object.keys(set).length === 0) return
  const { date, minor } = { ...row.fields, ...set }
  if (date === undefined || minor === undefined) return
  const isMended = row.fields === undefined
  row.fields = { description: '', tags: [], ...row.fields, ...set, date, minor }
  if (isMended) row.isTaken = true
  if (Object.hasOwn(set, 'category')) {
    row.newCategory = undefined
    row.because = undefined
    row.suggestion = undefined
  }
  if (Object.hasOwn(set, 'member')) row.newMember = undefined
}

/** Both sides in a file are one, or neither. */
function match(
  row: Reviewed,
  isMatched: boolean,
  rows: readonly Reviewed[],
): void {
  if (row.match === undefined) return
  row.isMatched = isMatched
  if (isMatched) row.isTaken = true
  const other = rows.find(each => each.row === row.other?.row)
  if (other?.other?.row !== row.row) return
  other.isMatched = isMatched
  if (isMatched) other.isTaken = true
}

function checked(set: Partial<RowFields>): Partial<RowFields> {
  const { date, minor, description, notes, payee, tags } = set
  if (date !== undefined && !isLocalDate(date)) throw invalid('date')
  if (minor !== undefined && !Number.isSafeInteger(minor))
    throw invalid('minor')
  if ((description?.length ?? 0) > 500) throw invalid('description')
  if ((notes?.length ?? 0) > 4096) throw invalid('notes')
  return {
    ...set,
    ...(payee !== undefined && { payee: trimmedName(payee) }),
    ...(tags !== undefined && { tags: tagsOf(tags) }),
  }
}

function invalid(field: string): LedgerError {
  return new LedgerError('invalid', field)
}
