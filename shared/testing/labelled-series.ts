import { normal, seededRandom } from './random.ts'
import type { KnownItem } from '../src/report/known-items.ts'

/** Spending by period as a household has it, made by a rule that is known. */
export type SeriesKind = keyof typeof makers

export type MadeSeries = {
  readonly values: readonly number[]
  readonly items: (count: number) => readonly KnownItem[]
}

const noItems = () => []

/** A rule of its own for each: what is noise in it nobody can foretell. */
const makers = {
  /** The same each month, but for chance. */
  even: (random, count) => list(count, () => 60_000 + 8_000 * normal(random)),
  /** Slowly dearer, more in some months of a year. */
  groceries: (random, count) => {
    let level = 50_000
    const shift = random() * 12
    return list(count, month => {
      level += 150 + 600 * normal(random)
      const wave = Math.cos((2 * Math.PI * (month - shift)) / 12)
      return level + 6_000 * wave + 4_000 * normal(random)
    })
  },
  /** Winter and summer. */
  heating: (random, count) => {
    let level = 9_000
    return list(count, month => {
      level += 100 * normal(random)
      const wave = Math.cos((2 * Math.PI * month) / 12)
      return level + 4_500 * wave + 900 * normal(random)
    })
  },
  /** Little, and now and then a repair. */
  repairs: (random, count) =>
    list(count, () => {
      const small = 3_000 + 2_000 * Math.exp(0.6 * normal(random))
      const isRepair = random() < 0.2
      return small + (isRepair ? 20_000 * Math.exp(0.5 * normal(random)) : 0)
    }),
  /** Habits that change for good. */
  drifting: (random, count) => {
    let level = 50_000
    return list(count, () => {
      level += 2_000 * normal(random)
      return level + 1_000 * normal(random)
    })
  },
  /** By day: much on Saturdays, little in between, often nothing. */
  days: (random, count) => {
    const week = [0.6, 0.5, 0.6, 0.8, 1.2, 2.4, 0.9]
    return list(count, day =>
      random() < 0.3
        ? 0
        : 3_000 * (week[day % 7] ?? 1) * Math.exp(0.5 * normal(random)),
    )
  },
  /** By week: more in summer and before Christmas. */
  weeks: (random, count) =>
    list(count, week => {
      const ofYear = week % 52
      const summer = 9_000 * Math.exp(-(((ofYear - 30) / 5) ** 2))
      const christmas = 12_000 * Math.exp(-(((ofYear - 50) / 1.5) ** 2))
      return 15_000 + summer + christmas + 3_000 * normal(random)
    }),
} satisfies Record<
  string,
  (random: () => number, count: number) => readonly number[]
>

export const seriesKinds = [
  'even',
  'groceries',
  'heating',
  'repairs',
  'drifting',
] as const satisfies readonly SeriesKind[]

/** The same for the same seed, in whole minor units, none below zero. */
export function madeSeries(
  kind: SeriesKind | 'bills',
  seed: number,
  count: number,
): MadeSeries {
  const random = seededRandom(seed)
  if (kind === 'bills') return billsAndRest(random, count)
  return { values: makers[kind](random, count), items: noItems }
}

/** Payments that are known, with one or two months of a year when much is due, and a rest that is not. */
function billsAndRest(random: () => number, count: number): MadeSeries {
  const bills = [1, 3, 6, 12, 12].map(every => {
    let minor = Math.round(20_000 + 40_000 * random() + 4_000 * every)
    const first = Math.floor(random() * every)
    return list(count, month => {
      if (month % every !== first) return 0
      // Dearer now and then.
      if (random() < 0.04 * every) minor = Math.round(minor * 1.08)
      return minor
    })
  })
  const rest = list(count, () => 70_000 + 9_000 * normal(random))
  return {
    values: rest.map((value, month) =>
      bills.reduce((sum, bill) => sum + (bill[month] ?? 0), value),
    ),
    items: over =>
      bills.map(bill => ({
        minors: bill.slice(0, over),
        due: bill.map(minor => (minor > 0 ? 1 : 0)),
      })),
  }
}

function list(
  count: number,
  valueOf: (period: number) => number,
): readonly number[] {
  return Array.from({ length: count }, (_, period) =>
    Math.max(0, Math.round(valueOf(period))),
  )
}
