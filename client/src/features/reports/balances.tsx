import { useMemo } from 'react'
import type { BodyProps } from './ask.ts'
import { balancesContent } from './balances-content.ts'
import { ReportCard } from './report-card.tsx'
import { useBalances } from './use-balances.ts'
import { useReportWords } from './words-for.ts'

/** How much was in each account, over time. */
export default function Balances({ ask }: BodyProps) {
  const words = useReportWords(ask)
  const balances = useBalances(ask)
  const content = useMemo(
    () => balances && balancesContent(balances, ask, words),
    [balances, ask, words],
  )
  return <ReportCard ask={ask} content={content} />
}
