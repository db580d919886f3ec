import type {
  ColumnRole,
  ReadContext,
  StatementAccount,
} from '@ourmoney/shared/statement/statement.ts'
import { mostAccounts } from '../accounts.ts'
import { accountKey } from './account-key.ts'
import { createOrderVotes } from './date-order.ts'
import { createMarkVotes } from '../decimal-mark.ts'
import { findDay } from './read-day.ts'
import { foldName } from './fold-name.ts'
import { isNegative } from '../read-minor.ts'
import { isOutWord } from './row-words.ts'
import type { TableRow } from './table.ts'

/** After so many no more are asked, if the columns have decided by then. */
const manyRows = 2_000

/** What the whole of the columns decides. */
export function createVotes(
  columns: readonly ColumnRole[],
  currency: string,
  context: ReadContext,
) {
  const dateAt = columns.indexOf('date')
  const accountAt = columns.indexOf('account')
  const directionAt = columns.indexOf('direction')
  const amountAt = columns.indexOf('amount')
  const sumsAt = columns.flatMap((role, at) =>
    ['amount', 'in', 'out', 'balance'].includes(role) ? [at] : [],
  )
  const order = createOrderVotes(context.currency === 'USD')
  const marks = createMarkVotes()
  const accounts = new Map<string, StatementAccount>()
  /** Words for money out as they stand there, by what they are without case and accents. */
  const outWords = new Map<string, string>()
  /** Amounts beside such words: of those that go out by their own sign, and the others. */
  const beside = { negative: 0, positive: 0 }
  let count = 0

  function addAccount(name: string): void {
    if (name === '' || accounts.size > mostAccounts) return
    const key = accountKey(name)
    accounts.set(key, { key, name: name.slice(0, 120) })
  }

  function addDirection(word: string, { cells, numbers }: TableRow): void {
    if (word === '' || !isOutWord(word)) return
    const key = foldName(word) || word
    if (!outWords.has(key)) outWords.set(key, word)
    const amount = (cells[amountAt] ?? '').trim()
    if (amount === '') return
    const isOut =
      numbers?.has(amountAt) === true
        ? amount.startsWith('-')
        : isNegative(amount)
    beside[isOut ? 'negative' : 'positive'] += 1
  }

  return {
    add(rows: readonly TableRow[]): void {
      count += rows.length
      for (const row of rows) {
        const { cells, numbers } = row
        const day = findDay(cells[dateAt] ?? '', context.timeZone)
        if (day !== undefined) order.add(day)
        for (const at of sumsAt) {
          if (numbers?.has(at) !== true) marks.add(cells[at] ?? '', currency)
        }
        if (day !== undefined) addAccount((cells[accountAt] ?? '').trim())
        addDirection((cells[directionAt] ?? '').trim(), row)
      }
    },
    /** Whether the rest of the rows could change nothing. */
    isDecided: () =>
      accountAt < 0 &&
      directionAt < 0 &&
      count >= manyRows &&
      order.found().isSure &&
      marks.isDecided(),
    order: () => order.found(),
    mark: () => ({ mark: marks.mark(), isSure: marks.isSure() }),
    accounts: () => (accountAt < 0 ? undefined : [...accounts.values()]),
    hasTooManyAccounts: () => accounts.size > mostAccounts,
    outWords: () => [...outWords.values()],
    /**
     * Where money that goes out has a minus of its own, what has none beside
     * such a word came back. A few among many without are debits that the bank
     * took back.
     */
    isSigned: () =>
      beside.negative > 0 && beside.positive <= 3 * beside.negative,
  }
}
