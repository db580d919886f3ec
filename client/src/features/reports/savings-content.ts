import { savedShare } from '@ourmoney/shared/report/compare.ts'
import type { SumsAnswer } from '../../data/views/reports.ts'
import { periodWords } from '../../words/period-words.ts'
import type { ReportAsk } from './ask.ts'
import { leftOf } from './cash-flow-content.ts'
import type { ReportContent } from './content.ts'
import { listLink } from './list-link.ts'
import {
  areOver,
  labelOf,
  meanOver,
  missingIn,
  nowIn,
  total,
} from './over-time.ts'
import { inPeriod, periodName } from './period-name.ts'
import type { Step } from './steps.ts'
import type { ReportWords } from './words-for.ts'

/** How much of the income was not spent, step by step and on average. */
export function savingsContent(
  { currency, spans }: SumsAnswer,
  steps: readonly Step[],
  ask: ReportAsk,
  words: ReportWords,
): ReportContent {
  const { t, money, percent } = words
  const income = total(spans.map(({ incomeMinor }) => incomeMinor))
  const spent = total(spans.map(({ expenseMinor }) => expenseMinor))
  const saved = spans.map(leftOf)
  const shares = spans.map(({ incomeMinor, expenseMinor }) =>
    savedShare(incomeMinor, expenseMinor),
  )
  const whole = savedShare(income, spent)
  const mean = meanOver(saved, areOver(steps, ask.today))
  const period = inPeriod(ask.period, words)
  return {
    sentence:
      whole === undefined
        ? t('reports.savedNoIncome', { period })
        : t(whole < 0 ? 'reports.savedLess' : 'reports.saved', {
            share: percent(Math.abs(whole)),
            amount: money(Math.abs(income - spent), currency),
            income: money(income, currency),
            period,
          }),
    notes:
      mean === undefined || steps.length < 2
        ? []
        : [
            t(mean < 0 ? 'reports.meanLacks' : 'reports.meanLeft', {
              amount: money(Math.abs(mean), currency),
              step: t(`reports.each_${ask.step}`),
            }),
          ],
    missing: missingIn(spans),
    isEmpty: spans.every(({ count }) => count === 0),
    table: {
      caption: `${t('reports.name_savings')}, ${periodName(ask.period, words)}`,
      currency,
      columns: [
        { id: 'step', name: t(`reports.unit_${ask.step}`), kind: 'text' },
        {
          id: 'income',
          name: t('reports.income'),
          kind: 'money',
          isExtra: true,
          isBare: true,
        },
        {
          id: 'spent',
          name: t('reports.spent'),
          kind: 'money',
          isExtra: true,
          isBare: true,
        },
        { id: 'saved', name: t('reports.savedHead'), kind: 'money' },
        { id: 'rate', name: t('reports.rate'), kind: 'share' },
      ],
      rows: steps.map(({ period: of, days }, at) => ({
        id: days.from,
        cells: [
          periodWords(of, words),
          spans[at]?.incomeMinor,
          spans[at]?.expenseMinor,
          saved[at],
          shares[at],
        ],
        to: listLink(ask, { types: ['expense', 'income'] }, days),
      })),
      sum: {
        id: 'sum',
        cells: [t('reports.all'), income, spent, income - spent, whole],
        to: listLink(ask, { types: ['expense', 'income'] }),
      },
    },
    chart: {
      kind: 'columns',
      unit: 'share',
      isStacked: false,
      now: nowIn(steps, ask.today),
      labels: steps.map(step =>
        labelOf(step, words, days =>
          listLink(ask, { types: ['expense', 'income'] }, days),
        ),
      ),
      series: [
        {
          name: t('reports.rate'),
          colour: '--accent-fill',
          // What was spent many times over would leave no room for the rest.
          values: shares.map(share =>
            share === undefined ? null : Math.max(share, lowest),
          ),
        },
      ],
      ...(whole !== undefined &&
        steps.length > 1 && {
          level: {
            name: t('reports.onAverage', { share: percent(whole) }),
            value: Math.max(whole, lowest),
          },
        }),
    },
  }
}

/** Basis points: twice the income spent. */
const lowest = -10_000
