import { dayNumber, fromDayNumber } from '../src/calendar/day-number.ts'
import { calendarDate } from '../src/calendar/local-date.ts'
import type { Movements } from '../src/report/series.ts'
import { normal, seededRandom } from './random.ts'

/** A payment that recurs, as it was made. */
export type LabelledPayment = {
  readonly label: number
  readonly unit: 'week' | 'month'
  readonly every: number
  /** How many of its movements there are. */
  readonly count: number
  readonly isStopped: boolean
  /** Day numbers of the first payments at a higher price. */
  readonly rises: readonly number[]
}

export type LabelledMovements = {
  readonly movements: Movements
  /** By place: the payment that a movement belongs to, 0 for none. */
  readonly labels: readonly number[]
  readonly payments: readonly LabelledPayment[]
  /** Day number of the last day. */
  readonly today: number
}

type Plan = {
  readonly unit: 'week' | 'month'
  readonly every: number
  readonly minor: number
  /** Deviation of the amount, as a share of it. */
  readonly varies?: number
  /** More in winter than in summer, by this share. */
  readonly season?: number
  /** Days that it may be early or late beside weekends. */
  readonly off?: number
  /** Chance of a rise in price in a year. */
  readonly rises?: number
  /** Chance that it ends within the time. */
  readonly ends?: number
  /** The key that it shares with others, else one of its own. */
  readonly shared?: number
  readonly monthDay?: number
}

/** Keys from here on are those of a payment alone. */
const ownKeys = 1_000

/** What households pay again and again: their dates and amounts vary as those of banks do. */
function plansOf(random: () => number): readonly Plan[] {
  const between = (least: number, most: number) =>
    Math.round(least + random() * (most - least))
  const price = () => between(3, 40) * 100 - 1
  const maybe = (chance: number, plan: Plan) =>
    random() < chance ? [plan] : []
  return [
    {
      unit: 'month',
      every: 1,
      minor: between(500, 1_200) * 100,
      monthDay: 1,
      rises: 0.4,
    },
    {
      unit: 'month',
      every: 1,
      minor: between(1_200, 3_500) * 100,
      monthDay: 31,
      rises: 0.3,
    },
    { unit: 'month', every: 1, minor: price(), rises: 0.5 },
    { unit: 'month', every: 1, minor: price(), rises: 0.6, ends: 0.4 },
    { unit: 'month', every: 1, minor: price(), off: 1, rises: 0.3, ends: 0.3 },
    {
      unit: 'month',
      every: 1,
      minor: between(30, 110) * 100,
      varies: 0.1,
      season: 0.3,
      off: 2,
    },
    ...maybe(0.5, {
      unit: 'month',
      every: 2,
      minor: between(20, 60) * 100,
      varies: 0.15,
      off: 2,
    }),
    ...maybe(0.7, {
      unit: 'month',
      every: 3,
      minor: between(40, 200) * 100,
      rises: 0.3,
    }),
    ...maybe(0.4, { unit: 'month', every: 6, minor: between(80, 300) * 100 }),
    {
      unit: 'month',
      every: 12,
      minor: between(60, 600) * 100,
      varies: 0.03,
      off: 2,
    },
    ...maybe(0.6, {
      unit: 'month',
      every: 12,
      minor: between(30, 60) * 100,
      off: 1,
    }),
    ...maybe(0.5, {
      unit: 'week',
      every: 1,
      minor: between(30, 80) * 100,
      ends: 0.3,
    }),
    ...maybe(0.4, { unit: 'week', every: 2, minor: between(20, 70) * 100 }),
    ...maybe(0.5, {
      unit: 'week',
      every: 4,
      minor: between(20, 50) * 100 - 1,
      ends: 0.3,
    }),
    // A subscription with a shop where much else is bought.
    ...maybe(0.6, {
      unit: 'month',
      every: 1,
      minor: price(),
      rises: 0.3,
      shared: 1,
    }),
    // Two policies with one insurer.
    { unit: 'month', every: 1, minor: between(15, 30) * 100, shared: 2 },
    { unit: 'month', every: 3, minor: between(90, 250) * 100, shared: 2 },
  ]
}

type Habit = {
  readonly key: number
  /** Days from one to the next, on average. */
  readonly days: number
  /** Deviation of that, as a share; 1 is pure chance. */
  readonly chance: number
  readonly minor: number
  readonly varies: number
  /** Amounts come in steps of so much. */
  readonly step?: number
}

/** What is bought again and again and is no payment that recurs. */
function habitsOf(random: () => number): readonly Habit[] {
  const shops = Array.from({ length: 70 }, (_, at) => ({
    key: 100 + at,
    days: 60 + random() * 900,
    chance: 1,
    minor: 800 + random() * 9_000,
    varies: 0.5,
  }))
  return [
    { key: 1, days: 12, chance: 1, minor: 2_500, varies: 0.8 },
    { key: 10, days: 3, chance: 0.6, minor: 3_500, varies: 0.6 },
    { key: 11, days: 5, chance: 0.8, minor: 6_000, varies: 0.5 },
    // A coffee costs what it costs.
    { key: 12, days: 2, chance: 1, minor: 240, varies: 0.3, step: 120 },
    { key: 13, days: 11, chance: 0.3, minor: 5_800, varies: 0.12 },
    { key: 14, days: 9, chance: 0.9, minor: 7_000, varies: 0.6, step: 5_000 },
    { key: 15, days: 30, chance: 0.9, minor: 1_800, varies: 0.6 },
    { key: 16, days: 28, chance: 0.6, minor: 2_200, varies: 0.25 },
    { key: 17, days: 7, chance: 0.7, minor: 1_290, varies: 0.05, step: 645 },
    ...shops,
  ]
}

/** A household's movements of so many years, the same for the same seed. */
export function labelledMovements(
  seed: number,
  years: number,
): LabelledMovements {
  const random = seededRandom(seed)
  const first = dayNumber('2022-03-01')
  const today = first + Math.round(years * 365.25)
  const rows: { day: number; minor: number; key: number; label: number }[] = []

  const payments = plansOf(random).map((plan, at): LabelledPayment => {
    const label = at + 1
    const key = plan.shared ?? ownKeys + label
    const made = makePayment(plan, random, first, today)
    for (const each of made.rows) rows.push({ ...each, key, label })
    const { unit, every } = plan
    const { isStopped, rises } = made
    return { label, unit, every, count: made.rows.length, isStopped, rises }
  })
  for (const habit of habitsOf(random)) {
    let day = first + random() * habit.days
    while (day <= today) {
      const { key, step = 1 } = habit
      const amount = habit.minor * Math.exp(normal(random) * habit.varies)
      const minor = Math.max(step, Math.round(amount / step) * step)
      rows.push({ day: Math.floor(day), minor, key, label: 0 })
      const wait = -Math.log(1 - random())
      day += habit.days * (habit.chance * wait + (1 - habit.chance))
    }
  }
  rows.sort((a, b) => a.day - b.day)
  return {
    movements: {
      day: rows.map(({ day }) => day),
      minor: rows.map(({ minor }) => minor),
      key: rows.map(({ key }) => key),
    },
    labels: rows.map(({ label }) => label),
    payments,
    today,
  }
}

function makePayment(
  plan: Plan,
  random: () => number,
  first: number,
  today: number,
) {
  const { unit, every, varies = 0, season = 0, off = 0 } = plan
  const monthDay = plan.monthDay ?? 1 + Math.floor(random() * 31)
  const weekday = Math.floor(random() * 7)
  const phase = Math.floor(random() * every)
  const isStopped = random() < (plan.ends ?? 0)
  const end = isStopped
    ? first + (today - first) * (0.3 + random() * 0.5)
    : today
  const rows: { day: number; minor: number }[] = []
  const rises: number[] = []
  let price = plan.minor
  const perYear = (unit === 'month' ? 12 : 52) / every
  for (let step = phase; ; step += every) {
    const due =
      unit === 'week'
        ? first + weekday + step * 7
        : dueInMonth(first, step, monthDay)
    const late = off === 0 ? 0 : Math.round(normal(random) * off)
    const day = unit === 'week' ? due : afterWeekend(due + late)
    if (day > end) break
    const risesNow = rows.length > 0 && random() < (plan.rises ?? 0) / perYear
    if (risesNow) price = Math.round(price * (1.04 + random() * 0.25))
    const winter = Math.cos((2 * Math.PI * ((day % 365.25) - 15)) / 365.25)
    const factor = 1 + varies * normal(random) + season * winter
    // Now and then one is not written down.
    if (random() < 0.03) continue
    if (risesNow) rises.push(day)
    rows.push({ day, minor: Math.max(100, Math.round(price * factor)) })
  }
  return { rows, isStopped, rises }
}

function dueInMonth(first: number, months: number, monthDay: number): number {
  const begins = calendarDate(fromDayNumber(first)).add({ months })
  return dayNumber(
    // Constrained to the month by the library.
    begins.set({ day: monthDay }).toString(),
  )
}

/** Banks do nothing on Saturday and Sunday; 1970-01-01, day 0, was a Thursday. */
function afterWeekend(day: number): number {
  const weekday = (day + 3) % 7
  return weekday < 5 ? day : day + 7 - weekday
}
