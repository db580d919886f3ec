import type {
  ColumnRole,
  ReadContext,
  StatementAccount,
} from '@ourmoney/shared/statement/statement.ts'
import { accountKey } from './account-key.ts'
import { createOrderVotes } from './date-order.ts'
import { createMarkVotes } from './decimal-mark.ts'
import { findDay } from './read-day.ts'
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
  const sumsAt = columns.flatMap((role, at) =>
    ['amount', 'in', 'out', 'balance'].includes(role) ? [at] : [],
  )
  const order = createOrderVotes(context.currency === 'USD')
  const marks = createMarkVotes(currency)
  const accounts = new Map<string, StatementAccount>()
  const directions = new Set<string>()
  let count = 0

  return {
    add(rows: readonly TableRow[]): void {
      count += rows.length
      for (const { cells, numbers } of rows) {
        const day = findDay(cells[dateAt] ?? '', context.timeZone)
        if (day !== undefined) order.add(day)
        for (const at of sumsAt) {
          if (numbers?.has(at) !== true) marks.add(cells[at] ?? '')
        }
        const name = (cells[accountAt] ?? '').trim()
        if (name !== '' && day !== undefined) {
          const key = accountKey(name)
          accounts.set(key, { key, name })
        }
        const word = (cells[directionAt] ?? '').trim()
        if (word !== '' && directions.size < 20) directions.add(word)
      }
    },
    /** Whether the rest of the rows could change nothing. */
    isDecided: () =>
      accountAt < 0 &&
      count >= manyRows &&
      order.found().isSure &&
      marks.isDecided(),
    order: () => order.found(),
    mark: () => marks.mark(),
    accounts: () => (accountAt < 0 ? undefined : [...accounts.values()]),
    outWords: () => [...directions].filter(isOutWord),
  }
}
