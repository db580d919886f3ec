import {
  findRecurring,
  type FoundRecurring,
} from '../src/report/find-recurring.ts'
import {
  labelledMovements,
  type LabelledMovements,
  type LabelledPayment,
} from './labelled-payments.ts'

/** How often the finder is right, each a share from 0 to 1. */
export type FinderMeasure = {
  readonly years: number
  readonly households: number
  /** Payments that came often enough to be found, and those that were found with their interval. */
  readonly payments: number
  readonly recall: number
  readonly found: number
  readonly precision: number
  /** Of payments found: whether they have stopped is said right. */
  readonly statusRight: number
  /** Of rises in price of payments found, those that are told. */
  readonly risesTold: number
}

/** Fewer of them could as well be chance, and nobody expects to have them found. */
function isEnough({ unit, every, count }: LabelledPayment): boolean {
  if (unit === 'week') return count >= (every === 1 ? 6 : 5)
  if (every === 1) return count >= 5
  return count >= (every === 12 ? 2 : 4)
}

export function measureFinder(
  years: number,
  households: number,
): FinderMeasure {
  let payments = 0
  let matched = 0
  let found = 0
  let right = 0
  let statuses = 0
  let statusRight = 0
  let rises = 0
  let risesTold = 0
  for (let seed = 1; seed <= households; seed++) {
    const made = labelledMovements(seed * 104_729 + years, years)
    const answers = findRecurring(made.movements, made.today)
    const known = new Map<number, FoundRecurring>()
    for (const answer of answers) {
      const payment = paymentOf(answer, made)
      found += 1
      if (payment === undefined) continue
      right += 1
      known.set(payment.label, answer)
    }
    for (const payment of made.payments) {
      const answer = known.get(payment.label)
      if (isEnough(payment)) {
        payments += 1
        if (answer !== undefined) matched += 1
      }
      if (answer === undefined) continue
      statuses += 1
      const isStopped = answer.status === 'stopped'
      if (isStopped === payment.isStopped) statusRight += 1
      if (!answer.isFixed) continue
      rises += payment.rises.length
      const told = new Set(answer.prices.map(({ day }) => day))
      risesTold += payment.rises.filter(day => told.has(day)).length
    }
  }
  return {
    years,
    households,
    payments,
    recall: matched / payments,
    found,
    precision: right / found,
    statusRight: statusRight / statuses,
    risesTold: risesTold / rises,
  }
}

/** The payment that an answer is right about: nearly all of it is that payment's, it is most of it, and the interval is the same. */
function paymentOf(
  { places, rhythm }: FoundRecurring,
  { labels, payments }: LabelledMovements,
): LabelledPayment | undefined {
  return payments.find(({ label, unit, every, count }) => {
    if (unit !== rhythm.unit || every !== rhythm.every) return false
    const own = places.filter(place => labels[place] === label).length
    return own >= places.length * 0.8 && own >= count * 0.7
  })
}
