import type {
  DateOrder,
  StatementPart,
} from '@ourmoney/shared/statement/statement.ts'
import { minorOf, type DecimalMark } from '../read-minor.ts'
import { issue, type StatementEvent } from '../machine.ts'
import { cut, distinctLines, fitNames, fitWords, type Words } from '../words.ts'
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
    ...(setting.account !== '' && { account: setting.account }),
  }
  const words = wordsOf(fields)
  const away = parts.filter(part => part.transferTo !== undefined)
  const here = parts.filter(part => part.transferTo === undefined)
  const rows =
    parts.length === 0
      ? [{ line, minor, notes: '', ...endOf(first('L'), setting.account) }]
      : [...together(line, here), ...away]
  if (here.length > mostParts) return wrong('too-long', '')
  const events: StatementEvent[] = []
  for (const part of rows) {
    const fitting = fitWhole(words, part)
    if (fitting === undefined) return wrong('too-long', '')
    const row = { ...shared, row: part.line, minor: part.minor, ...fitting }
    events.push({ kind: 'row', row })
  }
  return events
}

/** As many as a transaction has. */
const mostParts = 100
const longestNote = 500

type Part = {
  readonly line: number
  readonly minor: number
  readonly notes: string
  readonly category?: string
  readonly transferTo?: string
}

type Whole = Part & { readonly parts?: readonly Part[] }

/** What is left of a movement when its transfers are taken out. */
function together(line: number, parts: readonly Part[]): readonly Whole[] {
  const [only, ...others] = parts
  if (only === undefined) return []
  if (others.length === 0) return [{ ...only, line }]
  const minor = parts.reduce((sum, part) => sum + part.minor, 0)
  return [{ line, minor, notes: '', parts }]
}

/** What is said of a movement and its parts; `undefined` where it is longer than what is kept. */
function fitWhole(words: Words, whole: Whole) {
  const { names, rest } = fitNames(whole)
  const parts = whole.parts?.map(fitPart)
  const fitting = fitWords({
    ...words,
    notes: distinctLines([
      words.notes,
      whole.notes,
      rest,
      ...(parts ?? []).map(each => each.rest),
    ]),
  })
  if (fitting === undefined) return undefined
  const { transferTo } = whole
  return {
    ...fitting,
    ...names,
    ...(transferTo !== undefined && { transferTo }),
    ...(parts !== undefined && { parts: parts.map(({ part }) => part) }),
  }
}

/** A part, and what it has no room for. */
function fitPart({ minor, notes, ...end }: Part) {
  const { names, rest } = fitNames(end)
  const part: StatementPart = {
    minor,
    ...names,
    ...(notes !== '' && { notes: cut(notes, longestNote) }),
  }
  const long = notes.length > longestNote ? notes : ''
  return { part, rest: distinctLines([long, rest]) }
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
