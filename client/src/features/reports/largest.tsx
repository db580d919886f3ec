import { useMemo } from 'react'
import { useView } from '../../data/hooks.tsx'
import type { BodyProps } from './ask.ts'
import { largestContent } from './largest-content.ts'
import { ReportCard } from './report-card.tsx'
import { useReportWords } from './words-for.ts'

const most = 20

/** What the most was spent on at once. */
export default function Largest({ ask }: BodyProps) {
  const words = useReportWords(ask)
  const { filter, days, currency } = ask
  const answer = useView({
    view: 'largest',
    filter,
    span: days,
    type: 'expense',
    currency,
    most,
  })
  const content = useMemo(
    () => answer && largestContent(answer, ask, words),
    [answer, ask, words],
  )
  return <ReportCard ask={ask} content={content} hasBars />
}
