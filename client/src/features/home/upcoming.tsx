import { Link } from 'react-router'
import { DueRow } from '../../acts/due-row.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'
import type { RecurringAnswer } from '../../data/views/recurring.ts'
import { Notice } from '../../ui/states.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import styles from './home.module.css'

const most = 4
/** In pixels: a row, and the head with what is around it. */
const size = { row: 56, around: 75 } as const
const nothing = { rules: [], due: [], ahead: [] } satisfies RecurringAnswer

type UpcomingProps = {
  /** `undefined` until the database was asked. */
  readonly recurring: RecurringAnswer | undefined
  /** Why it could not be. */
  readonly failure: unknown
  readonly lookups: LookupsAnswer
}

/** What waits to be posted, then what comes next. */
export function Upcoming({ recurring, failure, lookups }: UpcomingProps) {
  const { t } = useWords()
  const problem = useProblem()
  const { rules, due, ahead } = recurring ?? nothing
  const room = size.around + Math.min(most, lookups.recurring) * size.row
  const byId = new Map(rules.map(rule => [rule.doc._id, rule]))
  const all = [
    ...due.map(day => ({ day, isDue: true })),
    ...ahead.map(day => ({ day, isDue: false })),
  ].flatMap(({ day, isDue }) => {
    const rule = byId.get(day.recurring)
    return rule === undefined ? [] : [{ day, isDue, rule }]
  })
  return (
    <section
      className={styles['card']}
      style={recurring === undefined ? { minBlockSize: room } : {}}
      aria-busy={recurring === undefined}
    >
      <header className={styles['head']}>
        <h2>{t('recurring.upcoming')}</h2>
        <Link to="/recurring">{t('home.seeAll')}</Link>
      </header>
      {recurring === undefined && failure !== undefined && (
        <Notice isBad>{problem(failure)}</Notice>
      )}
      {recurring !== undefined && all.length === 0 && (
        <p className={styles['label']}>{t('home.nothingComes')}</p>
      )}
      <ul className={styles['dues']}>
        {all.slice(0, most).map(({ day, isDue, rule }) => (
          <li key={`${day.recurring} ${day.date}`}>
            <DueRow due={day} rule={rule} lookups={lookups} isDue={isDue} />
          </li>
        ))}
      </ul>
    </section>
  )
}
