import {
  meanMinor,
  savedShare,
  shareOf,
} from '@ourmoney/shared/report/compare.ts'
import type { PdfSection } from '../../../pdf/content.ts'
import { beforeName, inPeriod } from '../period-name.ts'
import type { ReportWords } from '../words-for.ts'
import type { PdfAnswers } from './answers.ts'
import { leftOut } from './from-content.ts'
import { groupedBars, groupedTable } from './grouped.ts'
import { meanOver, stepLabels, total } from './over-time.ts'
import type { PdfPlan } from './plan.ts'

/** Less than that share of difference is none. */
const steadyWithin = 0.02

export function incomePart(
  plan: PdfPlan,
  answers: PdfAnswers,
  words: ReportWords,
): readonly PdfSection[] {
  return [sources(plan, answers, words), saving(plan, answers, words)].filter(
    section => section !== undefined,
  )
}

function sources(
  plan: PdfPlan,
  { income, totals }: PdfAnswers,
  words: ReportWords,
): PdfSection {
  const { t, money, percent } = words
  const period = inPeriod(plan.wish.period, words)
  const earned = income.spans[0]?.incomeMinor ?? 0
  const bars = groupedBars(income, 'income', plan, words)
  const [first] = bars
  const question = t('printed.ask_income')
  if (first === undefined) {
    const answer = t('printed.nothingEarned', { period })
    return { question, answer, notes: [] }
  }
  return {
    question,
    answer: t('printed.earned', {
      amount: money(earned, income.currency),
      period,
      name: first.name,
      share: percent(shareOf(first.minor, earned) ?? 0),
    }),
    notes: [
      ...trend(
        plan,
        totals.spans.map(({ incomeMinor }) => incomeMinor),
        income.currency,
        words,
      ),
      ...leftOut(income.spans[0]?.missing ?? [], words),
    ],
    chart: {
      kind: 'bars',
      tone: 'income',
      bars,
      beforeName: plan.before && beforeName(plan.before, words),
    },
    table: groupedTable(income, 'income', t('printed.from'), plan, words),
  }
}

/** The second half of what is over against the first. */
function trend(
  plan: PdfPlan,
  minors: readonly number[],
  currency: string,
  { t, money }: ReportWords,
): readonly string[] {
  const over = minors.filter((_, at) => plan.over[at] === true)
  if (over.length < 4) return []
  const half = Math.floor(over.length / 2)
  const early = meanMinor(over.slice(0, half))
  const late = meanMinor(over.slice(-half))
  const per = t(`printed.per_${plan.ask.step}`)
  if (Math.abs(late - early) <= Math.abs(early) * steadyWithin) {
    return [
      t('printed.steady', { mean: money(meanMinor(over), currency), per }),
    ]
  }
  return [
    t(late > early ? 'printed.rising' : 'printed.falling', {
      late: money(late, currency),
      early: money(early, currency),
      per,
    }),
  ]
}

function saving(
  plan: PdfPlan,
  { totals, whole }: PdfAnswers,
  words: ReportWords,
): PdfSection | undefined {
  const { t, money, percent } = words
  const [now] = whole.spans
  if (now === undefined || now.incomeMinor <= 0) return undefined
  const { currency, spans } = totals
  const left = spans.map(each => each.incomeMinor - each.expenseMinor)
  const sum = now.incomeMinor - now.expenseMinor
  const mean = meanOver(plan, left)
  const period = inPeriod(plan.wish.period, words)
  const per = t(`printed.per_${plan.ask.step}`)
  const share = savedShare(now.incomeMinor, now.expenseMinor)
  return {
    question: t('printed.ask_saving'),
    answer:
      sum >= 0 && share !== undefined
        ? t('printed.saving', {
            share: percent(share),
            period,
            amount: money(sum, currency),
            mean: money(mean, currency),
            per,
          })
        : t('printed.spending', {
            amount: money(-sum, currency),
            period,
            mean: money(-mean, currency),
            per,
          }),
    notes: [],
    ...(total(left.map(Math.abs)) > 0 &&
      spans.length > 1 && {
        chart: {
          kind: 'columns',
          labels: stepLabels(plan, words),
          isStacked: false,
          series: [{ name: t('printed.left'), tone: 'accent', minors: left }],
          mean: { name: t('printed.mean'), minor: mean },
        },
      }),
  }
}
