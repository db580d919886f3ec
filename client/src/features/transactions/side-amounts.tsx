import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import type {
  AccountSide,
  TransactionRow,
} from '../../data/views/transactions.ts'
import { Amount } from '../../ui/amount.tsx'
import { useWords } from '../../words/words.ts'
import styles from './transactions.module.css'

type SideAmountsProps = {
  readonly row: TransactionRow
  readonly side: AccountSide
}

/** What a transaction did to the account that is looked at, and what was in it then. */
export function SideAmounts({ row, side }: SideAmountsProps) {
  const { t, locale } = useWords()
  const { minor, balanceMinor, currency } = side
  const balance = formatMoney(balanceMinor, currency, locale)
  return (
    <span className={styles['side']}>
      {minor === undefined ? (
        <Amount minor={row.minor} currency={row.currency} locale={locale} />
      ) : (
        <Amount
          minor={minor}
          currency={currency}
          locale={locale}
          sign="always"
          isIncome={minor > 0}
        />
      )}
      <small title={t('accounts.balance')}>
        <span className="visually-hidden">{t('accounts.balance')}</span>
        <bdi>{balance.replace('-', '−')}</bdi>
      </small>
    </span>
  )
}
