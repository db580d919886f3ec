import { useMemo } from 'react'
import { Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import type { BodyProps } from './ask.ts'
import { ReportCard } from './report-card.tsx'
import { savingsContent } from './savings-content.ts'
import { useSteps, useSums } from './use-sums.ts'
import { useReportWords } from './words-for.ts'

/** How much of what comes in is kept. */
export default function Savings({ ask }: BodyProps) {
  const { t } = useWords()
  const words = useReportWords(ask)
  const steps = useSteps(ask)
  const answer = useSums(
    ask,
    steps.map(({ days }) => days),
  )
  const content = useMemo(
    () => answer && savingsContent(answer, steps, ask, words),
    [answer, steps, ask, words],
  )
  if (content === undefined) return <Waiting label={t('common.loading')} />
  return <ReportCard ask={ask} content={content} />
}
