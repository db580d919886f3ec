import { useMemo } from 'react'
import { useView } from '../../data/hooks.tsx'
import type { BodyProps } from './ask.ts'
import { ReportCard } from './report-card.tsx'
import { unusualContent } from './unusual-content.ts'
import { useReportWords } from './words-for.ts'

/** What is far from the usual. */
export default function Unusual({ ask }: BodyProps) {
  const words = useReportWords(ask)
  const { filter, period, days, today, currency, counting } = ask
  const answer = useView({
    view: 'unusual',
    filter,
    period,
    days,
    today,
    weekStart: counting.weekStart,
    currency,
  })
  const content = useMemo(
    () => answer && unusualContent(answer, ask, words),
    [answer, ask, words],
  )
  return <ReportCard ask={ask} content={content} />
}
