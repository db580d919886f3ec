import { seriesKinds } from '../../shared/testing/labelled-series.ts'
import { measureFinder } from '../../shared/testing/measure-finder.ts'
import {
  measureForecast,
  type MeasuredForecast,
} from '../../shared/testing/measure-forecast.ts'

// How right the statistics are, on generated data whose truth is known: the tables of docs/statistics.md.
const households = 200

console.log('## Recurring payments\n')
console.log(
  '| years | payments | found again | found in all | right of those | stopped or not | rises told |',
)
console.log('|---|---|---|---|---|---|---|')
for (const years of [1, 2, 4]) {
  const measured = measureFinder(years, households)
  const cells = [
    years,
    measured.payments,
    percent(measured.recall),
    measured.found,
    percent(measured.precision),
    percent(measured.statusRight),
    percent(measured.risesTold),
  ]
  console.log(`| ${cells.join(' | ')} |`)
}

const series = 200
const measuredForecasts = [
  ...seriesKinds.flatMap(kind => [
    { kind, known: 36, ahead: 6, isRunning: false },
    { kind, known: 60, ahead: 12, isRunning: false },
    { kind, known: 120, ahead: 12, isRunning: false },
  ]),
  { kind: 'bills', known: 36, ahead: 6, isRunning: false },
  { kind: 'bills', known: 60, ahead: 12, isRunning: false },
  { kind: 'groceries', known: 60, ahead: 12, isRunning: true },
  { kind: 'bills', known: 60, ahead: 12, isRunning: true },
  { kind: 'weeks', season: 52, known: 208, ahead: 13, isRunning: false },
  { kind: 'days', season: 7, known: 365, ahead: 28, isRunning: false },
] as const satisfies readonly MeasuredForecast[]

console.log('\n## Forecasts\n')
console.log(
  '| series | periods known | ahead | MASE | of seasonal-naive | 80 % held | 95 % held | 95 % given | 80 % by the back-test |',
)
console.log('|---|---|---|---|---|---|---|---|---|')
for (const measured of measuredForecasts) {
  const { kind, known, ahead, isRunning } = measured
  const { mase, naiveMase, held80, held95, given95, told80 } = measureForecast(
    measured,
    series,
  )
  const cells = [
    isRunning ? `${kind}, summed up` : kind,
    known,
    ahead,
    mase.toFixed(2),
    naiveMase.toFixed(2),
    percent(held80),
    percent(held95),
    percent(given95),
    percent(told80),
  ]
  console.log(`| ${cells.join(' | ')} |`)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
