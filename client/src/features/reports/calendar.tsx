import { useMemo } from 'react'
import type { BodyProps } from './ask.ts'
import { calendarContent } from './calendar-content.ts'
import { calendarDays, calendarSpans } from './calendar-days.ts'
import { ReportCard } from './report-card.tsx'
import { useSums } from './use-sums.ts'
import { useReportWords } from './words-for.ts'

/** What each day cost. */
export default function Calendar({ ask }: BodyProps) {
  const words = useReportWords(ask)
  const calendar = useMemo(() => calendarDays(ask), [ask])
  const spans = useMemo(() => calendarSpans(calendar), [calendar])
  const answer = useSums(ask, spans, { type: 'expense' })
  const content = useMemo(
    () => answer && calendarContent(answer, calendar, ask, words),
    [answer, calendar, ask, words],
  )
  return <ReportCard ask={ask} content={content} />
}
