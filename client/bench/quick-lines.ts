import { aQuickContext } from '@ourmoney/shared/capture/a-context.ts'
import { parseQuickLine } from '@ourmoney/shared/capture/quick-line.ts'
import { inShort, labelledLines } from '../../shared/testing/labelled-lines.ts'

// How often a line of words is understood, and how long that takes, in a household with many names.
const rounds = 20
const parts = ['amount', 'description', 'category', 'date', 'rest'] as const

console.log('| | lines | all parts right | by part | median ms | p99 ms |')
console.log('|---|---|---|---|---|---|')
for (const language of ['en', 'pt'] as const) {
  const table = labelledLines[language]
  const context = aQuickContext(language)
  const read = table.map(({ line, means }) => ({
    found: inShort(line, context).split(' | '),
    means: means.split(' | '),
  }))
  const right = read.filter(
    ({ found, means }) => found.join(' | ') === means.join(' | '),
  )
  const byPart = parts.map((part, at) => {
    const same = read.filter(({ found, means }) => found[at] === means[at])
    return `${part} ${percent(same.length, read.length)}`
  })
  const times = timesOf(language)
  console.log(
    `| ${language} | ${table.length} | ${percent(right.length, table.length)} | ${byPart.join(', ')} | ${at(times, 0.5)} | ${at(times, 0.99)} |`,
  )
}

function timesOf(language: 'en' | 'pt'): readonly number[] {
  const payees = Array.from({ length: 2_000 }, (_, n) => ({
    _id: `pay_${n}`,
    name: `Payee ${n} of ${n % 7}`,
  }))
  const context = aQuickContext(language, { payees })
  parseQuickLine('warm 1', context)
  const times = Array.from({ length: rounds }, () =>
    labelledLines[language].map(({ line }) => {
      const started = performance.now()
      parseQuickLine(line, context)
      return performance.now() - started
    }),
  ).flat()
  return times.toSorted((a, b) => a - b)
}

function percent(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(1)} %`
}

function at(sorted: readonly number[], share: number): string {
  return (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2)
}
