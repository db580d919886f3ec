import { Link } from 'react-router'
import { monthOf } from '@ourmoney/shared/calendar/period.ts'
import { useView } from '../../data/hooks.tsx'
import { today } from '../../ui/dates.ts'
import { Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { Categories } from './categories.tsx'
import { FirstSteps } from './first-steps.tsx'
import styles from './home.module.css'
import { Latest } from './latest.tsx'
import { Months } from './months.tsx'
import { ThisMonth } from './this-month.tsx'

const shownMonths = 12

export default function HomePage() {
  const { t } = useWords()
  const lookups = useView({ view: 'lookups' })
  const sync = useView({ view: 'sync' })
  const month = monthOf(today(), lookups?.ledger?.firstDay ?? 1)
  const months = useView({ view: 'months', until: month, count: shownMonths })
  if (lookups === undefined || months === undefined) {
    return <Waiting label={t('common.loading')} />
  }
  if (lookups.isEmpty && sync?.loading === false) return <FirstSteps />
  const currency = lookups.ledger?.currency ?? 'EUR'
  return (
    <div className={styles['page']}>
      <ThisMonth months={months} month={month} currency={currency} />
      <Months
        months={months}
        currency={currency}
        firstDay={lookups.ledger?.firstDay ?? 1}
      />
      <div className={styles['columns']}>
        <section className={styles['card']}>
          <h2>{t('home.byCategory')}</h2>
          <Categories
            months={months}
            month={month}
            currency={currency}
            lookups={lookups}
          />
        </section>
        <section className={styles['card']}>
          <header className={styles['head']}>
            <h2>{t('home.latest')}</h2>
            <Link to="/transactions">{t('home.seeAll')}</Link>
          </header>
          <Latest lookups={lookups} />
        </section>
      </div>
    </div>
  )
}
