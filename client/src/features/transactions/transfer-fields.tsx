import { IconArrowsUpDown } from '@tabler/icons-react'
import { IconButton } from '../../ui/button.tsx'
import { AmountField } from '../../ui/amount-field.tsx'
import { useWords } from '../../words/words.ts'
import { computedOf } from './computed-amount.ts'
import type { Draft } from './draft.ts'
import { AccountField } from './form-fields.tsx'
import styles from './parts.module.css'
import type { Names } from './use-names.ts'

type TransferFieldsProps = {
  readonly draft: Draft
  readonly names: Names
  /** Of the accounts that the money leaves and enters. */
  readonly currency: string
  readonly toCurrency: string
  readonly issueOf: (field: keyof Draft) => string | undefined
  readonly onChange: (change: Partial<Draft>) => void
}

/** From which account to which; what arrives, where that is another currency. */
export function TransferFields({
  draft,
  names,
  currency,
  toCurrency,
  issueOf,
  onChange,
}: TransferFieldsProps) {
  const { t, locale } = useWords()
  const { account, toAccount, toAmount } = draft
  const isExchange = toAccount !== '' && currency !== toCurrency
  function swap() {
    onChange({
      account: toAccount,
      toAccount: account,
      ...(isExchange && { amount: toAmount, toAmount: draft.amount }),
    })
  }
  return (
    <>
      <div className={styles['between']}>
        <div className={styles['accounts']}>
          <AccountField
            label={t('transfers.from')}
            value={account}
            names={names}
            issue={issueOf('account')}
            onChange={id => onChange({ account: id })}
          />
          <AccountField
            label={t('common.toAccount')}
            value={toAccount}
            names={names}
            issue={issueOf('toAccount')}
            onChange={id => onChange({ toAccount: id })}
          />
        </div>
        <IconButton label={t('transfers.swap')} onPress={swap}>
          <IconArrowsUpDown size={18} aria-hidden />
        </IconButton>
      </div>
      {isExchange && (
        <AmountField
          label={`${t('transfers.arrives')} (${toCurrency})`}
          value={toAmount}
          onChange={text => onChange({ toAmount: text })}
          issue={issueOf('toAmount')}
          computed={computedOf(toAmount, toCurrency, locale)}
        />
      )}
    </>
  )
}
