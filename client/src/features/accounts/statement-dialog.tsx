import { useState } from 'react'
import type { Account } from '@ourmoney/shared/account/account.ts'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { parseAmount } from '@ourmoney/shared/money/parse-amount.ts'
import { AmountField } from '../../ui/amount-field.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { today } from '../../ui/dates.ts'
import { Dialog, DialogActions, DialogForm } from '../../ui/dialog.tsx'
import { useWords } from '../../words/words.ts'
import styles from './accounts.module.css'

/** What a statement says was in the account at the end of its day. */
export type Statement = { readonly date: string; readonly minor: number }

type StatementDialogProps = {
  readonly account: Account
  readonly onStart: (statement: Statement) => void
  readonly onClose: () => void
}

/** Day and balance of a statement, before it is compared line by line. */
export function StatementDialog(props: StatementDialogProps) {
  const { account, onStart, onClose } = props
  const { t, locale } = useWords()
  const { name, currency } = account
  const [text, setText] = useState('')
  const [date, setDate] = useState(today())
  const [wasTried, setTried] = useState(false)
  const amount = parseAmount(text, { currency, locale })

  function start() {
    setTried(true)
    if (amount.ok && date !== '') onStart({ date, minor: amount.value })
  }

  return (
    <Dialog
      title={t('accounts.statementTitle', { name })}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
    >
      <DialogForm onSubmit={start}>
        <p className={styles['quiet']}>{t('accounts.statementWords')}</p>
        <AmountField
          label={t('accounts.statementBalance', { currency })}
          value={text}
          onChange={setText}
          issue={
            wasTried && !amount.ok
              ? t(`problems.draft_${amount.failure.code}`)
              : undefined
          }
          computed={
            amount.ok ? formatMoney(amount.value, currency, locale) : undefined
          }
          autoFocus
        />
        <DateField
          label={t('accounts.statementDate')}
          value={date}
          onChange={setDate}
          issue={
            wasTried && date === '' ? t('accounts.issue_no-date') : undefined
          }
        />
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('accounts.statementStart')}
          </Button>
        </DialogActions>
      </DialogForm>
    </Dialog>
  )
}
