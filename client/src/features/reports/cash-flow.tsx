import { useMemo } from 'react'
import { Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import type { BodyProps } from './ask.ts'
import { cashFlowContent } from './cash-flow-content.ts'
import { ReportCard } from './report-card.tsx'
import { useSteps, useSums } from './use-sums.ts'
import { useReportWords } from './words-for.ts'

/** What comes in and goes out, as columns with what is left as a line. */
export default function CashFlow({ ask }: BodyProps) {
  const { t } = useWords()
  const words = useReportWords(ask)
  const steps = useSteps(ask)
  const answer = useSums(
    ask,
    steps.map(({ days }) => days),
  )
  const content = useMemo(
    () => answer && cashFlowContent(answer, steps, ask, words),
    [answer, steps, ask, words],
  )
  if (content === undefined) return <Waiting label={t('common.loading')} />
  return <ReportCard ask={ask} content={content} />
}
