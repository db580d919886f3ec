import { formatParts } from '@ourmoney/shared/money/format-money.ts'
import styles from './amount.module.css'

type AmountProps = {
  readonly minor: number
  readonly currency: string
  readonly locale: string
  /** `always` writes a plus too. */
  readonly sign?: 'auto' | 'always' | 'never' | undefined
  /** Green beside its plus. */
  readonly isIncome?: boolean | undefined
  readonly isBare?: boolean | undefined
}

/** Money with its minor part quieter than its major. */
export function Amount({
  minor,
  currency,
  locale,
  sign,
  isIncome = false,
  isBare,
}: AmountProps) {
  const parts = formatParts(minor, currency, locale, { sign, bare: isBare })
  return (
    <bdi className={`${styles['amount']} ${isIncome ? styles['income'] : ''}`}>
      {parts.map(({ part, text }, index) =>
        part === 'minor' ? (
          <span key={index} className={styles['minor']}>
            {text}
          </span>
        ) : (
          // As wide as the plus; a hyphen is not a minus.
          text.replace('-', '−')
        ),
      )}
    </bdi>
  )
}
