import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { addDays } from '@ourmoney/shared/calendar/local-date.ts'
import { monthOf } from '@ourmoney/shared/calendar/period.ts'
import type { Counting } from '@ourmoney/shared/calendar/periods.ts'
import { useView, useViewFailure } from '../../data/hooks.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { today } from '../../ui/dates.ts'
import { Waiting } from '../../ui/states.tsx'
import { weekStartIn } from '../../ui/week-start.ts'
import { useWords } from '../../words/words.ts'
import { AtRisk } from './at-risk.tsx'
import { Categories } from './categories.tsx'
import { FirstSteps } from './first-steps.tsx'
import { homeLook } from './home-look.ts'
import styles from './home.module.css'
import { homePeriods } from './home-periods.ts'
import { InAccounts } from './in-accounts.tsx'
import { Latest } from './latest.tsx'
import { Months } from './months.tsx'
import { News } from './news.tsx'
import { safeNow } from './safe-now.ts'
import { ThisPeriod } from './this-period.tsx'
import { Upcoming } from './upcoming.tsx'

const shownMonths = 12
/** Days that are looked ahead at least. */
const ahead = 30

export default function HomePage() {
  const { t, locale } = useWords()
  const lookups = useView({ view: 'lookups' })
  const sync = useView({ view: 'sync' })
  const firstDay = lookups?.ledger?.firstDay ?? 1
  const counting = useMemo(
    () => ({ firstDay, weekStart: weekStartIn(locale) }),
    [firstDay, locale],
  )
  const look = homeLook(lookups, sync)
  if (look === 'first-steps') return <FirstSteps />
  if (look === 'waiting' || lookups === undefined) {
    return <Waiting label={t('common.loading')} />
  }
  return <Full lookups={lookups} counting={counting} />
}

type FullProps = {
  readonly lookups: LookupsAnswer
  readonly counting: Counting
}

/**
 * Drawn once and whole: nothing that is there later pushes what is read. What
 * recurs comes when the database has been asked, in a place that is kept for it.
 */
function Full({ lookups, counting }: FullProps) {
  const { t } = useWords()
  const [day] = useState(today)
  const periods = useMemo(() => homePeriods(day, counting), [day, counting])
  const { firstDay, weekStart } = counting
  const { period, spans } = periods
  const month = monthOf(period.from, firstDay)
  const currency = lookups.ledger?.currency
  const soon = addDays(day, ahead)
  const until = soon > period.to ? soon : period.to
  const sums = useView({ view: 'sums', filter: {}, spans })
  const months = useView({ view: 'months', until: month, count: shownMonths })
  const budgets = useView({
    view: 'budgetProgress',
    today: day,
    on: day,
    weekStart,
  })
  const coming = { view: 'recurring', today: day, until } as const
  const recurring = useView(coming)
  const failure = useViewFailure(coming)
  const balances = useView({ view: 'balances', date: day })
  if (
    sums === undefined ||
    months === undefined ||
    budgets === undefined ||
    balances === undefined ||
    // Answers of before the ledger itself was there.
    sums.currency !== currency ||
    balances.base !== currency
  ) {
    return <Waiting label={t('common.loading')} />
  }
  const [now] = sums.spans
  const safe =
    now &&
    recurring &&
    safeNow({
      period,
      daysLeft: periods.daysLeft,
      currency,
      sums: now,
      budgets,
      recurring,
    })
  return (
    <div className={styles['page']}>
      <ThisPeriod
        sums={sums}
        periods={periods}
        firstDay={firstDay}
        safe={safe}
        isSafeKnown={recurring !== undefined}
      />
      <div className={styles['columns']}>
        <News lookups={lookups} today={day} counting={counting} />
        {budgets.budgets.length > 0 && (
          <AtRisk progress={budgets} lookups={lookups} />
        )}
        {lookups.recurring > 0 && (
          <Upcoming recurring={recurring} failure={failure} lookups={lookups} />
        )}
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
        {lookups.accounts.length > 0 && (
          <InAccounts balances={balances} lookups={lookups} />
        )}
      </div>
      <Months months={months} currency={currency} firstDay={firstDay} />
    </div>
  )
}
