import { IconCoinOff } from '@tabler/icons-react'
import { Suspense } from 'react'
import { Link, useNavigate } from 'react-router'
import { isEmptyFilter } from '@ourmoney/shared/transaction/filter.ts'
import { Button } from '../../ui/button.tsx'
import { later } from '../../ui/later.tsx'
import { Segments } from '../../ui/segments.tsx'
import { Mark } from '../../ui/states.tsx'
import { useStable } from '../../ui/use-stable.ts'
import { withoutWords } from '../../words/rate-words.ts'
import { useWords } from '../../words/words.ts'
import type { ReportAsk } from './ask.ts'
import type { ReportContent } from './content.ts'
import { listFilter } from './list-link.ts'
import { Table } from './report-table.tsx'
import { ReportTools } from './report-tools.tsx'
import styles from './reports.module.css'

const Chart = later(() => import('../../ui/chart/chart.tsx'))

type ReportCardProps = {
  readonly ask: ReportAsk
  readonly content: ReportContent
  /** Ways to draw it, the usual one first. */
  readonly looks?: readonly { readonly id: string; readonly name: string }[]
  /** The table's bars say it already. */
  readonly hasBars?: boolean | undefined
}

/** The answer to a question: a sentence, a drawing and a table that say the same. */
export function ReportCard(props: ReportCardProps) {
  const { ask, content, looks = [], hasBars = false } = props
  const { t, locale } = useWords()
  const navigate = useNavigate()
  const open = useStable((to: string) => void navigate(to))
  const { sentence, notes = [], table, chart, isEmpty } = content
  const usual = looks[0]?.id ?? ''
  const look = looks.find(({ id }) => id === ask.look)?.id ?? usual
  return (
    <article className={styles['card']}>
      <header className={styles['answer']}>
        <div className={styles['words']}>
          <p className={styles['sentence']} role="status">
            {sentence}
          </p>
          {notes.map(note => (
            <p key={note} className={styles['note']}>
              {note}
            </p>
          ))}
          <Without ask={ask} content={content} />
        </div>
        {!isEmpty && (
          <div className={styles['ways']}>
            {looks.length > 1 && (
              <Segments
                label={t('reports.look')}
                value={look}
                choices={looks}
                onChange={id => ask.set('look', id === usual ? undefined : id)}
              />
            )}
            <ReportTools ask={ask} content={content} />
          </div>
        )}
      </header>
      {isEmpty ? (
        <Nothing ask={ask} />
      ) : (
        <>
          {chart !== undefined && !hasBars && (
            <Suspense fallback={<div className={styles['unDrawn']} />}>
              <Chart
                spec={chart}
                currency={table.currency}
                locale={locale}
                label={table.caption}
                onOpen={open}
              />
            </Suspense>
          )}
          <Table table={table} hasBars={hasBars} />
        </>
      )}
    </article>
  )
}

type PartProps = Pick<ReportCardProps, 'ask' | 'content'>

/** What the sums leave out, and the way there. */
function Without({ ask, content }: PartProps) {
  const { t, locale } = useWords()
  const filter = listFilter(ask, {})
  const without = withoutWords(content.missing, filter, t, locale)
  if (without === undefined) return null
  return (
    <Link className={styles['without'] ?? ''} to={without.to}>
      <Mark
        icon={<IconCoinOff size={16} aria-hidden />}
        words={without.words}
        tone="warning"
      />
    </Link>
  )
}

/** Ways on from where there is nothing to tell. */
function Nothing({ ask }: Pick<PartProps, 'ask'>) {
  const { t } = useWords()
  return (
    <div className={styles['nothing']}>
      <p className={styles['note']}>{t('reports.nothingWords')}</p>
      {!isEmptyFilter(ask.filter) && (
        <Button onPress={() => ask.setFilter({})}>
          {t('transactions.clearFilters')}
        </Button>
      )}
    </div>
  )
}
