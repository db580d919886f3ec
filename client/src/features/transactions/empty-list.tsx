import { IconInbox, IconPlus } from '@tabler/icons-react'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'

type EmptyListProps = {
  readonly isFiltered: boolean
  readonly onClear: () => void
  /** Not there for who only reads. */
  readonly onAdd: (() => void) | undefined
}

/** No transactions, or none that the filter lets through. */
export function EmptyList({ isFiltered, onClear, onAdd }: EmptyListProps) {
  const { t } = useWords()
  const icon = <IconInbox size={48} stroke={1.25} aria-hidden />
  if (isFiltered) {
    return (
      <EmptyState
        icon={icon}
        title={t('transactions.noMatchTitle')}
        words={t('transactions.noMatchWords')}
      >
        <Button onPress={onClear}>{t('transactions.clearFilters')}</Button>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={icon}
      title={t('transactions.emptyTitle')}
      words={onAdd && t('transactions.emptyWords')}
    >
      {onAdd && (
        <Button kind="primary" onPress={onAdd}>
          <IconPlus size={18} aria-hidden />
          {t('transactions.newTitle')}
        </Button>
      )}
    </EmptyState>
  )
}
