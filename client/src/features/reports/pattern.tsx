import { useMemo } from 'react'
import type { BodyProps } from './ask.ts'
import { patternContent } from './pattern-content.ts'
import { ReportCard } from './report-card.tsx'
import { useSums } from './use-sums.ts'
import { monthWeeks } from './weeks.ts'
import { useReportWords } from './words-for.ts'

/** Weeks of some months beside each other, the stronger coloured the more was spent. */
export default function Pattern({ ask }: BodyProps) {
  const words = useReportWords(ask)
  const { days, counting } = ask
  const weeks = useMemo(() => monthWeeks(days, counting), [days, counting])
  const answer = useSums(
    ask,
    weeks.map(week => week.days),
    { type: 'expense', by: 'category' },
  )
  const content = useMemo(
    () => answer && patternContent(answer, weeks, ask, words),
    [answer, weeks, ask, words],
  )
  return <ReportCard ask={ask} content={content} />
}
