import { Link } from 'react-router'
import { filterToSearch } from '@ourmoney/shared/transaction/filter.ts'
import { WithoutRates } from '../../acts/without-rates.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'
import type { MonthsAnswer } from '../../data/views/sums.ts'
import { Amount } from '../../ui/amount.tsx'
import { CategoryIcon, colourOf } from '../../ui/category-icon.tsx'
import { useWords } from '../../words/words.ts'
import styles from './home.module.css'
import { spentByBranch } from './spent-by-branch.ts'

const most = 6

type CategoriesProps = {
  readonly months: MonthsAnswer
  readonly month: string
  readonly currency: string
  readonly lookups: LookupsAnswer
}

/** What this month's money was spent on, the most first. */
export function Categories({
  months,
  month,
  currency,
  lookups,
}: CategoriesProps) {
  const { t, locale } = useWords()
  const now = months.months.at(-1)
  const spent = spentByBranch(now?.baseByCategory ?? [], lookups.categories)
    .filter(each => each.expenseMinor > 0)
    .slice(0, most)
  const largest = spent[0]?.expenseMinor ?? 1
  const missing = now?.base.missing ?? []
  if (spent.length === 0) {
    return missing.length > 0 ? (
      <WithoutRates missing={missing} filter={{ period: month }} />
    ) : (
      <p className={styles['label']}>{t('home.nothingSpent')}</p>
    )
  }
  return (
    <ul className={styles['rows']}>
      {spent.map(({ category: id, expenseMinor }) => {
        const category = lookups.categories.find(each => each._id === id)
        const search = filterToSearch({
          categories: [id ?? 'none'],
          period: month,
        })
        return (
          <li key={id ?? 'none'}>
            <Link to={`/transactions?${search}`}>
              <CategoryIcon
                icon={category?.icon}
                colour={category?.colour ?? colourOf(id ?? 'none')}
              />
              <span>
                <bdi>{category?.name ?? t('common.noCategory')}</bdi>
              </span>
              <Amount
                minor={expenseMinor}
                currency={currency}
                locale={locale}
              />
              <div className={styles['share']} aria-hidden>
                <i
                  style={{ inlineSize: `${(expenseMinor / largest) * 100}%` }}
                />
              </div>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
