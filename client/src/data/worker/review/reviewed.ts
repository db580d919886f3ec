import type {
  StatementIssue,
  StatementRow,
} from '@ourmoney/shared/statement/statement.ts'
import type {
  OtherSide,
  ReviewRow,
  RowFields,
  RowState,
} from '../../statements.ts'
import type { BroughtIn } from '../read-model/brought-in.ts'
import { trimmedName, trimmedPath, type LedgerNames } from './ledger-names.ts'

/** A row of a file while it is looked at. */
export type Reviewed = {
  readonly row: number
  readonly raw: string
  readonly read?: StatementRow | undefined
  issue?: StatementIssue | undefined
  /** Of the ledger; empty for none. */
  readonly account: string
  readonly currency: string
  /** The account at its other end, where the file names one of the ledger's. */
  readonly toAccount?: string | undefined
  /** Of the transaction that it is or becomes. */
  id: string
  state: RowState
  isTaken: boolean
  isMatched: boolean
  /** As the file and the rules have it, on every device alike. */
  first?: RowFields | undefined
  /** As it will be brought in. */
  fields?: RowFields | undefined
  newCategory?: string | undefined
  newMember?: string | undefined
  other?: OtherSide | undefined
  /** The transaction of the ledger that it is. */
  known?: string | undefined
  /** What matching it with `other` does: that one is marked as this row, or the two become a transfer. */
  match?: 'link' | 'join' | undefined
  /** Rules and history have said what they make of it. */
  isAdvised?: boolean
  because?: ReviewRow['because']
  suggestion?: ReviewRow['suggestion']
  outcome?: Outcome | undefined
  /** A write that failed may have stored it. */
  wasTried?: boolean
}

/** What the ledger does not know, and no other row either. */
export type OpenRow = Reviewed & { readonly fields: RowFields }

export function isOpen(row: Reviewed): row is OpenRow {
  const isNew = row.state === 'new' || row.state === 'transfer'
  return isNew && row.other === undefined && row.fields !== undefined
}

/** What came of a row that was to be brought in: somebody else may have been quicker. */
export type Outcome = 'added' | 'matched' | 'known' | 'deleted' | 'refused'

/** What the ledger makes of what a row says. */
export function fieldsOf(
  row: StatementRow,
  names: LedgerNames,
): Pick<Reviewed, 'first' | 'fields' | 'newCategory' | 'newMember'> {
  const { date, minor } = row
  const payee = trimmedName(row.payee)
  const path = trimmedPath(row.category)
  const category = path && names.categoryNamed(path, typeOf(row, minor))
  const person = trimmedName(row.member)
  const member = person && names.memberNamed(person)
  const fields: RowFields = {
    date,
    minor,
    description: (row.description || row.payee || '').trim().slice(0, 500),
    tags: tagsOf(row.tags ?? []),
    ...(payee !== undefined && { payee }),
    ...(category !== undefined && { category }),
    ...(member !== undefined && { member }),
    ...(row.notes !== undefined && { notes: row.notes.slice(0, 4096) }),
  }
  return {
    first: fields,
    fields,
    newCategory: category === undefined ? path : undefined,
    newMember: member === undefined ? person : undefined,
  }
}

/** What a row is without a category: as the file says, else by its sign. */
export function typeOf(
  read: StatementRow | undefined,
  minor: number,
): 'expense' | 'income' {
  return read?.type ?? (minor < 0 ? 'expense' : 'income')
}

const noTags: readonly string[] = []

export function tagsOf(tags: readonly string[]): readonly string[] {
  if (tags.length === 0) return noTags
  const trimmed = tags.map(tag => tag.trim().slice(0, 60)).filter(Boolean)
  return [...new Set(trimmed)].sort().slice(0, 50)
}

export function shownRow(row: Reviewed, broughtIn: BroughtIn): ReviewRow {
  const itself =
    row.known === undefined ? undefined : broughtIn.shown(row.known)
  return {
    row: row.row,
    raw: row.raw,
    state: row.state,
    isTaken: row.isTaken,
    isMatched: row.isMatched,
    fields: row.fields,
    currency: row.currency,
    account: row.account,
    issue: row.issue,
    newCategory: row.newCategory,
    newMember: row.newMember,
    other: row.other ?? itself,
    because: row.because,
    suggestion: row.suggestion,
  }
}
