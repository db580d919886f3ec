import type {
  DateOrder,
  StatementRow,
} from '@ourmoney/shared/statement/statement.ts'
import { minorOf, type DecimalMark } from '../amount-text.ts'
import { issue, type StatementEvent } from '../machine.ts'
import { fitWords } from '../words.ts'
import { qifDay } from './qif-dates.ts'
import type { QifField, QifRecord } from './qif-records.ts'

export type QifSetting = {
  /** Name of the account; empty where the file says none. */
  readonly account: string
  /** Of the account: the file says none. */
  readonly currency: string
  readonly mark: DecimalMark
  readonly order: DateOrder
}

/** The rows of a record: one, and one for each of its parts that is a transfer. */
export function readQifRows(
  record: QifRecord,
  setting: QifSetting,
): readonly StatementEvent[] {
  const { fields, line, raw } = record
  const wrong = (code: Parameters<typeof issue>[1], found: string) => [
    issue(line, code, found, raw),
  ]
  const first = (letter: string) =>
    fields.find(field => field.letter === letter)?.text ?? ''
  if (record.section !== 'movements') return wrong('not-a-record', raw)
  if (!record.isWhole) return wrong('cut-short', raw)
  const date = qifDay(first('D'), setting.order)
  if (date === undefined) return wrong('not-a-date', first('D'))
  const amount = first('T') || first('U')
  if (amount === '') return wrong('no-amount', '')
  const { currency } = setting
  const minor = minorOf(amount, currency, setting.mark)
  if (minor === undefined) return wrong('not-an-amount', amount)
  const words = fitWords(wordsOf(fields))
  if (words === undefined) return wrong('too-long', '')

  const parts: Part[] = []
  for (const part of partsOf(fields)) {
    const own = minorOf(part.amount, currency, setting.mark)
    if (own === undefined) return wrong('not-an-amount', part.amount)
    const { line: at, notes } = part
    const end = endOf(part.category, setting.account)
    parts.push({ line: at, notes, minor: own, ...end })
  }
  const sum = parts.reduce((all, part) => all + part.minor, 0)
  if (parts.length > 0 && sum !== minor) {
    return wrong('parts-do-not-sum', amount)
  }

  const shared = {
    raw: raw.trim(),
    date,
    currency,
    ...words,
    ...(setting.account !== '' && { account: setting.account }),
  }
  if (parts.length === 0) {
    const end = endOf(first('L'), setting.account)
    return [rowOf({ ...shared, row: line, minor, ...end })]
  }
  const away = parts.filter(part => part.transferTo !== undefined)
  const here = parts.filter(part => part.transferTo === undefined)
  return [
    ...mainRow({ ...shared, row: line, minor }, here),
    ...away.map(({ line: row, minor: own, notes, transferTo }) =>
      rowOf({
        ...shared,
        row,
        minor: own,
        ...withNotes(shared.notes, notes),
        transferTo,
      }),
    ),
  ]
}

type Part = {
  readonly line: number
  readonly minor: number
  readonly notes: string
  readonly category?: string
  readonly transferTo?: string
}

function rowOf(row: StatementRow): StatementEvent {
  return { kind: 'row', row }
}

/** What is left of a movement when its transfers are taken out. */
function mainRow(
  row: StatementRow,
  parts: readonly Part[],
): readonly StatementEvent[] {
  const [only, ...others] = parts
  if (only === undefined) return []
  const minor = parts.reduce((sum, part) => sum + part.minor, 0)
  if (others.length === 0) {
    const { category, notes } = only
    return [
      rowOf({
        ...row,
        minor,
        ...withNotes(row.notes, notes),
        ...(category !== undefined && { category }),
      }),
    ]
  }
  const own = parts.map(({ minor, category, notes }) => ({
    minor,
    ...(category !== undefined && { category }),
    ...(notes !== '' && { notes: notes.slice(0, 500) }),
  }))
  return [rowOf({ ...row, minor, parts: own })]
}

function withNotes(all: string | undefined, own: string) {
  const notes = [all ?? '', own].filter(text => text !== '').join('\n')
  return notes === '' ? {} : { notes: notes.slice(0, 4096) }
}

/** Where the money went: `[Savings]` is another account, anything else a category. */
function endOf(text: string, account: string) {
  const name = /^\[(.*)\]/.exec(text)?.[1]?.trim()
  if (name !== undefined) {
    return name === '' || name === account ? {} : { transferTo: name }
  }
  return text === '' || /^-+split-+$/i.test(text) ? {} : { category: text }
}

function wordsOf(fields: readonly QifField[]) {
  const all = (letter: string, between: string) =>
    fields
      .filter(field => field.letter === letter)
      .map(field => field.text)
      .join(between)
      .trim()
  const payee = all('P', ' ')
  const memo = all('M', ' ')
  const notes = all('A', '\n')
  return {
    description: memo || payee || all('N', ' '),
    ...(memo !== '' && payee !== '' && { payee }),
    ...(notes !== '' && { notes }),
  }
}

function partsOf(fields: readonly QifField[]) {
  const parts: {
    category: string
    notes: string
    amount: string
    readonly line: number
  }[] = []
  for (const { letter, text, line } of fields) {
    if (letter === 'S') {
      parts.push({ category: text, notes: '', amount: '', line })
    }
    const part = parts.at(-1)
    if (part === undefined) continue
    if (letter === 'E') part.notes = text
    if (letter === '$') part.amount = text
  }
  return parts
}
