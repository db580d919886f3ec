import { Suspense } from 'react'
import { useNavigate } from 'react-router'
import { isEmptyFilter } from '@ourmoney/shared/transaction/filter.ts'
import { WithoutRates } from '../../acts/without-rates.tsx'
import { Button } from '../../ui/button.tsx'
import { later } from '../../ui/later.tsx'
import { Segments } from '../../ui/segments.tsx'
import { Notice, Waiting } from '../../ui/states.tsx'
import { useStable } from '../../ui/use-stable.ts'
import { useProblem } from '../../words/use-problem.ts'
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
  /** Nothing while it is asked for. */
  readonly content: ReportContent | undefined
  /** Why there is none. */
  readonly failure?: unknown
  /** Ways to draw it, the usual one first. */
  readonly looks?: readonly { readonly id: string; readonly name: string }[]
  /** The table's bars say it already. */
  readonly hasBars?: boolean | undefined
}

/** The answer to a question: a sentence, a drawing and a table that say the same. */
export function ReportCard(props: ReportCardProps) {
  const { ask, content, failure, looks = [], hasBars = false } = props
  const { t, locale } = useWords()
  const navigate = useNavigate()
  const open = useStable((to: string) => void navigate(to))
  const problem = useProblem()
  if (content === undefined && failure !== undefined) {
    return <Notice isBad>{problem(failure)}</Notice>
  }
  if (content === undefined) return <Waiting label={t('common.loading')} />
  const { sentence, notes = [], table, chart, drawnOf, isEmpty } = content
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
          <WithoutRates
            missing={content.missing}
            filter={listFilter(ask, {})}
          />
        </div>
        {(!isEmpty || looks.length > 1) && (
          <div className={styles['ways']}>
            {looks.length > 1 && (
              <Segments
                label={t('reports.look')}
                value={look}
                choices={looks}
                onChange={id => ask.set('look', id === usual ? undefined : id)}
              />
            )}
            {!isEmpty && <ReportTools ask={ask} content={content} />}
          </div>
        )}
      </header>
      {isEmpty ? (
        <Nothing ask={ask} wayOn={content.wayOn} />
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
          {drawnOf !== undefined && !hasBars && (
            <p className={styles['note']}>{drawnOf}</p>
          )}
          <Table table={table} hasBars={hasBars} />
        </>
      )}
    </article>
  )
}

type NothingProps = Pick<ReportCardProps, 'ask'> & Pick<ReportContent, 'wayOn'>

/** Ways on from where there is nothing to tell. */
function Nothing({ ask, wayOn }: NothingProps) {
  const { t } = useWords()
  return (
    <div className={styles['nothing']}>
      <p className={styles['note']}>{wayOn ?? t('reports.nothingWords')}</p>
      {!isEmptyFilter(ask.filter) && (
        <Button onPress={() => ask.setFilter({})}>
          {t('transactions.clearFilters')}
        </Button>
      )}
    </div>
  )
}
