import type {
  StatementIssue,
  StatementPart,
  StatementRow,
} from '@ourmoney/shared/statement/statement.ts'
import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import type { LocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import { issue, type StatementEvent } from '../machine.ts'
import { decodedDoc, type OursNames } from './ours-names.ts'

/** A record of the file as a row, or why it is none; nothing where it is no transaction. */
export function readOurs(
  record: unknown,
  row: number,
  names: OursNames,
): StatementEvent | undefined {
  const wrong = (code: StatementIssue['code'], found: string) =>
    issue(row, code, found, rawOf(record))
  const decoded = decodedDoc(record)
  if (decoded === undefined) return wrong('not-a-record', '')
  if (decoded.state === 'gone') return undefined
  if (decoded.state === 'known') {
    const { doc } = decoded
    if (doc.kind !== 'transaction' || doc._deleted === true) return undefined
    const read = rowOf(doc, names)
    if (read === undefined) return wrong('not-a-record', doc.type)
    return { kind: 'row', row: { row, raw: rawOf(doc), ...read } }
  }
  if (decoded.raw['kind'] !== 'transaction') return undefined
  return decoded.state === 'newer'
    ? wrong('made-by-newer', '')
    : wrong('not-a-record', decoded.issues.join(', '))
}

type Read = Omit<StatementRow, 'row' | 'raw'>

function rowOf(doc: TransactionDoc, names: OursNames): Read | undefined {
  const said = {
    // The schema has looked at it.
    date: doc.date as LocalDate,
    description: doc.description,
    bankId: doc._id,
    ...defined('payee', names.payee(doc.payee)),
    ...defined('notes', doc.notes || undefined),
    ...defined('member', names.member(doc.member)),
    ...(doc.tags !== undefined && doc.tags.length > 0 && { tags: doc.tags }),
  }
  return doc.type === 'transfer'
    ? transferOf(doc, said, names)
    : { ...said, ...movementOf(doc, doc.type, names) }
}

type Said = Omit<Read, 'minor'>

function movementOf(
  doc: TransactionDoc,
  type: 'expense' | 'income',
  names: OursNames,
) {
  const flowOf = (minor: number) => (type === 'income' ? minor : 0 - minor)
  const parts = doc.splits?.map((part): StatementPart => ({
    minor: flowOf(part.minor),
    ...defined('category', names.category(part.category)),
    ...defined('notes', part.note || undefined),
  }))
  return {
    type,
    minor: flowOf(doc.minor),
    currency: doc.currency,
    ...defined('account', names.account(doc.account)?.key),
    ...(parts === undefined || parts.length === 0
      ? defined('category', names.category(doc.category))
      : { parts }),
  }
}

/** As the account sees it that it left; of one that is not known, the other. */
function transferOf(
  doc: TransactionDoc,
  said: Said,
  names: OursNames,
): Read | undefined {
  const { minor, currency, toMinor } = doc
  const from = names.account(doc.account)
  const to = names.account(doc.toAccount)
  if (from !== undefined) {
    const isOther = to !== undefined && to.currency !== currency
    return {
      ...said,
      minor: 0 - minor,
      currency,
      account: from.key,
      ...defined('transferTo', to?.key),
      ...(isOther &&
        toMinor !== undefined && {
          arrives: { minor: toMinor, currency: to.currency },
        }),
    }
  }
  if (to === undefined) return undefined
  const arrived =
    toMinor === undefined
      ? { minor, currency }
      : { minor: toMinor, currency: to.currency }
  return { ...said, ...arrived, account: to.key }
}

function defined<Key extends string>(key: Key, value: string | undefined) {
  return (value === undefined ? {} : { [key]: value }) as {
    readonly [Name in Key]?: string
  }
}

/** Without its history, which is most of it. */
function rawOf(record: unknown): string {
  if (typeof record !== 'object' || record === null) {
    return String(record).slice(0, 500)
  }
  const shown = Object.entries(record).filter(([key]) => key !== 'log')
  return JSON.stringify(Object.fromEntries(shown)).slice(0, 500)
}
