import { useMemo } from 'react'
import type { BodyProps } from './ask.ts'
import { spansOf } from './asked-spans.ts'
import { payeesContent } from './payees-content.ts'
import { ReportCard } from './report-card.tsx'
import { useSums } from './use-sums.ts'
import { useReportWords } from './words-for.ts'

const most = 30

/** Whom the money goes to. */
export default function Payees({ ask }: BodyProps) {
  const words = useReportWords(ask)
  const answer = useSums(ask, spansOf(ask), {
    type: 'expense',
    by: 'payee',
    most,
  })
  const content = useMemo(
    () => answer && payeesContent(answer, ask, words),
    [answer, ask, words],
  )
  return <ReportCard ask={ask} content={content} hasBars />
}
