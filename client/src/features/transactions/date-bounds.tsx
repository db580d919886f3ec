import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import { DateField } from '../../ui/date-field.tsx'
import { useWords } from '../../words/words.ts'

type DateBoundsProps = {
  readonly filter: TransactionFilter
  readonly onSet: (fields: TransactionFilter) => void
}

export default function DateBounds({ filter, onSet }: DateBoundsProps) {
  const { t } = useWords()
  return (
    <>
      <DateField
        label={t('transactions.from')}
        value={filter.from ?? ''}
        onChange={date => onSet({ from: date || undefined })}
      />
      <DateField
        label={t('transactions.to')}
        value={filter.to ?? ''}
        onChange={date => onSet({ to: date || undefined })}
      />
    </>
  )
}
