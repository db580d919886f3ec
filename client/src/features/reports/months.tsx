import { useMemo } from 'react'
import { useView } from '../../data/hooks.tsx'
import { Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import type { BodyProps } from './ask.ts'
import { monthsContent } from './months-content.ts'
import { ReportCard } from './report-card.tsx'
import { stepsIn } from './steps.ts'
import { useReportWords } from './words-for.ts'

/** How each category went, step by step, on top of each other or each by itself. */
export default function Months({ ask }: BodyProps) {
  const { t } = useWords()
  const words = useReportWords(ask)
  const { filter, days, step, counting, currency } = ask
  const steps = useMemo(
    () => stepsIn(days, step, counting),
    [days, step, counting],
  )
  const answer = useView({
    view: 'sums',
    filter: { ...filter, types: ['expense'] },
    spans: steps.map(each => each.days),
    by: 'category',
    currency,
  })
  const isAnswered = answer?.spans.length === steps.length
  const content = useMemo(
    () => (isAnswered ? monthsContent(answer, steps, ask, words) : undefined),
    [isAnswered, answer, steps, ask, words],
  )
  if (content === undefined) return <Waiting label={t('common.loading')} />
  return <ReportCard ask={ask} content={content} />
}
