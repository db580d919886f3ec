import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import type { ReviewCounts } from '../../data/statements.ts'
import { Amount } from '../../ui/amount.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import styles from './import.module.css'
import type { ImportNames } from './use-import-names.ts'

type ReviewSumsProps = {
  readonly counts: ReviewCounts
  readonly names: ImportNames
}

/** What is ticked sums to by account, and what the file's own balances miss. */
export function ReviewSums({ counts, names }: ReviewSumsProps) {
  const { t, locale } = useWords()
  const missing = counts.sums.filter(sum => (sum.missing ?? 0) !== 0)
  return (
    <>
      <ul className={styles['sums']} aria-label={t('imports.sums')}>
        {counts.sums.map(({ account, currency, ...sum }) => (
          <li key={`${account} ${currency}`}>
            <strong dir="auto">{names.account(account) || currency}</strong>
            <span>
              {t('imports.sumIn')}{' '}
              <Amount
                minor={sum.in}
                currency={currency}
                locale={locale}
                sign="always"
                isIncome={sum.in > 0}
              />
            </span>
            <span>
              {t('imports.sumOut')}{' '}
              <Amount minor={-sum.out} currency={currency} locale={locale} />
            </span>
          </li>
        ))}
      </ul>
      {missing.map(({ account, currency, missing: minor = 0 }) => (
        <Notice key={`${account} ${currency}`} isBad>
          {t('imports.missing', {
            account: names.account(account) || currency,
            amount: formatMoney(minor, currency, locale, { sign: 'never' }),
          })}
        </Notice>
      ))}
    </>
  )
}
