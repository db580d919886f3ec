import { IconArrowsUpDown } from '@tabler/icons-react'
import { IconButton } from '../../ui/button.tsx'
import { useWords } from '../../words/words.ts'
import { ArrivesField } from './arrives-field.tsx'
import type { Draft } from './draft.ts'
import { AccountField } from './form-fields.tsx'
import styles from './parts.module.css'
import type { Names } from './use-names.ts'

type TransferFieldsProps = {
  readonly draft: Draft
  /** What leaves, as far as it can be read. */
  readonly minor: number | undefined
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
  minor,
  names,
  currency,
  toCurrency,
  issueOf,
  onChange,
}: TransferFieldsProps) {
  const { t } = useWords()
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
        <ArrivesField
          minor={minor}
          currency={currency}
          toCurrency={toCurrency}
          date={draft.date}
          value={toAmount}
          issue={issueOf('toAmount')}
          onChange={text => onChange({ toAmount: text })}
        />
      )}
    </>
  )
}
