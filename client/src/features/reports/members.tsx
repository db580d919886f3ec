import { useMemo } from 'react'
import { useView } from '../../data/hooks.tsx'
import type { BodyProps } from './ask.ts'
import { spansOf } from './asked-spans.ts'
import { membersContent } from './members-content.ts'
import { ReportCard } from './report-card.tsx'
import { useReportWords } from './words-for.ts'

/** Who paid what, and who owes whom. */
export default function Members({ ask }: BodyProps) {
  const words = useReportWords(ask)
  const { filter, currency } = ask
  const spans = spansOf(ask)
  const answer = useView({ view: 'settleUp', filter, spans, currency })
  const content = useMemo(
    () => answer && membersContent(answer, ask, words),
    [answer, ask, words],
  )
  return <ReportCard ask={ask} content={content} />
}
