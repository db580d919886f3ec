import { IconCoinOff, IconLock } from '@tabler/icons-react'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import type { TransactionRow } from '../../data/views/transactions.ts'
import { Mark } from '../../ui/states.tsx'
import { TransactionAmount } from '../../ui/transaction-amount.tsx'
import { useWords } from '../../words/words.ts'
import { SideAmounts } from './side-amounts.tsx'
import { SyncOf } from './sync-of.tsx'
import styles from './transactions.module.css'
import type { Names } from './use-names.ts'

type RowMoneyProps = {
  readonly row: TransactionRow
  readonly names: Names
}

/** The end of a row: what it comes to, and what is to be known of that. */
export function RowMoney({ row, names }: RowMoneyProps) {
  const { t, locale } = useWords()
  return (
    <span className={styles['money']}>
      {row.lacksRate && (
        <Mark
          icon={<IconCoinOff size={16} aria-hidden />}
          words={t('currencies.lacksRate')}
          tone="warning"
          isSmall
        />
      )}
      {row.isLocked && (
        <Mark
          icon={<IconLock size={16} aria-hidden />}
          words={t('accounts.locked')}
          isSmall
        />
      )}
      {row.side === undefined ? (
        <span className={styles['amounts']}>
          <TransactionAmount
            type={row.type}
            minor={row.countedMinor ?? row.minor}
            currency={row.currency}
            locale={locale}
          />
          {row.countedMinor !== undefined && (
            <small>
              {t('splits.ofWhole', {
                amount: formatMoney(row.minor, row.currency, locale),
              })}
            </small>
          )}
          {row.toMinor !== undefined && (
            <small>
              →{' '}
              {formatMoney(
                row.toMinor,
                names.currencyOf(row.toAccount),
                locale,
              )}
            </small>
          )}
        </span>
      ) : (
        <SideAmounts row={row} side={row.side} />
      )}
      <SyncOf state={row.sync} />
    </span>
  )
}
