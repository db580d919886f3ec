import { useMemo } from 'react'
import type { SumsAnswer } from '../../data/views/reports.ts'
import { useWords } from '../../words/words.ts'
import type { BodyProps, ReportAsk } from './ask.ts'
import type { ReportContent } from './content.ts'
import { ReportCard } from './report-card.tsx'
import type { Step } from './steps.ts'
import { useSteps, useSums, type SumsOf } from './use-sums.ts'
import { useReportWords, type ReportWords } from './words-for.ts'

/** The body of a report that sums step by step. */
export function stepReport(
  contentOf: (
    answer: SumsAnswer,
    steps: readonly Step[],
    ask: ReportAsk,
    words: ReportWords,
  ) => ReportContent,
  of?: SumsOf,
  /** Ways to draw it, the usual one first. */
  looks: readonly ('stacked' | 'each')[] = [],
) {
  return function StepReport({ ask }: BodyProps) {
    const { t } = useWords()
    const words = useReportWords(ask)
    const steps = useSteps(ask)
    const answer = useSums(
      ask,
      steps.map(({ days }) => days),
      of,
    )
    const content = useMemo(
      () => answer && contentOf(answer, steps, ask, words),
      [answer, steps, ask, words],
    )
    return (
      <ReportCard
        ask={ask}
        content={content}
        looks={looks.map(id => ({ id, name: t(`reports.look_${id}`) }))}
      />
    )
  }
}
