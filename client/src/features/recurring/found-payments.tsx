import { IconAlertTriangle, IconPlus } from '@tabler/icons-react'
import { Link } from 'react-router'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { Writers } from '../../acts/may-write.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'
import type { FoundPayment } from '../../data/views/recurring.ts'
import { Button } from '../../ui/button.tsx'
import { CategoryIcon, colourOf } from '../../ui/category-icon.tsx'
import { shortDate } from '../../ui/dates.ts'
import { Mark } from '../../ui/states.tsx'
import { TransactionAmount } from '../../ui/transaction-amount.tsx'
import { rhythmWords } from '../../words/rhythm-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './recurring.module.css'
import { useRecurringActs } from './use-recurring-acts.ts'

type FoundPaymentsProps = {
  readonly found: readonly FoundPayment[]
  readonly lookups: LookupsAnswer
}

/** Offered, each with what speaks for it. */
export function FoundPayments({ found, lookups }: FoundPaymentsProps) {
  const { t } = useWords()
  return (
    <section className={styles['card']} aria-labelledby="recurring-found">
      <header>
        <h2 id="recurring-found">{t('recurring.found')}</h2>
        <p className={styles['quiet']}>{t('recurring.foundWords')}</p>
      </header>
      <ul className={styles['rows']}>
        {found.map(each => (
          <li key={each.id}>
            <Found found={each} lookups={lookups} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type FoundProps = {
  readonly found: FoundPayment
  readonly lookups: LookupsAnswer
}

function Found({ found, lookups }: FoundProps) {
  const { t, locale } = useWords()
  const acts = useRecurringActs()
  const { draft, rrule, next, count, first, isFixed, isLate } = found
  const name = draft.description
  const category = lookups.categories.find(({ _id }) => _id === draft.category)
  return (
    <div className={`${styles['row']} ${styles['offer']}`}>
      <CategoryIcon
        icon={draft.type === 'transfer' ? 'transfer' : category?.icon}
        colour={category?.colour ?? colourOf(draft.category ?? found.id)}
      />
      <div className={styles['what']}>
        <span dir="auto">{name}</span>
        <small>{rhythmWords(rrule, next, t, locale)}</small>
      </div>
      <div className={`${styles['what']} ${styles['details']}`}>
        <small>
          {t('recurring.evidence', { count, date: shortDate(first, locale) })}
        </small>
        <Evidence found={found} />
      </div>
      <span className={styles['amount']}>
        <TransactionAmount
          type={draft.type}
          minor={draft.minor}
          currency={draft.currency}
          locale={locale}
        />
        <small>
          {isFixed ? '' : '≈ '}
          {t('recurring.yearly', {
            amount: formatMoney(found.yearlyMinor, draft.currency, locale),
          })}
        </small>
        {isLate && (
          <Mark
            icon={<IconAlertTriangle size={16} aria-hidden />}
            words={t('recurring.isLate')}
            tone="warning"
          />
        )}
      </span>
      <Writers>
        <div className={styles['acts']}>
          <Button
            kind="plain"
            label={t('recurring.declineOf', { name })}
            onPress={() => void acts.decline(found)}
          >
            {t('recurring.decline')}
          </Button>
          <Button
            label={t('recurring.addFoundOf', { name })}
            onPress={() => void acts.add(found)}
          >
            <IconPlus size={18} aria-hidden />
            {t('recurring.addFound')}
          </Button>
        </div>
      </Writers>
    </div>
  )
}

const mostShown = 3

/** The last times, a price that changed, and what was missed. */
function Evidence({ found }: { readonly found: FoundPayment }) {
  const { t, locale } = useWords()
  const { recent, prices, missed, draft } = found
  const money = (minor: number) => formatMoney(minor, draft.currency, locale)
  const price = prices.at(-1)
  const list = new Intl.ListFormat(locale)
  const missedDays = missed
    .slice(-mostShown)
    .map(date => shortDate(date, locale))
  return (
    <>
      <small className={styles['last']}>
        {recent.slice(0, mostShown).map(({ id, date, minor }) => (
          <Link key={id} to={`/transactions?record=${id}`}>
            {shortDate(date, locale)} {money(minor)}
          </Link>
        ))}
      </small>
      {price !== undefined && (
        <small>
          {t(
            price.minor > price.beforeMinor
              ? 'recurring.dearer'
              : 'recurring.cheaper',
            {
              date: shortDate(price.date, locale),
              before: money(price.beforeMinor),
            },
          )}
        </small>
      )}
      {missedDays.length > 0 && (
        <small>
          {t('recurring.missedOn', { dates: list.format(missedDays) })}
        </small>
      )}
    </>
  )
}
