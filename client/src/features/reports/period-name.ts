import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import type { Period } from '@ourmoney/shared/calendar/periods.ts'
import { daysName } from '../../ui/dates.ts'
import {
  periodPhrase,
  periodWords,
  type PeriodWords,
} from '../../words/period-words.ts'
import type { Before } from '@ourmoney/shared/report/compared.ts'
import { daysOf } from '@ourmoney/shared/report/days-of.ts'

/** A period with the days that a report counts of it. */
export function periodName(period: Period, words: PeriodWords): string {
  return isMoved(period)
    ? rangeName(daysOf(period, words.counting), words)
    : periodWords(period, words)
}

/** The same as it ends a sentence. */
export function inPeriod(period: Period, words: PeriodWords): string {
  return isMoved(period)
    ? inRange(daysOf(period, words.counting), words)
    : periodPhrase(period, words)
}

/** The earlier period by its name, or by its days where not all of it counts. */
export function beforeName(before: Before, words: PeriodWords): string {
  return isWhole(before, words)
    ? periodName(before.period, words)
    : rangeName(before.days, words)
}

export function inBefore(before: Before, words: PeriodWords): string {
  return isWhole(before, words)
    ? inPeriod(before.period, words)
    : inRange(before.days, words)
}

/** Months that roll back from another day than today: their name would be wrong. */
function isMoved(period: Period): boolean {
  return period.unit === 'rolling-months' && period.offset !== 0
}

function isWhole({ period, days }: Before, { counting }: PeriodWords): boolean {
  const { from, to } = daysOf(period, counting)
  return days.from === from && days.to === to
}

function rangeName({ from, to }: DateRange, { locale }: PeriodWords): string {
  return daysName(from, to, locale)
}

function inRange(days: DateRange, words: PeriodWords): string {
  return words.t('periods.inDays', { days: rangeName(days, words) })
}
