import { IconCoinOff } from '@tabler/icons-react'
import { Link } from 'react-router'
import { filterToSearch } from '@ourmoney/shared/transaction/filter.ts'
import type { CurrenciesAnswer } from '../../data/views/rates.ts'
import { Card } from '../../ui/page.tsx'
import { Mark } from '../../ui/states.tsx'
import { currencyName } from '../../words/currency-choices.ts'
import { rateWords } from '../../words/rate-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './currencies.module.css'

type InUseCardProps = { readonly answer: CurrenciesAnswer }

/** Every currency of the ledger: how much is in it, and whether it counts in totals. */
export function InUseCard({ answer }: InUseCardProps) {
  const { t, locale } = useWords()
  const { base, inUse } = answer
  return (
    <Card title={t('currencies.inUse')}>
      <ul className={styles['rows']}>
        {inUse.map(({ currency, transactions, missing, rate }) => (
          <li key={currency} className={styles['row']}>
            <strong className={styles['code']}>{currency}</strong>
            <span className={styles['name']}>
              {currencyName(currency, locale)}
              {transactions > 0 && (
                <Link
                  to={`/transactions?${filterToSearch({ currencies: [currency] })}`}
                >
                  {t('currencies.transactions', { count: transactions })}
                </Link>
              )}
            </span>
            <span className={styles['state']}>
              {currency === base ? (
                <>
                  <span className={styles['tag']}>{t('currencies.base')}</span>
                  <Link to="/settings">{t('currencies.changeBase')}</Link>
                </>
              ) : (
                <>
                  <span className={styles['number']}>
                    {rate === undefined
                      ? t('currencies.noRateNow')
                      : rateWords(rate, t, locale)}
                  </span>
                  {missing > 0 && (
                    <Link
                      to={`/transactions?${filterToSearch({ currencies: [currency], rate: 'missing' })}`}
                    >
                      <Mark
                        icon={<IconCoinOff size={16} aria-hidden />}
                        words={t('currencies.lacking', { count: missing })}
                        tone="warning"
                      />
                    </Link>
                  )}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {inUse.length < 2 && (
        <p>{t('currencies.onlyBase', { currency: base })}</p>
      )}
    </Card>
  )
}
