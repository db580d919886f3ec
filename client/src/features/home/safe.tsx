import { Link } from 'react-router'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import type { SafeToSpend } from '@ourmoney/shared/report/safe-to-spend.ts'
import { Amount } from '../../ui/amount.tsx'
import { useWords } from '../../words/words.ts'
import styles from './home.module.css'

type SafeProps = {
  /** `undefined` also where nobody can tell. */
  readonly safe: SafeToSpend | undefined
  readonly isKnown: boolean
  readonly daysLeft: number
  readonly currency: string
}

/** What may be spent on each day that is left, and of what that is. */
export function Safe({ safe, isKnown, daysLeft, currency }: SafeProps) {
  const { t, locale } = useWords()
  if (!isKnown) {
    return (
      <div className={styles['safe']} aria-busy>
        <span>{t('home.safe')}</span>
        <strong>–</strong>
      </div>
    )
  }
  if (safe === undefined) {
    return (
      <div className={styles['safe']}>
        <span>{t('home.safe')}</span>
        <small>
          {t('home.safeUnknown')}{' '}
          <Link to="/budgets">{t('budgets.title')}</Link>
        </small>
      </div>
    )
  }
  const money = (minor: number) => formatMoney(minor, currency, locale)
  const { of, leftMinor, dueMinor, freeMinor, perDayMinor } = safe
  return (
    <div className={styles['safe']}>
      <span>{t('home.safe')}</span>
      <strong>
        <Amount minor={perDayMinor} currency={currency} locale={locale} />{' '}
        <small>{t('home.aDay')}</small>
      </strong>
      <small>
        {freeMinor < 0
          ? t('home.safeLacks', { amount: money(-freeMinor) })
          : t('home.safeFree', {
              count: daysLeft,
              amount: money(freeMinor),
            })}{' '}
        {t(dueMinor > 0 ? `home.safeOf_${of}_due` : `home.safeOf_${of}`, {
          left: money(leftMinor).replace('-', '−'),
          due: money(dueMinor),
        })}
      </small>
    </div>
  )
}
