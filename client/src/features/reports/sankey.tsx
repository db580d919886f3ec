import { useMemo } from 'react'
import type { BodyProps } from './ask.ts'
import { ReportCard } from './report-card.tsx'
import { sankeyContent } from './sankey-content.ts'
import { useSums } from './use-sums.ts'
import { useReportWords } from './words-for.ts'

/** Which way the money of a period took. */
export default function Sankey({ ask }: BodyProps) {
  const words = useReportWords(ask)
  const { days } = ask
  const answer = useSums(ask, [days], { by: 'category' })
  const content = useMemo(
    () => answer && sankeyContent(answer, ask, words),
    [answer, ask, words],
  )
  return <ReportCard ask={ask} content={content} />
}
