import { useMemo } from 'react'
import { Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import type { BodyProps } from './ask.ts'
import { patternContent } from './pattern-content.ts'
import { ReportCard } from './report-card.tsx'
import { useSums } from './use-sums.ts'
import { monthWeeks } from './weeks.ts'
import { useReportWords } from './words-for.ts'

/** Weeks of some months beside each other, the stronger coloured the more was spent. */
export default function Pattern({ ask }: BodyProps) {
  const { t } = useWords()
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
  if (content === undefined) return <Waiting label={t('common.loading')} />
  return <ReportCard ask={ask} content={content} />
}
