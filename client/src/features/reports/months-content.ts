import { meanMinor } from '@ourmoney/shared/report/compare.ts'
import type { SumsAnswer } from '../../data/views/reports.ts'
import type { ChartSeries, MultiplesSpec } from '../../ui/chart/spec.ts'
import { periodPhrase, shortPeriodWords } from '../../words/period-words.ts'
import type { ReportAsk } from './ask.ts'
import { branchLink, branchLook, branchName } from './branch-words.ts'
import { branchesOf, type Branch } from './branches.ts'
import type { ReportContent, Row } from './content.ts'
import { listLink } from './list-link.ts'
import { inPeriod, periodName } from './period-name.ts'
import { apart } from './series-colours.ts'
import type { Step } from './steps.ts'
import { areOver, labelOf, meanOver, missingIn, total } from './over-time.ts'
import type { ReportWords } from './words-for.ts'

/** More colours than that nobody tells apart. */
const mostSeries = 7
/** Before them there is no average to speak of. */
const fewestSteps = 3

/** What each category came to, step by step. */
export function monthsContent(
  answer: SumsAnswer,
  steps: readonly Step[],
  ask: ReportAsk,
  words: ReportWords,
): ReportContent {
  const { t, money } = words
  const { currency, spans } = answer
  const branches = branchesOf(
    answer,
    'expense',
    ask.lookups.categories,
    ask.filter.categories !== undefined,
  ).toSorted((a, b) => total(b.minors) - total(a.minors))
  const isOver = areOver(steps, ask.today)
  const cellsOf = (name: string, minors: readonly number[]) => [
    name,
    total(minors),
    meanOver(minors, isOver),
    ...minors,
  ]
  const rowOf = (branch: Branch, id: string): Row => ({
    id,
    cells: cellsOf(branchName(branch, words), branch.minors),
    to: branchLink(branch, 'expense', ask),
    links: [
      undefined,
      undefined,
      undefined,
      ...steps.map(({ days }) => branchLink(branch, 'expense', ask, days)),
    ],
    look: branchLook(branch),
    children: branch.parts.map((part, at) => rowOf(part, `${id}-${at}`)),
  })
  const spent = spans.map(({ expenseMinor }) => expenseMinor)
  const [first] = branches
  const inTime = inPeriod(ask.period, words)
  return {
    sentence:
      first === undefined
        ? t('reports.nothingSpent', { period: inTime })
        : t('reports.cameToMost', {
            name: branchName(first, words),
            amount: money(total(first.minors), currency),
            period: inTime,
            all: money(total(spent), currency),
          }),
    notes: risen(branches, isOver, steps, currency, words),
    missing: missingIn(spans),
    isEmpty: branches.length === 0,
    table: {
      caption: `${t('reports.name_months')}, ${periodName(ask.period, words)}`,
      currency,
      isMatrix: true,
      columns: [
        { id: 'category', name: t('reports.category'), kind: 'text' },
        { id: 'sum', name: t('reports.sum'), kind: 'money' },
        { id: 'mean', name: t(`reports.mean_${ask.step}`), kind: 'money' },
        ...steps.map(({ period }, at) => ({
          id: `step-${at}`,
          name: shortPeriodWords(period, words).replace('\n', ' '),
          kind: 'money' as const,
          isBare: true,
        })),
      ],
      rows: branches.map((branch, at) => rowOf(branch, String(at))),
      sum: {
        id: 'sum',
        cells: cellsOf(t('reports.all'), spent),
        to: listLink(ask, { types: ['expense'] }),
      },
    },
    chart:
      ask.look === 'each'
        ? eachChart(branches, steps, currency, ask, words)
        : {
            kind: 'columns',
            unit: 'money',
            isStacked: true,
            sumName: t('reports.all'),
            labels: labelsOf(steps, ask, words),
            series: seriesOf(branches, steps, ask, words),
          },
  }
}

function labelsOf(steps: readonly Step[], ask: ReportAsk, words: ReportWords) {
  return steps.map(step =>
    labelOf(step, words, days => listLink(ask, { types: ['expense'] }, days)),
  )
}

/** Each with a drawing of its own. */
function eachChart(
  branches: readonly Branch[],
  steps: readonly Step[],
  currency: string,
  ask: ReportAsk,
  words: ReportWords,
): MultiplesSpec {
  return {
    kind: 'multiples',
    unit: 'money',
    labels: labelsOf(steps, ask, words),
    charts: branches.map(branch => ({
      name: branchName(branch, words),
      colour: branchLook(branch).colour,
      values: branch.minors,
      note: words.money(total(branch.minors), currency),
      links: steps.map(({ days }) => branchLink(branch, 'expense', ask, days)),
    })),
  }
}

/** The largest by themselves, the others as one. */
function seriesOf(
  branches: readonly Branch[],
  steps: readonly Step[],
  ask: ReportAsk,
  words: ReportWords,
): readonly ChartSeries[] {
  const isMany = branches.length > mostSeries + 1
  const shown = branches.slice(0, isMany ? mostSeries : undefined)
  const rest = branches.slice(shown.length)
  const colours = apart(shown.map(branch => branchLook(branch).colour))
  return [
    ...shown.map((branch, at) => ({
      name: branchName(branch, words),
      colour: colours[at] ?? '--bar-rest',
      values: branch.minors,
      links: steps.map(({ days }) => branchLink(branch, 'expense', ask, days)),
    })),
    ...(rest.length === 0
      ? []
      : [
          {
            name: words.t('reports.others', { count: rest.length }),
            colour: '--bar-rest',
            values: steps.map((_, at) =>
              total(rest.map(({ minors }) => minors[at] ?? 0)),
            ),
          },
        ]),
  ]
}

/** Of the last step that is over: what went furthest above its own average before. */
function risen(
  branches: readonly Branch[],
  isOver: readonly boolean[],
  steps: readonly Step[],
  currency: string,
  words: ReportWords,
): readonly string[] {
  const last = isOver.lastIndexOf(true)
  const step = steps[last]
  if (step === undefined || last < fewestSteps) return []
  const [most] = branches
    .map(branch => {
      const minor = branch.minors[last] ?? 0
      const usual = meanMinor(branch.minors.slice(0, last))
      return { branch, minor, usual, above: minor - usual }
    })
    .toSorted((a, b) => b.above - a.above)
  if (most === undefined || most.above <= 0) return []
  return [
    words.t('reports.roseMost', {
      name: branchName(most.branch, words),
      period: periodPhrase(step.period, words),
      amount: words.money(most.minor, currency),
      usual: words.money(most.usual, currency),
    }),
  ]
}
