import { useMemo } from 'react'
import { useWords } from '../../words/words.ts'
import type { BodyProps } from './ask.ts'
import { incomeContent, incomeLooks } from './income-content.ts'
import { ReportCard } from './report-card.tsx'
import { useSteps, useSums } from './use-sums.ts'
import { useReportWords } from './words-for.ts'

const most = 20

/** Where income comes from, and whether it rises. */
export default function Income({ ask }: BodyProps) {
  const { t } = useWords()
  const words = useReportWords(ask)
  const { days, before } = ask
  const steps = useSteps(ask)
  const by = incomeLooks.find(each => each === ask.look) ?? 'category'
  const answer = useSums(
    ask,
    [
      days,
      ...(before === undefined ? [] : [before.days]),
      ...steps.map(step => step.days),
    ],
    { type: 'income', by, ...(by === 'payee' && { most }) },
  )
  const content = useMemo(
    () => answer && incomeContent(answer, steps, by, ask, words),
    [answer, steps, by, ask, words],
  )
  return (
    <ReportCard
      ask={ask}
      content={content}
      looks={incomeLooks.map(id => ({ id, name: t(`reports.look_${id}`) }))}
    />
  )
}
