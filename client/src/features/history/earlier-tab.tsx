import { IconCalendarTime } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import { useSearchParams } from 'react-router'
import { addDays, isLocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import { newestFirst } from '@ourmoney/shared/transaction/order.ts'
import { useView } from '../../data/hooks.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { Amount } from '../../ui/amount.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { today } from '../../ui/dates.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { EmptyState, Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { EarlierFilters, filterIn, withFilter } from './earlier-filters.tsx'
import { EarlierList } from './earlier-list.tsx'
import styles from './history.module.css'

const page = 100

/** The book as it stood at the end of a day; to look at only. */
export function EarlierTab() {
  const { t } = useWords()
  const [search, setSearch] = useSearchParams()
  const [text, setText] = useState('')
  const lookups = useView({ view: 'lookups' })
  const asked = search.get('date') ?? ''
  const date = isLocalDate(asked) ? asked : addDays(today(), -30)
  const chosen = filterIn(search)
  const words = useDeferredValue(text).trim()
  const filter = { ...chosen, ...(words !== '' && { text: words }) }
  if (lookups === undefined) return <Waiting label={t('common.loading')} />

  const go = (change: (now: URLSearchParams) => URLSearchParams) =>
    setSearch(change, { replace: true })
  return (
    <>
      <div className={styles['tools']}>
        <DateField
          label={t('history.asOf')}
          value={date}
          onChange={day => {
            if (!isLocalDate(day)) return
            go(now => {
              now.set('date', day)
              return now
            })
          }}
        />
        <div className={styles['search']}>
          <SearchField
            label={t('history.asOfSearch')}
            clearLabel={t('common.clear')}
            value={text}
            onChange={setText}
          />
        </div>
      </div>
      <EarlierFilters
        filter={chosen}
        lookups={lookups}
        onChange={next => go(now => withFilter(now, next))}
      />
      <p className={styles['quiet']}>{t('history.asOfWords')}</p>
      <Earlier date={date} filter={filter} lookups={lookups} />
    </>
  )
}

type EarlierProps = {
  readonly date: string
  readonly filter: TransactionFilter
  readonly lookups: LookupsAnswer
}

function Earlier({ date, filter, lookups }: EarlierProps) {
  const { t, locale } = useWords()
  const [most, setMost] = useState(page)
  const found = useView({
    view: 'transactions',
    filter,
    order: newestFirst,
    asOf: date,
    from: 0,
    to: most,
  })
  if (found === undefined) return <Waiting label={t('common.loading')} />
  const currency = lookups.ledger?.currency ?? 'EUR'
  const { incomeMinor, expenseMinor } = found.base
  const sums = [
    [t('transactions.income'), incomeMinor],
    [t('transactions.spent'), expenseMinor],
    [t('transactions.left'), incomeMinor - expenseMinor],
  ] as const
  return (
    <>
      <output className={styles['sums']}>
        <span>{t('history.asOfFound', { count: found.count })}</span>
        {sums.map(([name, minor]) => (
          <span key={name}>
            <small className={styles['quiet']}>{name}</small>{' '}
            <Amount minor={minor} currency={currency} locale={locale} />
          </span>
        ))}
      </output>
      {found.count === 0 ? (
        <EmptyState
          icon={<IconCalendarTime size={48} stroke={1.25} aria-hidden />}
          title={t(
            Object.keys(filter).length === 0
              ? 'history.asOfNothing'
              : 'history.asOfEmpty',
          )}
        />
      ) : (
        <EarlierList rows={found.rows} lookups={lookups} />
      )}
      {found.count > found.rows.length && (
        <div className={styles['center']}>
          <Button onPress={() => setMost(most + page)}>
            {t('history.more')}
          </Button>
        </div>
      )}
    </>
  )
}
