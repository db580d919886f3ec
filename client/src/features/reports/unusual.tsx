import { useMemo } from 'react'
import { useView, useViewFailure } from '../../data/hooks.tsx'
import type { BodyProps } from './ask.ts'
import { ReportCard } from './report-card.tsx'
import { unusualContent } from './unusual-content.ts'
import { useReportWords } from './words-for.ts'

/** What is far from the usual. */
export default function Unusual({ ask }: BodyProps) {
  const words = useReportWords(ask)
  const { filter, period, days, today, currency, counting } = ask
  const query = {
    view: 'unusual' as const,
    filter,
    period,
    days,
    today,
    weekStart: counting.weekStart,
    currency,
  }
  const answer = useView(query)
  const failure = useViewFailure(query)
  const content = useMemo(
    () => answer && unusualContent(answer, ask, words),
    [answer, ask, words],
  )
  return <ReportCard ask={ask} content={content} failure={failure} />
}
