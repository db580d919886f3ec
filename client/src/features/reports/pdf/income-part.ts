import type { PdfSection } from '../../../pdf/content.ts'
import { incomeContent } from '../income-content.ts'
import { beforeName } from '../period-name.ts'
import { savingsContent } from '../savings-content.ts'
import type { ReportWords } from '../words-for.ts'
import type { PdfAnswers } from './answers.ts'
import { sectionOf } from './from-content.ts'
import { groupedBars } from './grouped.ts'
import { meanOver, stepLabels, total } from './over-time.ts'
import type { PdfPlan } from './plan.ts'

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
  { income }: PdfAnswers,
  words: ReportWords,
): PdfSection {
  const { ask, steps, before } = plan
  const content = incomeContent(income, steps, 'payee', ask, words)
  const section = sectionOf(words.t('printed.ask_income'), content, words)
  if (content.isEmpty) return section
  return {
    ...section,
    chart: {
      kind: 'bars',
      tone: 'income',
      bars: groupedBars(income, 'income', plan, words),
      beforeName: before && beforeName(before, words),
    },
  }
}

function saving(
  plan: PdfPlan,
  { totals, whole }: PdfAnswers,
  words: ReportWords,
): PdfSection | undefined {
  const { t } = words
  const [now] = whole.spans
  if (now === undefined || now.incomeMinor <= 0) return undefined
  const { spans } = totals
  const left = spans.map(each => each.incomeMinor - each.expenseMinor)
  const content = savingsContent(totals, plan.steps, plan.ask, words)
  return {
    ...sectionOf(t('printed.ask_saving'), content, words),
    ...(total(left.map(Math.abs)) > 0 &&
      spans.length > 1 && {
        chart: {
          kind: 'columns',
          labels: stepLabels(plan, words),
          isStacked: false,
          series: [{ name: t('printed.left'), tone: 'accent', minors: left }],
          mean: { name: t('printed.mean'), minor: meanOver(plan, left) },
        },
      }),
  }
}
