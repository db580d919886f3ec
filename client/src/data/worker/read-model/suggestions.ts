import type { LastUse } from '@ourmoney/shared/capture/reading.ts'
import {
  mostDaysBack,
  usualAt,
  type Moment,
  type PastUse,
  type Usual,
} from '@ourmoney/shared/capture/usual.ts'
import {
  dayNumber,
  fromDayNumber,
} from '@ourmoney/shared/calendar/day-number.ts'
import {
  dateInZone,
  minuteInZone,
} from '@ourmoney/shared/calendar/local-date.ts'
import { foldText } from '@ourmoney/shared/transaction/filter.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import type { Book } from './book.ts'
import type { Columns } from './columns.ts'

/** Habits that fit the moment. */
export function findUsual(
  book: Book,
  moment: Moment,
  timeZone: string,
): readonly Usual[] {
  return usualAt(recentUses(book, moment, timeZone), moment, mostUsual)
}

const mostUsual = 4
/** The latest of these are read; habits show in fewer. */
const mostRecent = 600

function recentUses(
  book: Book,
  moment: Moment,
  timeZone: string,
): readonly PastUse[] {
  const { columns } = book
  const today = dayNumber(moment.date)
  const uses: PastUse[] = []
  for (const at of book.all()) {
    const day = columns.day[at] ?? 0
    if (day > today) continue
    if (day < today - mostDaysBack || uses.length === mostRecent) break
    const date = fromDayNumber(day)
    const entered = columns.entered[at] ?? 0
    const isSameDay = entered > 0 && dateInZone(entered, timeZone) === date
    uses.push({
      ...lastUse(columns, at),
      minor: columns.minor[at] ?? 0,
      currency: columns.currencies.textOf(columns.currency[at] ?? 0),
      date,
      toAccount: columns.idOf(columns.toAccount[at]),
      minute: isSameDay ? minuteInZone(entered, timeZone) : undefined,
    })
  }
  return uses
}

/** The newest use of each description and type, in this order. */
export function findLastUses(
  book: Book,
  descriptions: readonly string[],
): readonly LastUse[] {
  const { columns } = book
  const wanted = new Set(
    descriptions.map(text => foldText(text.trim())).filter(Boolean),
  )
  const numbers = new Map<number, string>()
  book.folded.descriptions().forEach((folded, number) => {
    const isUsed = (columns.descriptions.uses[number] ?? 0) > 0
    if (isUsed && wanted.has(folded.trim())) numbers.set(number, folded.trim())
  })
  const found = new Map<string, LastUse>()
  if (numbers.size === 0) return []
  const most = wanted.size * transactionTypes.length
  for (const at of book.all()) {
    const folded = numbers.get(columns.description[at] ?? 0)
    if (folded === undefined) continue
    const key = `${columns.type[at]} ${folded}`
    if (!found.has(key)) found.set(key, lastUse(columns, at))
    if (found.size === most) break
  }
  return [...found.values()]
}

function lastUse(columns: Columns, at: number): LastUse {
  return {
    type: transactionTypes[columns.type[at] ?? 0] ?? 'expense',
    description: columns.descriptions.textOf(columns.description[at] ?? 0),
    category: columns.idOf(columns.category[at]),
    account: columns.idOf(columns.account[at]),
  }
}
