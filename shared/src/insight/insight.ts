import type { DateRange } from '../calendar/period.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { Rhythm } from '../report/interval-fit.ts'

/** What there is to look at: transactions by what they have in common, or one by one. */
export type Evidence = {
  /** Days that it is about. */
  readonly range: DateRange
  /** Id of a category, `none` for what has none, as filters have it. */
  readonly category?: string | undefined
  /** Id of the payee, or whatever else tells from whom a payment is. */
  readonly from?: string | undefined
  readonly budget?: string | undefined
  /** Ids of transactions. */
  readonly transactions?: readonly string[] | undefined
}

/** What is to be said; amounts are whole minor units of one currency. The words are the reader's. */
export type Told =
  /** A category in which much more or less was spent than in as many days of the period before. */
  | {
      readonly kind: 'mover'
      readonly minor: number
      readonly beforeMinor: number
      /** In parts of ten thousand; `undefined` where nothing was spent before. */
      readonly changeBasisPoints: number | undefined
    }
  /** A transaction much larger than others there. */
  | {
      readonly kind: 'unusual'
      readonly minor: number
      readonly usualMinor: number
      readonly score: number
      /** What it was compared with. */
      readonly beside: 'payee' | 'category'
      readonly isSeasonal: boolean
    }
  /** A payment that recurs and did not before. */
  | {
      readonly kind: 'new-payment'
      readonly minor: number
      readonly yearlyMinor: number
      readonly rhythm: Rhythm
      readonly since: LocalDate
    }
  /** One that became dearer. */
  | {
      readonly kind: 'risen-payment'
      readonly minor: number
      readonly beforeMinor: number
      /** What that makes in a year. */
      readonly yearlyChangeMinor: number
      readonly rhythm: Rhythm
      readonly since: LocalDate
    }
  /** A budget that is spent, or will be before its period ends. */
  | {
      readonly kind: 'over-pace'
      readonly state: 'fast' | 'over'
      readonly spentMinor: number
      readonly availableMinor: number
      readonly projectedMinor: number
      readonly daysLeft: number
    }
  /** The month in which most was left of the income, of the last `of`. */
  | {
      readonly kind: 'best-month'
      readonly savedMinor: number
      readonly usualMinor: number
      readonly of: number
    }
  /** So many periods in a row in which a budget was kept, or something left of the income. */
  | {
      readonly kind: 'streak'
      readonly of: 'kept' | 'saved'
      readonly length: number
      readonly since: LocalDate
    }

export type InsightKind = Told['kind']

/** Something that a household may want to know. */
export type Insight = {
  /** The same for the same news on every device and day, so that it can be put away for good. */
  readonly id: string
  readonly told: Told
  /** What it is about in whole minor units: the more, the sooner it is shown. */
  readonly weightMinor: number
  readonly evidence: Evidence
}

/** Of one kind so many at first, that the rest is seen too. */
const mostOfAKind = 2

/**
 * The weightiest that nobody has put away, at most `most`. Those beyond two of
 * a kind come after the others. The order is the same on every device.
 */
export function rankInsights<One extends Insight>(
  insights: readonly One[],
  dismissed: ReadonlySet<string>,
  most: number,
): readonly One[] {
  const counts = new Map<InsightKind, number>()
  return insights
    .filter(({ id }) => !dismissed.has(id))
    .sort((a, b) => b.weightMinor - a.weightMinor || (a.id < b.id ? -1 : 1))
    .map(insight => {
      const { kind } = insight.told
      const count = (counts.get(kind) ?? 0) + 1
      counts.set(kind, count)
      return { insight, isLater: count > mostOfAKind }
    })
    .sort((a, b) => Number(a.isLater) - Number(b.isLater))
    .slice(0, most)
    .map(({ insight }) => insight)
}
