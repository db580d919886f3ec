import { monthOf } from '@ourmoney/shared/calendar/period.ts'
import { askOnce } from '../../../data/ask-once.ts'
import type { Ledger } from '../../../data/ledger.ts'
import type { LookupsAnswer } from '../../../data/views/names.ts'
import type { TransactionRow } from '../../../data/views/transactions.ts'
import type { PdfBatch, PdfTransaction } from '../../../pdf/content.ts'
import { periodName } from '../../../ui/dates.ts'
import type { ReportWords } from '../words-for.ts'
import type { PdfAnswers } from './answers.ts'
import type { PdfPlan } from './plan.ts'

/** So many cross at once, in a few milliseconds, and no frame is late. */
const window = 500

/** Every transaction of the period in its month, the oldest first, some at a time. */
export async function* appendixRows(
  ledger: Pick<Ledger, 'openView'>,
  plan: PdfPlan,
  answers: PdfAnswers,
  words: ReportWords,
  signal: AbortSignal,
): AsyncGenerator<PdfBatch> {
  const { days, ask, months } = plan
  const { firstDay } = ask.counting
  const nameOf = namesIn(ask.lookups)
  const notes = new Map(
    months.map((month, at) => [
      monthOf(month.from, firstDay),
      noteOf(answers, at, words),
    ]),
  )
  let month = ''
  for (let from = 0; ; from += window) {
    const { rows, count } = await askOnce(
      ledger,
      {
        view: 'transactions',
        filter: { from: days.from, to: days.to },
        order: { by: 'date', descending: false },
        from,
        to: from + window,
      },
      signal,
    )
    let batch: PdfTransaction[] = []
    let begins = month
    for (const row of rows) {
      const own = monthOf(row.date, firstDay)
      if (own !== month) {
        if (batch.length > 0) yield batchOf(begins, month, batch)
        batch = []
        begins = month
        month = own
      }
      batch.push(transactionOf(row, nameOf, words))
    }
    if (batch.length > 0) yield batchOf(begins, month, batch)
    if (from + window >= count || rows.length === 0) return
  }

  function batchOf(
    before: string,
    of: string,
    transactions: readonly PdfTransaction[],
  ): PdfBatch {
    if (before === of) return { transactions }
    const name = periodName(of, words.locale)
    return { month: { name, note: notes.get(of) ?? '' }, transactions }
  }
}

function noteOf(
  { months }: PdfAnswers,
  at: number,
  { t, money }: ReportWords,
): string {
  const span = months.spans[at]
  if (span === undefined) return ''
  return t('printed.monthNote', {
    count: span.count,
    income: money(span.incomeMinor, months.currency),
    spent: money(span.expenseMinor, months.currency),
  })
}

type NameOf = (id: string | undefined) => string

function transactionOf(
  row: TransactionRow,
  nameOf: NameOf,
  { t }: ReportWords,
): PdfTransaction {
  const isTransfer = row.type === 'transfer'
  const sign = row.type === 'expense' ? -1 : 1
  const account = nameOf(row.account)
  return {
    date: row.date,
    description: row.description,
    payee: nameOf(row.payee),
    category:
      row.parts.length > 0 || isTransfer
        ? ''
        : nameOf(row.category) || t('common.noCategory'),
    account: isTransfer ? `${account} → ${nameOf(row.toAccount)}` : account,
    // Never -0, which would be written as such.
    minor: row.minor * sign + 0,
    currency: row.currency,
    isTransfer,
    parts: isTransfer
      ? []
      : row.parts.map(({ category, minor }) => ({
          category: nameOf(category) || t('common.noCategory'),
          minor: minor * sign + 0,
        })),
  }
}

/** Of categories with what they are below. */
function namesIn(lookups: LookupsAnswer): NameOf {
  const { accounts, payees, categories, merged } = lookups
  const names = new Map<string, string>()
  for (const { _id, name } of [...accounts, ...payees]) names.set(_id, name)
  const plain = new Map(categories.map(({ _id, name }) => [_id, name]))
  for (const { _id, name, parent = '' } of categories) {
    const above = plain.get(merged[parent] ?? parent)
    names.set(_id, above === undefined ? name : `${above} › ${name}`)
  }
  return id => (id === undefined ? '' : (names.get(merged[id] ?? id) ?? ''))
}
