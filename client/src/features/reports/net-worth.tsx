import { useMemo } from 'react'
import type { BodyProps } from './ask.ts'
import { netWorthContent } from './net-worth-content.ts'
import { ReportCard } from './report-card.tsx'
import { useBalances } from './use-balances.ts'
import { useReportWords } from './words-for.ts'

/** What everything together is worth, over time. */
export default function NetWorth({ ask }: BodyProps) {
  const words = useReportWords(ask)
  const balances = useBalances(ask)
  const content = useMemo(
    () => balances && netWorthContent(balances, ask, words),
    [balances, ask, words],
  )
  return <ReportCard ask={ask} content={content} />
}
