import { useState } from 'react'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { parseAmount } from '@ourmoney/shared/money/parse-amount.ts'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'

type AmountBoundsProps = {
  readonly filter: TransactionFilter
  readonly currency: string
  readonly onSet: (fields: TransactionFilter) => void
}

export default function AmountBounds({
  filter,
  currency,
  onSet,
}: AmountBoundsProps) {
  const { t, locale } = useWords()
  const show = (minor: number | undefined) =>
    minor === undefined
      ? ''
      : formatMoney(minor, currency, locale, { bare: true })
  const [from, setFrom] = useState(show(filter.fromMinor))
  const [to, setTo] = useState(show(filter.toMinor))
  const [issue, setIssue] = useState<string>()

  function apply() {
    const bounds = [from, to].map(text =>
      text.trim() === '' ? undefined : parseAmount(text, { currency, locale }),
    )
    const wrong = bounds.some(each => each !== undefined && !each.ok)
    setIssue(wrong ? t('problems.draft_not-an-amount') : undefined)
    if (wrong) return
    const [least, most] = bounds.map(each =>
      each?.ok === true ? Math.abs(each.value) : undefined,
    )
    onSet({ fromMinor: least, toMinor: most })
  }

  return (
    <>
      <TextField
        label={t('transactions.from')}
        value={from}
        onChange={setFrom}
        issue={issue}
      />
      <TextField label={t('transactions.to')} value={to} onChange={setTo} />
      <Button kind="primary" onPress={apply}>
        {t('transactions.apply')}
      </Button>
    </>
  )
}
