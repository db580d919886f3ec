import { useState } from 'react'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { parseAmount } from '@ourmoney/shared/money/parse-amount.ts'
import {
  expectedMinorOf,
  type ShoppingItem,
} from '@ourmoney/shared/shopping/purchase.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { AmountField } from '../../ui/amount-field.tsx'
import { Amount } from '../../ui/amount.tsx'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { today } from '../../ui/dates.ts'
import { Dialog, DialogActions, DialogForm } from '../../ui/dialog.tsx'
import { useWords } from '../../words/words.ts'
import styles from './shopping.module.css'
import type { Payment } from './use-shopping-acts.ts'

type BasketProps = {
  readonly items: readonly ShoppingItem[]
  readonly lookups: LookupsAnswer
  readonly currency: string
  readonly onPay: (
    items: readonly ShoppingItem[],
    payment: Payment,
  ) => Promise<unknown>
}

/** Stays in sight in the shop: what is in the basket, what it will cost, and the way to pay. */
export function Basket({ items, lookups, currency, onPay }: BasketProps) {
  const { t, locale } = useWords()
  const [isPaying, setPaying] = useState(false)
  return (
    <>
      <div className={styles['basket']}>
        <strong>{t('shopping.basket', { count: items.length })}</strong>
        <Amount
          minor={expectedMinorOf(items)}
          currency={currency}
          locale={locale}
        />
        <Button kind="primary" onPress={() => setPaying(true)}>
          {t('shopping.done')}
        </Button>
      </div>
      {isPaying && (
        <PayDialog
          items={items}
          lookups={lookups}
          currency={currency}
          onPay={onPay}
          onClose={() => setPaying(false)}
        />
      )}
    </>
  )
}

function PayDialog({
  items,
  lookups,
  currency,
  onPay,
  onClose,
}: BasketProps & { readonly onClose: () => void }) {
  const { t, locale } = useWords()
  const accounts = lookups.accounts.filter(
    each => each.closed !== true && each.currency === currency,
  )
  const expected = expectedMinorOf(items)
  const [paid, setPaid] = useState(
    expected === 0
      ? ''
      : formatMoney(expected, currency, locale, { bare: true }),
  )
  const [account, setAccount] = useState(accounts[0]?._id)
  const [date, setDate] = useState(today())
  const [isSplit, setSplit] = useState(true)
  const [isTried, setTried] = useState(false)
  const amount = parseAmount(paid, { currency, locale })
  const hasCategories = new Set(items.map(item => item.category)).size > 1

  const issue = amount.ok
    ? amount.value > 0
      ? undefined
      : t('problems.draft_zero')
    : t(`problems.draft_${amount.failure.code}`)

  function pay() {
    setTried(true)
    if (!amount.ok || issue !== undefined || date === '') return
    void onPay(items, {
      paidMinor: amount.value,
      currency,
      date,
      account,
      member: lookups.me,
      isSplit,
    })
    onClose()
  }

  return (
    <Dialog
      title={t('shopping.payTitle')}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
    >
      <DialogForm onSubmit={pay}>
        <AmountField
          label={t('shopping.paid', { currency })}
          value={paid}
          onChange={setPaid}
          issue={isTried ? issue : undefined}
          computed={
            amount.ok
              ? `= ${formatMoney(amount.value, currency, locale)}`
              : undefined
          }
          autoFocus
        />
        {accounts.length > 0 && (
          <ChoiceField
            label={t('common.account')}
            value={account}
            choices={accounts.map(({ _id, name }) => ({ id: _id, name }))}
            onChange={setAccount}
          />
        )}
        <DateField
          label={t('common.date')}
          value={date}
          onChange={setDate}
          issue={
            isTried && date === '' ? t('problems.draft_no-date') : undefined
          }
        />
        {hasCategories && (
          <Check isSelected={isSplit} onChange={setSplit}>
            {t('shopping.splitByCategory')}
          </Check>
        )}
        <DialogActions>
          <Button type="submit" kind="primary">
            {t('shopping.done')}
          </Button>
        </DialogActions>
      </DialogForm>
    </Dialog>
  )
}
