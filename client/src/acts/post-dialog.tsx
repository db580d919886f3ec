import { useState } from 'react'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import type { RecurringRule, WholeDraft } from '../data/views/recurring.ts'
import { AmountField } from '../ui/amount-field.tsx'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Dialog, DialogActions, DialogForm } from '../ui/dialog.tsx'
import { useTypedAmount } from '../words/use-typed-amount.ts'
import { useWords } from '../words/words.ts'
import type { Otherwise } from './use-due-acts.ts'

type PostDialogProps = {
  readonly rule: RecurringRule
  readonly draft: WholeDraft
  readonly date: string
  readonly onPost: (set: Otherwise) => Promise<unknown>
  readonly onClose: () => void
}

/** Posts what turned out otherwise than the rule says. */
export function PostDialog(props: PostDialogProps) {
  const { rule, draft, date, onPost, onClose } = props
  const { t, locale } = useWords()
  const { currency } = draft
  const [typed, setTyped] = useState(() =>
    formatMoney(draft.minor, currency, locale, { bare: true }),
  )
  const [day, setDay] = useState(date)
  const [isTried, setTried] = useState(false)
  const { minor, issue } = useTypedAmount(typed, currency, { isSigned: true })

  async function post() {
    setTried(true)
    if (minor === undefined || day === '') return
    const done = await onPost({ minor, date: day })
    if (done !== undefined) onClose()
  }

  return (
    <Dialog
      title={t('recurring.postTitle', { name: rule.doc.name })}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
    >
      <DialogForm onSubmit={() => void post()}>
        {hasParts(draft) ? (
          <p>{t('recurring.parts')}</p>
        ) : (
          <AmountField
            label={`${t('common.amount')} (${currency})`}
            value={typed}
            onChange={setTyped}
            issue={isTried ? issue : undefined}
            autoFocus
          />
        )}
        <DateField
          label={t('recurring.postDate')}
          value={day}
          onChange={setDay}
          issue={
            isTried && day === '' ? t('recurring.issue_no-date') : undefined
          }
        />
        <DialogActions>
          <Button type="submit" kind="primary">
            {t('recurring.post')}
          </Button>
        </DialogActions>
      </DialogForm>
    </Dialog>
  )
}

/** What belongs to an amount would not add up with another. */
export function hasParts({
  splits = [],
  shares = [],
  toMinor,
}: Pick<WholeDraft, 'splits' | 'shares' | 'toMinor'>): boolean {
  return splits.length > 0 || shares.length > 0 || toMinor !== undefined
}
