import { changeOf, shareOf } from '@ourmoney/shared/report/compare.ts'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import type { SumsAnswer } from '../../data/views/reports.ts'
import { colourOf } from '../../ui/category-icon.tsx'
import type { ReportAsk } from './ask.ts'
import { branchLook, branchName } from './branch-words.ts'
import { branchesOf } from './branches.ts'
import { changeWords } from './change-words.ts'
import type { Column, ReportContent, Row, RowLook } from './content.ts'
import { listLink } from './list-link.ts'
import { areOver, labelOf, nowIn, total } from './over-time.ts'
import { beforeName, inPeriod, periodName } from './period-name.ts'
import { apart } from './series-colours.ts'
import { sourcesOf } from './sources.ts'
import type { Step } from './steps.ts'
import type { ReportWords } from './words-for.ts'

/** Where income comes from, by category or by who pays it. */
export const incomeLooks = ['category', 'payee'] as const
export type IncomeLook = (typeof incomeLooks)[number]

/** More colours than that nobody tells apart. */
const mostSeries = 6

type Source = {
  readonly name: string
  readonly minors: readonly number[]
  readonly filter: TransactionFilter | undefined
  readonly look: RowLook | undefined
}

/** What came in, from where, and whether it rises. The first span is the period, then the one before, then its steps. */
export function incomeContent(
  answer: SumsAnswer,
  steps: readonly Step[],
  by: IncomeLook,
  ask: ReportAsk,
  words: ReportWords,
): ReportContent {
  const { t, money, percent } = words
  const { currency, spans } = answer
  const { before } = ask
  const [now, ...others] = spans
  const then = before ? others[0] : undefined
  const firstStep = before ? 2 : 1
  const income = now?.incomeMinor ?? 0
  const sources = sourcesBy(answer, by, ask, words)
  const [first] = sources.filter(({ minors }) => (minors[0] ?? 0) > 0)
  const largest = Math.max(1, ...sources.map(({ minors }) => minors[0] ?? 0))
  const period = inPeriod(ask.period, words)
  const cellsOf = (name: string, minors: readonly number[]): Row['cells'] => {
    const [minor = 0, earlier = 0] = minors
    const cells = [name, shareOf(minor, income), minor]
    return before
      ? [...cells, earlier, changeOf(minor, earlier).changeMinor]
      : cells
  }
  const linkOf = (filter: TransactionFilter = {}) =>
    listLink(ask, { types: ['income'], ...filter })
  const inSteps = spans.slice(firstStep).map(({ incomeMinor }) => incomeMinor)
  return {
    sentence:
      first === undefined
        ? t('reports.nothingCame', { period })
        : t('reports.cameFrom', {
            amount: money(income, currency),
            name: first.name,
            share: percent(shareOf(first.minors[0] ?? 0, income) ?? 0),
            period,
          }),
    notes: [
      ...(before && then
        ? [changeWords(income, then.incomeMinor, currency, before, words)]
        : []),
      ...trend(inSteps, steps, ask, currency, words),
    ],
    missing: now?.missing ?? [],
    isEmpty: sources.length === 0,
    table: {
      caption: `${t('reports.name_income')}, ${periodName(ask.period, words)}`,
      currency,
      columns: columnsFor(ask, words),
      rows: sources.map(({ name, minors, filter, look }, at) => ({
        id: String(at),
        cells: cellsOf(name, minors),
        to: filter && linkOf(filter),
        look,
        bar: Math.max(0, (minors[0] ?? 0) / largest),
      })),
      sum: {
        id: 'sum',
        cells: cellsOf(
          t('reports.all'),
          spans.map(({ incomeMinor }) => incomeMinor),
        ),
        to: linkOf(),
      },
    },
    chart: {
      kind: 'columns',
      unit: 'money',
      isStacked: true,
      sumName: t('reports.all'),
      now: nowIn(steps, ask.today),
      labels: steps.map(step =>
        labelOf(step, words, days =>
          listLink(ask, { types: ['income'] }, days),
        ),
      ),
      series: seriesOf(sources, firstStep, steps, ask, words),
    },
  }
}

function sourcesBy(
  answer: SumsAnswer,
  by: IncomeLook,
  ask: ReportAsk,
  words: ReportWords,
): readonly Source[] {
  if (by === 'payee') {
    return sourcesOf(answer, 'income', ask.lookups, words).map(source => ({
      ...source,
      look: undefined,
    }))
  }
  const { categories } = ask.lookups
  const isFiltered = ask.filter.categories !== undefined
  return branchesOf(answer, 'income', categories, isFiltered).map(branch => ({
    name: branchName(branch, words),
    minors: branch.minors,
    filter: { categories: branch.chosen },
    look: branchLook(branch),
  }))
}

function columnsFor(
  { before }: ReportAsk,
  words: ReportWords,
): readonly Column[] {
  const { t } = words
  const columns: readonly Column[] = [
    { id: 'source', name: t('reports.source'), kind: 'text' },
    { id: 'share', name: t('reports.share'), kind: 'share', isExtra: true },
    { id: 'income', name: t('reports.income'), kind: 'money' },
  ]
  if (before === undefined) return columns
  return [
    ...columns,
    {
      id: 'before',
      name: beforeName(before, words),
      kind: 'money',
      isExtra: true,
      isBare: true,
    },
    { id: 'change', name: t('reports.change'), kind: 'change' },
  ]
}

function seriesOf(
  sources: readonly Source[],
  firstStep: number,
  steps: readonly Step[],
  ask: ReportAsk,
  { t }: ReportWords,
) {
  const shown = sources.slice(0, mostSeries)
  const rest = sources.slice(mostSeries)
  const colours = apart(
    shown.map(({ look, name }) => look?.colour ?? colourOf(name)),
  )
  return [
    ...shown.map(({ name, minors, filter }, at) => ({
      name,
      colour: colours[at] ?? '--bar-rest',
      values: minors.slice(firstStep),
      links: steps.map(
        ({ days }) =>
          filter && listLink(ask, { types: ['income'], ...filter }, days),
      ),
    })),
    ...(rest.length === 0
      ? []
      : [
          {
            name: t('reports.others', { count: rest.length }),
            colour: '--bar-rest',
            values: steps.map((_, at) =>
              total(rest.map(({ minors }) => minors[firstStep + at] ?? 0)),
            ),
          },
        ]),
  ]
}

/** Steps that are compared with as many before them. */
const compared = 3

/** Whether the last few steps that are over brought in more than those before them. */
function trend(
  minors: readonly number[],
  steps: readonly Step[],
  ask: ReportAsk,
  currency: string,
  { t, money }: ReportWords,
): readonly string[] {
  const isOver = areOver(steps, ask.today)
  const over = minors.filter((_, at) => isOver[at])
  if (over.length < 2 * compared) return []
  const late = total(over.slice(-compared))
  const early = total(over.slice(-2 * compared, -compared))
  if (late === early) return []
  return [
    t(late > early ? 'reports.rises' : 'reports.falls', {
      count: compared,
      steps: t(`reports.count_${ask.step}`, { count: compared }),
      late: money(late, currency),
      early: money(early, currency),
    }),
  ]
}
