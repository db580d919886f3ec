import { useMemo } from 'react'
import { useWords } from '../../words/words.ts'
import type { BodyProps } from './ask.ts'
import { spansOf } from './asked-spans.ts'
import { ReportCard } from './report-card.tsx'
import { spendingContent } from './spending-content.ts'
import { useSums } from './use-sums.ts'
import { useReportWords } from './words-for.ts'

/** Where the money goes: categories as a tree, as bars or as boxes. */
export default function Spending({ ask }: BodyProps) {
  const { t } = useWords()
  const words = useReportWords(ask)
  const answer = useSums(ask, spansOf(ask), { type: 'expense', by: 'category' })
  const content = useMemo(
    () => answer && spendingContent(answer, ask, words),
    [answer, ask, words],
  )
  return (
    <ReportCard
      ask={ask}
      content={content}
      hasBars={ask.look !== 'boxes'}
      looks={[
        { id: 'bars', name: t('reports.look_bars') },
        { id: 'boxes', name: t('reports.look_boxes') },
      ]}
    />
  )
}
