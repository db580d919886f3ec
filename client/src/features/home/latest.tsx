import { Link } from 'react-router'
import { newestFirst } from '@ourmoney/shared/transaction/order.ts'
import { useView } from '../../data/hooks.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { CategoryIcon, colourOf } from '../../ui/category-icon.tsx'
import { dayName } from '../../ui/dates.ts'
import { TransactionAmount } from '../../ui/transaction-amount.tsx'
import { useWords } from '../../words/words.ts'
import styles from './home.module.css'

const most = 6

type LatestProps = { readonly lookups: LookupsAnswer }

/** What was written down last. */
export function Latest({ lookups }: LatestProps) {
  const { t, locale } = useWords()
  const latest = useView({
    view: 'transactions',
    filter: {},
    order: newestFirst,
    from: 0,
    to: most,
  })
  return (
    <ul className={styles['rows']}>
      {latest?.rows.slice(0, most).map(row => {
        const category = lookups.categories.find(
          each => each._id === row.category,
        )
        const payee = lookups.payees.find(({ _id }) => _id === row.payee)?.name
        const isTransfer = row.type === 'transfer'
        return (
          <li key={row.id}>
            <Link to={`/transactions?record=${row.id}`}>
              <CategoryIcon
                icon={isTransfer ? 'transfer' : category?.icon}
                colour={category?.colour ?? colourOf(row.category ?? row.type)}
              />
              <span>
                <b dir="auto">
                  {row.description || payee || t(`common.${row.type}`)}
                </b>
                <small>
                  {dayName(row.date, locale, {
                    today: t('common.today'),
                    yesterday: t('common.yesterday'),
                  })}
                </small>
              </span>
              <TransactionAmount
                type={row.type}
                minor={row.minor}
                currency={row.currency}
                locale={locale}
              />
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
