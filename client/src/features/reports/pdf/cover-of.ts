import {
  changeOf,
  savedShare,
  shareOf,
} from '@ourmoney/shared/report/compare.ts'
import type { PdfCover, PdfFact } from '../../../pdf/content.ts'
import { longDate } from '../../../ui/dates.ts'
import { branchName } from '../branch-words.ts'
import { branchesOf } from '../branches.ts'
import { beforeName, inBefore, periodName } from '../period-name.ts'
import type { ReportWords } from '../words-for.ts'
import type { PdfAnswers } from './answers.ts'
import { stepLabels } from './over-time.ts'
import type { PdfPlan } from './plan.ts'

/** The first page: what it is about, and what it comes to. */
export function coverOf(
  plan: PdfPlan,
  answers: PdfAnswers,
  words: ReportWords,
): PdfCover {
  const { t, locale } = words
  const { ask, wish, steps } = plan
  const { currency, spans } = answers.totals
  return {
    kind: t('printed.kind'),
    name: ask.lookups.ledger?.name ?? '',
    period: periodName(wish.period, words),
    figures: figuresOf(plan, answers, words),
    chartName: t('printed.chart'),
    ...(steps.length > 1 && {
      chart: {
        kind: 'columns',
        labels: stepLabels(plan, words),
        isStacked: false,
        series: [
          {
            name: t('printed.income'),
            tone: 'income',
            minors: spans.map(({ incomeMinor }) => incomeMinor),
          },
          {
            name: t('printed.spent'),
            tone: 'expense',
            minors: spans.map(({ expenseMinor }) => expenseMinor),
          },
        ],
        line: {
          name: t('printed.left'),
          minors: spans.map(each => each.incomeMinor - each.expenseMinor),
        },
      },
    }),
    facts: factsOf(plan, answers, words),
    notes: [
      t('printed.made', { day: longDate(ask.today, locale) }),
      ...(ask.lookups.currencies.length > 1
        ? [t('printed.converted', { currency })]
        : []),
    ],
  }
}

function figuresOf(
  { before }: PdfPlan,
  { whole }: PdfAnswers,
  words: ReportWords,
): PdfCover['figures'] {
  const { t, money, percent } = words
  const { currency, spans } = whole
  const [now, then] = spans
  const income = now?.incomeMinor ?? 0
  const spent = now?.expenseMinor ?? 0
  const against = (minor: number, was: number | undefined) => {
    if (before === undefined || was === undefined) return undefined
    const { changeBasisPoints: change } = changeOf(minor, was)
    if (change === undefined) return undefined
    // What is told as 0 % has no direction.
    const sign = change >= 50 ? '+' : ''
    const than = beforeName(before, words)
    return t('printed.against', { change: `${sign}${percent(change)}`, than })
  }
  const was = (amount: string | undefined) =>
    amount === undefined || before === undefined
      ? undefined
      : t('printed.was', { amount, than: inBefore(before, words) })
  const share = savedShare(income, spent)
  const shareThen = then && savedShare(then.incomeMinor, then.expenseMinor)
  return [
    {
      name: t('printed.income'),
      value: money(income, currency),
      note: against(income, then?.incomeMinor),
    },
    {
      name: t('printed.spent'),
      value: money(spent, currency),
      note: against(spent, then?.expenseMinor),
    },
    {
      name: t('printed.left'),
      value: money(income - spent, currency),
      note: was(then && money(then.incomeMinor - then.expenseMinor, currency)),
    },
    ...(share === undefined
      ? []
      : [
          {
            name: t('printed.saved_share'),
            value: percent(share),
            note: was(shareThen === undefined ? undefined : percent(shareThen)),
          },
        ]),
  ]
}

function factsOf(
  { ask }: PdfPlan,
  { spending, largest, balances, whole }: PdfAnswers,
  words: ReportWords,
): readonly PdfFact[] {
  const { t, money, percent, locale } = words
  const [most] = branchesOf(spending, 'expense', ask.lookups.categories, false)
  const spent = spending.spans[0]?.expenseMinor ?? 0
  const [first] = largest.rows
  const day = balances.dates.at(-1)
  const count = whole.spans[0]?.count ?? 0
  return [
    ...(most === undefined || (most.minors[0] ?? 0) <= 0
      ? []
      : [
          {
            name: t('printed.factMost'),
            value: `${branchName(most, words)}, ${money(most.minors[0] ?? 0, spending.currency)} (${percent(shareOf(most.minors[0] ?? 0, spent) ?? 0)})`,
          },
        ]),
    ...(first === undefined
      ? []
      : [
          {
            name: t('printed.factLargest'),
            value: [
              first.row.description,
              money(first.minor, largest.currency),
              longDate(first.row.date, locale),
            ]
              .filter(Boolean)
              .join(', '),
          },
        ]),
    ...(day === undefined || balances.accounts.length === 0
      ? []
      : [
          {
            name: t('printed.factBalance', { day: longDate(day, locale) }),
            value: money(balances.totals.at(-1) ?? 0, balances.base),
          },
        ]),
    {
      name: t('printed.factCount'),
      value: new Intl.NumberFormat(locale).format(count),
    },
  ]
}
