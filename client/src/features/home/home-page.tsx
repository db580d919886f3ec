import {
  IconChartBar,
  IconCoinOff,
  IconFileImport,
  IconPlus,
  IconTable,
  IconWallet,
} from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { monthOf, periodRange } from '@ourmoney/shared/calendar/period.ts'
import {
  addMissing,
  type MissingRates,
} from '@ourmoney/shared/report/base-totals.ts'
import {
  filterToSearch,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import { newestFirst } from '@ourmoney/shared/transaction/order.ts'
import { useView } from '../../data/hooks.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'
import type { MonthsAnswer } from '../../data/views/sums.ts'
import { Amount } from '../../ui/amount.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { CategoryIcon, colourOf } from '../../ui/category-icon.tsx'
import { dayName, periodName, today } from '../../ui/dates.ts'
import { later } from '../../ui/later.tsx'
import { EmptyState, Mark, Waiting } from '../../ui/states.tsx'
import { withoutWords } from '../../words/rate-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './home.module.css'
import { spentByBranch } from './spent-by-branch.ts'
import { spentByMonth } from './spent-by-month.ts'

const MonthsChart = later(() => import('./months-chart.tsx'))

const noneMissing: readonly MissingRates[] = []
const shownMonths = 12
const shownCategories = 6
const shownLatest = 6

export default function HomePage() {
  const { t, locale } = useWords()
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
      <section className={styles['card']}>
        <Months
          months={months}
          currency={currency}
          firstDay={lookups.ledger?.firstDay ?? 1}
        />
      </section>
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
          <Latest lookups={lookups} locale={locale} />
        </section>
      </div>
    </div>
  )
}

function FirstSteps() {
  const { t } = useWords()
  const navigate = useNavigate()
  return (
    <EmptyState
      icon={<IconWallet size={56} stroke={1.25} aria-hidden />}
      title={t('home.emptyTitle')}
      words={t('home.emptyWords')}
      isPage
    >
      <Button onPress={() => void navigate('/files')}>
        <IconFileImport size={18} aria-hidden />
        {t('home.bringFile')}
      </Button>
      <Button
        kind="primary"
        onPress={() => void navigate('/transactions?new=expense')}
      >
        <IconPlus size={18} aria-hidden />
        {t('home.addFirst')}
      </Button>
    </EmptyState>
  )
}

type MonthProps = {
  readonly months: MonthsAnswer
  readonly month: string
  readonly currency: string
}

function ThisMonth({ months, month, currency }: MonthProps) {
  const { t, locale } = useWords()
  const sums = months.months.at(-1)?.base
  const income = sums?.incomeMinor ?? 0
  const spent = sums?.expenseMinor ?? 0
  return (
    <section className={styles['card']}>
      <h1>{periodName(month, locale)}</h1>
      <dl className={styles['sums']}>
        <div>
          <dt>{t('home.left')}</dt>
          <dd>
            <Amount
              minor={income - spent}
              currency={currency}
              locale={locale}
            />
          </dd>
        </div>
        <div>
          <dt>{t('home.income')}</dt>
          <dd>
            <Amount minor={income} currency={currency} locale={locale} />
          </dd>
        </div>
        <div>
          <dt>{t('home.spent')}</dt>
          <dd>
            <Amount minor={spent} currency={currency} locale={locale} />
          </dd>
        </div>
      </dl>
      <Without missing={sums?.missing ?? []} filter={{ period: month }} />
    </section>
  )
}

type WithoutProps = {
  readonly missing: readonly MissingRates[]
  readonly filter: TransactionFilter
}

/** What the sums above leave out, and the way there. */
function Without({ missing, filter }: WithoutProps) {
  const { t, locale } = useWords()
  const without = withoutWords(missing, filter, t, locale)
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

type MonthsProps = Pick<MonthProps, 'months' | 'currency'> & {
  readonly firstDay: number
}

function Months({ months, currency, firstDay }: MonthsProps) {
  const { t, locale } = useWords()
  const [isTable, setTable] = useState(false)
  const bars = spentByMonth(months)
  const first = months.months[0]?.month
  const last = months.months.at(-1)?.month
  return (
    <>
      <header className={styles['head']}>
        <h2>{t('home.lastMonths')}</h2>
        <IconButton
          label={isTable ? t('home.asChart') : t('home.asTable')}
          onPress={() => setTable(!isTable)}
        >
          {isTable ? (
            <IconChartBar size={20} aria-hidden />
          ) : (
            <IconTable size={20} aria-hidden />
          )}
        </IconButton>
      </header>
      {isTable ? (
        <div className={styles['scroll']}>
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">{t('home.month')}</th>
                <th scope="col">{t('home.income')}</th>
                <th scope="col">{t('home.spent')}</th>
                <th scope="col">{t('home.left')}</th>
              </tr>
            </thead>
            <tbody>
              {bars.map(({ month, incomeMinor, spentMinor }) => (
                <tr key={month}>
                  <th scope="row">{periodName(month, locale)}</th>
                  {[incomeMinor, spentMinor, incomeMinor - spentMinor].map(
                    (minor, column) => (
                      <td key={column}>
                        <Amount
                          minor={minor}
                          currency={currency}
                          locale={locale}
                        />
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <Suspense fallback={<div className={styles['chart']} />}>
          <MonthsChart bars={bars} currency={currency} locale={locale} />
        </Suspense>
      )}
      {first !== undefined && last !== undefined && (
        <Without
          missing={months.months.reduce(
            (sum, { base }) => addMissing(sum, base.missing),
            noneMissing,
          )}
          filter={{
            from: periodRange(first, firstDay).from,
            to: periodRange(last, firstDay).to,
          }}
        />
      )}
    </>
  )
}

type CategoriesProps = MonthProps & { readonly lookups: LookupsAnswer }

function Categories({ months, month, currency, lookups }: CategoriesProps) {
  const { t, locale } = useWords()
  const now = months.months.at(-1)
  const spent = spentByBranch(now?.baseByCategory ?? [], lookups.categories)
    .filter(each => each.expenseMinor > 0)
    .slice(0, shownCategories)
  const most = spent[0]?.expenseMinor ?? 1
  const missing = now?.base.missing ?? []
  if (spent.length === 0) {
    return missing.length > 0 ? (
      <Without missing={missing} filter={{ period: month }} />
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
                <i style={{ inlineSize: `${(expenseMinor / most) * 100}%` }} />
              </div>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

type LatestProps = {
  readonly lookups: LookupsAnswer
  readonly locale: string
}

function Latest({ lookups, locale }: LatestProps) {
  const { t } = useWords()
  const latest = useView({
    view: 'transactions',
    filter: {},
    order: newestFirst,
    from: 0,
    to: shownLatest,
  })
  return (
    <ul className={styles['rows']}>
      {latest?.rows.slice(0, shownLatest).map(row => {
        const category = lookups.categories.find(
          each => each._id === row.category,
        )
        const payee = lookups.payees.find(({ _id }) => _id === row.payee)?.name
        const isTransfer = row.type === 'transfer'
        const shownMinor = row.type === 'expense' ? -row.minor : row.minor
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
              <Amount
                minor={shownMinor}
                currency={row.currency}
                locale={locale}
                sign={isTransfer ? 'never' : 'always'}
                isIncome={!isTransfer && shownMinor > 0}
              />
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
