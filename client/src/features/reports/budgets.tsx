import { useMemo } from 'react'
import { useView } from '../../data/hooks.tsx'
import type { BodyProps } from './ask.ts'
import { budgetsContent } from './budgets-content.ts'
import { ReportCard } from './report-card.tsx'
import { useReportWords } from './words-for.ts'

/** How budgets were kept. */
export default function Budgets({ ask }: BodyProps) {
  const words = useReportWords(ask)
  const { days, today, counting } = ask
  const answer = useView({
    view: 'budgetKeeping',
    span: days,
    today,
    weekStart: counting.weekStart,
  })
  const isOfThese = answer?.from === days.from && answer.to === days.to
  const content = useMemo(
    () => (isOfThese ? budgetsContent(answer, ask, words) : undefined),
    [isOfThese, answer, ask, words],
  )
  return <ReportCard ask={ask} content={content} />
}
