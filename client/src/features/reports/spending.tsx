import { useMemo } from 'react'
import { useView } from '../../data/hooks.tsx'
import { Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import type { BodyProps } from './ask.ts'
import { ReportCard } from './report-card.tsx'
import { spendingContent } from './spending-content.ts'
import { useReportWords } from './words-for.ts'

/** Where the money goes: categories as a tree, as bars or as boxes. */
export default function Spending({ ask }: BodyProps) {
  const { t } = useWords()
  const words = useReportWords(ask)
  const { filter, days, before, currency } = ask
  const answer = useView({
    view: 'sums',
    filter: { ...filter, types: ['expense'] },
    spans: before === undefined ? [days] : [days, before.days],
    by: 'category',
    currency,
  })
  const content = useMemo(
    () => answer && spendingContent(answer, ask, words),
    [answer, ask, words],
  )
  if (content === undefined) return <Waiting label={t('common.loading')} />
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
