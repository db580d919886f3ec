import { measureFinder } from '../../shared/testing/measure-finder.ts'

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

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
