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
  const content = useMemo(
    () => answer && budgetsContent(answer, ask, words),
    [answer, ask, words],
  )
  return <ReportCard ask={ask} content={content} />
}
