import { Link } from 'react-router'
import { DueRow } from '../../acts/due-row.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'
import type { RecurringAnswer } from '../../data/views/recurring.ts'
import { useWords } from '../../words/words.ts'
import styles from './home.module.css'

const most = 4

type UpcomingProps = {
  readonly recurring: RecurringAnswer
  readonly lookups: LookupsAnswer
}

/** What waits to be posted, then what comes next. */
export function Upcoming({ recurring, lookups }: UpcomingProps) {
  const { t } = useWords()
  const { rules, due, ahead } = recurring
  const byId = new Map(rules.map(rule => [rule.doc._id, rule]))
  const all = [
    ...due.map(day => ({ day, isDue: true })),
    ...ahead.map(day => ({ day, isDue: false })),
  ].flatMap(({ day, isDue }) => {
    const rule = byId.get(day.recurring)
    return rule === undefined ? [] : [{ day, isDue, rule }]
  })
  return (
    <section className={styles['card']}>
      <header className={styles['head']}>
        <h2>{t('recurring.upcoming')}</h2>
        <Link to="/recurring">{t('home.seeAll')}</Link>
      </header>
      {all.length === 0 && (
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
