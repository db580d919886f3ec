import { useMemo } from 'react'
import { Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import type { BodyProps } from './ask.ts'
import { payeesContent } from './payees-content.ts'
import { ReportCard } from './report-card.tsx'
import { useSums } from './use-sums.ts'
import { useReportWords } from './words-for.ts'

const most = 30

/** Whom the money goes to. */
export default function Payees({ ask }: BodyProps) {
  const { t } = useWords()
  const words = useReportWords(ask)
  const { days, before } = ask
  const answer = useSums(
    ask,
    before === undefined ? [days] : [days, before.days],
    { type: 'expense', by: 'payee', most },
  )
  const content = useMemo(
    () => answer && payeesContent(answer, ask, words),
    [answer, ask, words],
  )
  if (content === undefined) return <Waiting label={t('common.loading')} />
  return <ReportCard ask={ask} content={content} hasBars />
}
