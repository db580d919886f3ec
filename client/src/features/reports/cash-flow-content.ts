import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import type { SpanSums, SumsAnswer } from '../../data/views/reports.ts'
import { periodPhrase, periodWords } from '../../words/period-words.ts'
import type { ReportAsk } from './ask.ts'
import type { ReportContent } from './content.ts'
import { listLink } from './list-link.ts'
import { areOver, labelOf, meanOver, missingIn, total } from './over-time.ts'
import { inPeriod, periodName } from './period-name.ts'
import type { Step } from './steps.ts'
import type { ReportWords } from './words-for.ts'

/** What came in, what went out and what was left, step by step. */
export function cashFlowContent(
  { currency, spans }: SumsAnswer,
  steps: readonly Step[],
  ask: ReportAsk,
  words: ReportWords,
): ReportContent {
  const { t, money } = words
  const incomes = spans.map(({ incomeMinor }) => incomeMinor)
  const expenses = spans.map(({ expenseMinor }) => expenseMinor)
  const lefts = spans.map(leftOf)
  const left = total(lefts)
  const mean = meanOver(lefts, areOver(steps, ask.today))
  const anything = (days?: DateRange) =>
    listLink(ask, { types: ['expense', 'income'] }, days)
  const best = bestOf(steps, lefts, ask.today)
  return {
    sentence: t(left < 0 ? 'reports.flowLacks' : 'reports.flowLeft', {
      income: money(total(incomes), currency),
      spent: money(total(expenses), currency),
      left: money(Math.abs(left), currency),
      period: inPeriod(ask.period, words),
    }),
    notes: [
      ...(mean === undefined || steps.length < 2
        ? []
        : [
            t(mean < 0 ? 'reports.meanLacks' : 'reports.meanLeft', {
              amount: money(Math.abs(mean), currency),
              step: t(`reports.each_${ask.step}`),
            }),
          ]),
      ...(best === undefined
        ? []
        : [
            t('reports.bestStep', {
              amount: money(best.left, currency),
              period: periodPhrase(best.step.period, words),
            }),
          ]),
    ],
    missing: missingIn(spans),
    isEmpty: spans.every(({ count }) => count === 0),
    table: {
      caption: `${t('reports.name_flow')}, ${periodName(ask.period, words)}`,
      currency,
      columns: [
        { id: 'step', name: t(`reports.unit_${ask.step}`), kind: 'text' },
        { id: 'income', name: t('reports.income'), kind: 'money' },
        { id: 'spent', name: t('reports.spent'), kind: 'money' },
        { id: 'left', name: t('reports.left'), kind: 'money' },
      ],
      rows: steps.map(({ period, days }, at) => ({
        id: days.from,
        cells: [
          periodWords(period, words),
          incomes[at],
          expenses[at],
          lefts[at],
        ],
        to: anything(days),
        links: [
          undefined,
          listLink(ask, { types: ['income'] }, days),
          listLink(ask, { types: ['expense'] }, days),
        ],
      })),
      sum: {
        id: 'sum',
        cells: [t('reports.all'), total(incomes), total(expenses), left],
        to: anything(),
      },
    },
    chart: {
      kind: 'columns',
      unit: 'money',
      isStacked: false,
      labels: steps.map(step => labelOf(step, words, anything)),
      series: [
        {
          name: t('reports.income'),
          colour: '--accent-fill',
          values: incomes,
          links: steps.map(({ days }) =>
            listLink(ask, { types: ['income'] }, days),
          ),
        },
        {
          name: t('reports.spent'),
          colour: '--danger-fill',
          values: expenses,
          links: steps.map(({ days }) =>
            listLink(ask, { types: ['expense'] }, days),
          ),
        },
      ],
      line: { name: t('reports.left'), colour: '--text', values: lefts },
    },
  }
}

export function leftOf({
  incomeMinor,
  expenseMinor,
}: Pick<SpanSums, 'incomeMinor' | 'expenseMinor'>): number {
  return incomeMinor - expenseMinor
}

/** Of several that are over the one that left the most, if it left anything. */
function bestOf(
  steps: readonly Step[],
  lefts: readonly number[],
  today: string,
): { readonly step: Step; readonly left: number } | undefined {
  const isOver = areOver(steps, today)
  const over = steps
    .map((step, at) => ({ step, left: lefts[at] ?? 0 }))
    .filter((_, at) => isOver[at])
  const [best] = over.toSorted((a, b) => b.left - a.left)
  return over.length > 1 && best !== undefined && best.left > 0
    ? best
    : undefined
}
