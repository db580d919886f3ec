import { useMemo } from 'react'
import { Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import type { BodyProps } from './ask.ts'
import { monthsContent } from './months-content.ts'
import { ReportCard } from './report-card.tsx'
import { useSteps, useSums } from './use-sums.ts'
import { useReportWords } from './words-for.ts'

/** How each category went, step by step, on top of each other or each by itself. */
export default function Months({ ask }: BodyProps) {
  const { t } = useWords()
  const words = useReportWords(ask)
  const steps = useSteps(ask)
  const answer = useSums(
    ask,
    steps.map(({ days }) => days),
    { type: 'expense', by: 'category' },
  )
  const content = useMemo(
    () => answer && monthsContent(answer, steps, ask, words),
    [answer, steps, ask, words],
  )
  if (content === undefined) return <Waiting label={t('common.loading')} />
  return <ReportCard ask={ask} content={content} />
}
