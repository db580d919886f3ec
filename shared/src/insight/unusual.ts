import { dayNumber, fromDayNumber } from '../calendar/day-number.ts'
import type { DateRange } from '../calendar/period.ts'
import { amountAnomaly, type Anomaly } from '../report/anomaly.ts'
import type { Insight } from './insight.ts'

/** Expenses as columns of one length, in order of their days. */
export type Spending = {
  /** Day numbers. */
  readonly day: ArrayLike<number>
  readonly minor: ArrayLike<number>
  /** Numbers of categories and payees; 0 for none. */
  readonly category: ArrayLike<number>
  readonly payee: ArrayLike<number>
}

/** Of so many before it the usual is known well enough. */
const mostEarlier = 1_000

/**
 * Expenses in a range of days that are unusually large beside the last
 * thousand before them at the same payee; where there are too few of those, in
 * the same category. The payee knows better: rent is usual at the landlord,
 * whatever else is spent on the home.
 */
export function findUnusual(
  spending: Spending,
  range: DateRange,
  idsOf: {
    readonly transaction: (place: number) => string
    readonly category: (key: number) => string
  },
): readonly Insight[] {
  const { day, minor, category, payee } = spending
  const [from, to] = [dayNumber(range.from), dayNumber(range.to)]
  const byPayee = new Map<number, Earlier>()
  const byCategory = new Map<number, Earlier>()
  const insights: Insight[] = []
  for (let place = 0; place < day.length; place++) {
    const on = day[place] ?? 0
    const amount = minor[place] ?? 0
    if (amount <= 0) continue
    if (on > to) break
    const atPayee = earlierOf(byPayee, payee[place] ?? 0)
    const inCategory = earlierOf(byCategory, category[place] ?? 0)
    if (on >= from) {
      const score = (earlier: Earlier) => amountAnomaly(amount, on, earlier)
      const own = payee[place] === 0 ? undefined : score(atPayee)
      const isOwn = own?.outcome === 'scored'
      const anomaly = isOwn ? own : score(inCategory)
      if (isTold(anomaly)) {
        insights.push(
          insightOf(anomaly, amount, isOwn, on, {
            transaction: idsOf.transaction(place),
            category: idsOf.category(category[place] ?? 0),
          }),
        )
      }
    }
    for (const earlier of [atPayee, inCategory]) remember(earlier, on, amount)
  }
  return insights
}

type Earlier = { readonly day: number[]; readonly minor: number[] }
type Scored = Extract<Anomaly, { readonly outcome: 'scored' }>

/** Only what is more than usual; less is no news. */
function isTold(anomaly: Anomaly): anomaly is Scored {
  return anomaly.outcome === 'scored' && anomaly.isUnusual && anomaly.score > 0
}

function insightOf(
  { usualMinor, score, isSeasonal }: Scored,
  minor: number,
  isOwn: boolean,
  day: number,
  ids: { readonly transaction: string; readonly category: string },
): Insight {
  const date = fromDayNumber(day)
  const beside = isOwn ? 'payee' : 'category'
  return {
    id: `unusual ${ids.transaction} ${minor}`,
    told: { kind: 'unusual', minor, usualMinor, score, beside, isSeasonal },
    weightMinor: minor - usualMinor,
    evidence: {
      range: { from: date, to: date },
      category: ids.category,
      transactions: [ids.transaction],
    },
  }
}

function earlierOf(all: Map<number, Earlier>, key: number): Earlier {
  let earlier = all.get(key)
  if (earlier === undefined) {
    earlier = { day: [], minor: [] }
    all.set(key, earlier)
  }
  return earlier
}

function remember(earlier: Earlier, day: number, minor: number): void {
  earlier.day.push(day)
  earlier.minor.push(minor)
  // Now and then, as taking the first away moves all others.
  if (earlier.day.length < mostEarlier * 2) return
  earlier.day.splice(0, mostEarlier)
  earlier.minor.splice(0, mostEarlier)
}
