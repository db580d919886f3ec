import { fromDayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import { periodGrid } from '@ourmoney/shared/calendar/period-grid.ts'
import { periodOf } from '@ourmoney/shared/calendar/periods.ts'
import { forecastBalance } from '@ourmoney/shared/report/balance-forecast.ts'
import { findMovers } from '@ourmoney/shared/insight/movers.ts'
import { findUnusual } from '@ourmoney/shared/insight/unusual.ts'
import { findRecurring } from '@ourmoney/shared/report/find-recurring.ts'
import { forecast } from '@ourmoney/shared/report/forecast.ts'
import { foundFlow } from '@ourmoney/shared/report/item-flows.ts'
import { forecastPeriodEnd } from '@ourmoney/shared/report/period-end.ts'
import { seriesOf } from '@ourmoney/shared/report/series.ts'
import { reckonOutlook } from '../src/data/worker/reckoning/reckon-outlook.ts'
import { reckonUnusual } from '../src/data/worker/reckoning/reckon-unusual.ts'
import { largeHousehold } from '../../shared/testing/large-household.ts'

// What the statistics take on the records of ten years.
const count = 100_000
const rounds = 5
const usual = { firstDay: 1, weekStart: 1 }
const { byCategory, byPayee, firstDay, lastDay } = largeHousehold(1, count)
const range = { from: fromDayNumber(firstDay), to: fromDayNumber(lastDay) }

const found = findRecurring(byPayee, lastDay)
const items = found.map(each => foundFlow(each, byPayee, lastDay + 366, 1))
console.log(`${found.length} payments found\n`)

const jobs = {
  'summed by month and category': () => series('month'),
  'payments that recur, by payee': () => findRecurring(byPayee, lastDay),
  'forecast, months: the whole and each category, 12 ahead': () => {
    const months = series('month')
    forecast({ values: complete(months.whole.minors), season: 12, horizon: 12 })
    for (const key of months.keys) {
      const values = complete(months.of(key).minors)
      forecast({ values, season: 12, horizon: 12 })
    }
  },
  'forecast, weeks: the whole, 13 ahead': () =>
    forecast({
      values: complete(series('week').whole.minors),
      season: 52,
      horizon: 13,
    }),
  'forecast, days: the whole, 31 ahead': () =>
    forecast({
      values: complete(series('day').whole.minors),
      season: 7,
      horizon: 31,
    }),
  'balance in 1 to 12 months, payments known': () =>
    forecastBalance(byPayee, 0, range.to, 12, items),
  'end of the month, payments known': () =>
    forecastPeriodEnd(
      byPayee,
      periodOf(range.to, 'month', usual),
      range.to,
      usual,
      items,
    ),
  'unusual in a month, what moved most': () => {
    const month = periodOf(range.to, 'month', usual)
    const { day, minor, key } = byCategory
    const spending = { day, minor, category: key, payee: byPayee.key }
    const idsOf = { transaction: String, category: String }
    findUnusual(spending, month, idsOf)
    findMovers(byCategory, month, range.to, usual, String)
  },
  'the report of what is to come': () =>
    reckonOutlook({
      period: periodOf(range.to, 'month', usual),
      today: range.to,
      counting: usual,
      months: 12,
      spent: byCategory,
      paid: byPayee.key,
      moved: {
        ...byPayee,
        minor: Float64Array.from(byPayee.minor, minor => -minor),
      },
      balanceMinor: 0,
      agreed: [],
    }),
  'the report of what is unusual in a month': () => unusualIn('month'),
  'the same in a year': () => unusualIn('year'),
}

// Processor time: others may use the machine.
console.log('| | first ms | median ms |')
console.log('|---|---|---|')
for (const [name, job] of Object.entries(jobs)) {
  const times = Array.from({ length: rounds }, () => {
    const started = process.cpuUsage()
    job()
    const { user, system } = process.cpuUsage(started)
    return (user + system) / 1_000
  })
  const [first = 0] = times
  const median = times.toSorted((a, b) => a - b)[(rounds - 1) / 2] ?? 0
  console.log(`| ${name} | ${first.toFixed(0)} | ${median.toFixed(0)} |`)
}

function unusualIn(unit: 'month' | 'year') {
  const { day, minor, key } = byCategory
  const period = periodOf(range.to, unit, usual)
  reckonUnusual({
    spending: { day, minor, category: key, payee: byPayee.key },
    branch: key,
    days: period,
    period,
    today: range.to,
    counting: usual,
  })
}

function series(unit: 'day' | 'week' | 'month') {
  return seriesOf(byCategory, periodGrid(range, unit, usual))
}

/** Without the last period, which is not over. */
function complete(minors: Float64Array): Float64Array {
  return minors.subarray(0, -1)
}
