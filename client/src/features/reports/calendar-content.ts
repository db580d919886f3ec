import { dayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import type { MonthGrid } from '@ourmoney/shared/calendar/month-grid.ts'
import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import { daysIntoWeek } from '@ourmoney/shared/calendar/periods.ts'
import { meanMinor, shareOf } from '@ourmoney/shared/report/compare.ts'
import type { SumsAnswer } from '../../data/views/reports.ts'
import { fullDate, longDate, weekdayName } from '../../ui/dates.ts'
import { periodWords } from '../../words/period-words.ts'
import type { ReportAsk } from './ask.ts'
import type { CalendarDays } from './calendar-days.ts'
import { changeWords } from './change-words.ts'
import type { ReportContent, Row } from './content.ts'
import { listLink } from './list-link.ts'
import { missingIn, total } from './over-time.ts'
import { inPeriod, periodName } from './period-name.ts'
import type { ReportWords } from './words-for.ts'

/** Days so few say nothing of a weekday. */
const fewestDays = 14
/** Of more than that the days stand below their months. */
const fewMonths = 2

type Day = {
  readonly date: string
  readonly minor: number
  readonly count: number
  readonly to: string | undefined
}

/** What each day cost, as on a calendar; the answer has a span for each day, then the one before. */
export function calendarContent(
  { currency, spans }: SumsAnswer,
  calendar: CalendarDays,
  asked: ReportAsk,
  words: ReportWords,
): ReportContent {
  const { t, money, locale } = words
  const { before, months } = calendar
  const ask = { ...asked, ...calendar }
  const then = before ? spans.at(-1) : undefined
  const ofDays = before ? spans.slice(0, -1) : spans
  const days = ofDays.map(({ from, to, expenseMinor, count }): Day => ({
    date: from,
    minor: expenseMinor,
    count,
    to:
      count === 0
        ? undefined
        : listLink(ask, { types: ['expense'] }, { from, to }),
  }))
  const byDate = new Map(days.map(day => [day.date, day]))
  const spent = total(days.map(({ minor }) => minor))
  const [dearest] = days.toSorted((a, b) => b.minor - a.minor)
  const moved = days.filter(({ count }) => count > 0)
  const period = inPeriod(ask.period, words)
  const rowOf = ({ date, count, minor, to }: Day): Row => ({
    id: date,
    cells: [date, weekdayName(date, locale), count, minor],
    to,
  })
  return {
    sentence:
      dearest === undefined || dearest.minor <= 0
        ? t('reports.nothingSpent', { period })
        : t('reports.dearestDay', {
            day: longDate(dearest.date, locale),
            amount: money(dearest.minor, currency),
            all: money(spent, currency),
            period,
          }),
    notes: [
      ...meanNote(days, spent, currency, ask, words),
      ...weekdayNote(days, spent, words),
      ...(before && then
        ? [changeWords(spent, then.expenseMinor, currency, before, words)]
        : []),
      ...(calendar.isCut
        ? [t('reports.lastMonthsOnly', { count: months.length })]
        : []),
    ],
    missing: missingIn(ofDays),
    isEmpty: moved.length === 0,
    table: {
      caption: `${t('reports.name_calendar')}, ${periodName(ask.period, words)}`,
      currency,
      columns: [
        { id: 'day', name: t('reports.unit_day'), kind: 'date' },
        {
          id: 'weekday',
          name: t('reports.weekday'),
          kind: 'text',
          isExtra: true,
        },
        { id: 'count', name: t('reports.count'), kind: 'count', isExtra: true },
        { id: 'spent', name: t('reports.spent'), kind: 'money' },
      ],
      rows:
        months.length <= fewMonths
          ? moved.map(rowOf)
          : months.map((grid, at) => {
              const own = grid.days.flatMap(
                ({ date }) => byDate.get(date) ?? [],
              )
              const minor = total(own.map(day => day.minor))
              return {
                id: String(at),
                cells: [
                  periodWords(grid.month, words),
                  undefined,
                  total(own.map(({ count }) => count)),
                  minor,
                ],
                to: listLink(ask, { types: ['expense'] }, daysOf(grid)),
                children: own.filter(({ count }) => count > 0).map(rowOf),
              }
            }),
      sum: {
        id: 'sum',
        cells: [
          t('reports.all'),
          undefined,
          total(moved.map(({ count }) => count)),
          spent,
        ],
        to: listLink(ask, { types: ['expense'] }),
      },
    },
    chart: {
      kind: 'calendar',
      weekdays: weekdaysFrom(ask.counting.weekStart, locale),
      months: months.map(grid => ({
        name: periodWords(grid.month, words),
        days: grid.days.map(({ date, column, week }) => ({
          number: Number(date.slice(8)),
          column,
          week,
          minor: byDate.get(date)?.minor ?? 0,
          long: fullDate(date, locale),
          to: byDate.get(date)?.to,
          isToday: date === ask.today,
        })),
      })),
    },
  }
}

/** Of the days that have come: what each cost on average, and on how many there was nothing. */
function meanNote(
  days: readonly Day[],
  spent: number,
  currency: string,
  { today }: ReportAsk,
  { t, money }: ReportWords,
): readonly string[] {
  const come = days.filter(({ date, count }) => date <= today || count > 0)
  if (come.length < 2 || spent === 0) return []
  const without = come.filter(({ count }) => count === 0).length
  return [
    t(without === 0 ? 'reports.everyDay' : 'reports.eachDay', {
      amount: money(meanMinor([spent / come.length]), currency),
      count: without,
      all: come.length,
    }),
  ]
}

/** The day of the week on which the most goes. */
function weekdayNote(
  days: readonly Day[],
  spent: number,
  { t, locale, percent }: ReportWords,
): readonly string[] {
  if (days.length < fewestDays || spent <= 0) return []
  const sums = Array.from({ length: 7 }, (_, weekday) => {
    const same = days.filter(
      ({ date }) => daysIntoWeek(dayNumber(date), 1) === weekday,
    )
    return { date: same[0]?.date, minor: total(same.map(({ minor }) => minor)) }
  })
  const [most] = sums.toSorted((a, b) => b.minor - a.minor)
  const share = shareOf(most?.minor ?? 0, spent)
  if (most?.date === undefined || share === undefined) return []
  return [
    t('reports.dearestWeekday', {
      weekday: weekdayName(most.date, locale),
      share: percent(share),
    }),
  ]
}

function daysOf({ days }: MonthGrid): DateRange {
  return { from: days[0]?.date ?? '', to: days.at(-1)?.date ?? '' }
}

/** 1 January 2024 was a Monday. */
function weekdaysFrom(weekStart: number, locale: string): readonly string[] {
  return Array.from({ length: 7 }, (_, at) =>
    weekdayName(`2024-01-0${((weekStart - 1 + at) % 7) + 1}`, locale, 'short'),
  )
}
