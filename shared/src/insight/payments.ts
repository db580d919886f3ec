import { dayNumber, fromDayNumber } from '../calendar/day-number.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { FoundRecurring } from '../report/find-recurring.ts'
import { timesAYear } from '../report/interval-fit.ts'
import type { Insight } from './insight.ts'

/** A rise is news for a quarter. */
const newsDays = 92
/** And a new payment until its fourth time, in days. */
const newDays = { least: 60, most: 200 } as const
const newTimes = 4

type IdsOf = {
  /** From whom a payment is, by its key. */
  readonly from: (key: number) => string
  readonly transaction: (place: number) => string
}

/**
 * Payments that have begun to recur, and those that became dearer in the last
 * quarter; nothing of what has stopped. `bookBegins` is the day number of the
 * first record: what was there in its first two months is not new.
 */
export function tellPayments(
  found: readonly FoundRecurring[],
  bookBegins: number,
  today: LocalDate,
  idsOf: IdsOf,
): readonly Insight[] {
  const now = dayNumber(today)
  return found
    .filter(({ status }) => status !== 'stopped')
    .flatMap(payment => [
      ...toldAsNew(payment, bookBegins, now, idsOf),
      ...toldAsRisen(payment, now, idsOf),
    ])
}

function toldAsNew(
  payment: FoundRecurring,
  bookBegins: number,
  now: number,
  idsOf: IdsOf,
): readonly Insight[] {
  const { rhythm, firstDay, minor, yearlyMinor, key } = payment
  const interval = 365.2425 / timesAYear(rhythm)
  const isNewFor = Math.min(
    newDays.most,
    Math.max(newDays.least, interval * newTimes),
  )
  const isNew =
    now - firstDay <= isNewFor && firstDay - bookBegins >= newDays.least
  if (!isNew) return []
  const since = fromDayNumber(firstDay)
  const from = idsOf.from(key)
  return [
    {
      id: `new-payment ${from} ${rhythm.every} ${rhythm.unit} ${since}`,
      told: { kind: 'new-payment', minor, yearlyMinor, rhythm, since },
      weightMinor: yearlyMinor,
      evidence: evidenceOf(payment, idsOf),
    },
  ]
}

function toldAsRisen(
  payment: FoundRecurring,
  now: number,
  idsOf: IdsOf,
): readonly Insight[] {
  const { rhythm, prices, key } = payment
  const last = prices.at(-1)
  if (last === undefined || last.minor <= last.beforeMinor) return []
  if (now - last.day > newsDays) return []
  const { minor, beforeMinor } = last
  const yearlyChangeMinor = Math.round(
    (minor - beforeMinor) * timesAYear(rhythm),
  )
  const since = fromDayNumber(last.day)
  return [
    {
      id: `risen-payment ${idsOf.from(key)} ${since} ${minor}`,
      told: {
        kind: 'risen-payment',
        minor,
        beforeMinor,
        yearlyChangeMinor,
        rhythm,
        since,
      },
      weightMinor: yearlyChangeMinor,
      evidence: evidenceOf(payment, idsOf),
    },
  ]
}

function evidenceOf(
  { key, places, firstDay, lastDay }: FoundRecurring,
  idsOf: IdsOf,
): Insight['evidence'] {
  return {
    range: { from: fromDayNumber(firstDay), to: fromDayNumber(lastDay) },
    from: idsOf.from(key),
    transactions: places.map(idsOf.transaction),
  }
}
