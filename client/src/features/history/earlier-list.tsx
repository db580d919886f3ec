import { Link } from 'react-router'
import type { LookupsAnswer } from '../../data/views/names.ts'
import type { TransactionRow } from '../../data/views/transactions.ts'
import { CategoryIcon, colourOf } from '../../ui/category-icon.tsx'
import { dayName } from '../../ui/dates.ts'
import { TransactionAmount } from '../../ui/transaction-amount.tsx'
import { useWords } from '../../words/words.ts'
import styles from './history.module.css'

type EarlierListProps = {
  readonly rows: readonly TransactionRow[]
  readonly lookups: LookupsAnswer
}

/** Transactions by day, as they were then; each leads to what became of it. */
export function EarlierList({ rows, lookups }: EarlierListProps) {
  const { t, locale } = useWords()
  const dayWords = {
    today: t('common.today'),
    yesterday: t('common.yesterday'),
  }
  return byDay(rows).map(([date, ofDay]) => (
    <section key={date} className={styles['card']}>
      <h2>{dayName(date, locale, dayWords)}</h2>
      <ul className={styles['rows']}>
        {ofDay.map(row => (
          <EarlierRow key={row.id} row={row} lookups={lookups} />
        ))}
      </ul>
    </section>
  ))
}

type EarlierRowProps = {
  readonly row: TransactionRow
  readonly lookups: LookupsAnswer
}

function EarlierRow({ row, lookups }: EarlierRowProps) {
  const { t, locale } = useWords()
  const { id, type, description, minor, currency } = row
  const standing = (of: string | undefined) => lookups.merged[of ?? ''] ?? of
  const category = lookups.categories.find(
    ({ _id }) => _id === standing(row.category),
  )
  const account = lookups.accounts.find(
    ({ _id }) => _id === standing(row.account),
  )
  const about = [category?.name, account?.name].filter(Boolean).join(' · ')
  return (
    <li className={styles['row']}>
      <CategoryIcon
        icon={type === 'transfer' ? 'transfer' : category?.icon}
        colour={category?.colour ?? colourOf(row.category ?? type)}
      />
      <span className={styles['did']}>
        <Link to={`/history/${id}`} dir="auto">
          {description || t(`common.${type}`)}
        </Link>
        <small className={styles['quiet']} dir="auto">
          {about}
        </small>
      </span>
      <TransactionAmount {...{ type, minor, currency, locale }} />
    </li>
  )
}

function byDay(rows: readonly TransactionRow[]) {
  const days = new Map<string, TransactionRow[]>()
  for (const row of rows) {
    days.set(row.date, [...(days.get(row.date) ?? []), row])
  }
  return [...days]
}
