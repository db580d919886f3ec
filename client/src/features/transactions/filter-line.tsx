import { IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import {
  filterFromSearch,
  filterToSearch,
  isEmptyFilter,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import { useView } from '../../data/hooks.tsx'
import { Chip } from '../../ui/chip.tsx'
import { useStable } from '../../ui/use-stable.ts'
import { useWords } from '../../words/words.ts'
import { FilterChips } from './filter-chips.tsx'
import { SavedFilters } from './saved-filters.tsx'
import { useNames } from './use-names.ts'

type FilterLineProps = {
  readonly filter: TransactionFilter
  readonly isOfAccounts?: boolean | undefined
  readonly onChange: (filter: TransactionFilter) => void
}

/** The filter of the list where something else is chosen by it, which has its own days and types. */
export default function FilterLine(props: FilterLineProps) {
  const { filter, isOfAccounts = false, onChange } = props
  const { t } = useWords()
  const names = useNames()
  const sync = useView({ view: 'sync' })
  const address = filterToSearch(filter)
  const chosen = useMemo(() => filterFromSearch(address), [address])
  const set = useStable((fields: TransactionFilter) =>
    onChange({ ...filter, ...fields }),
  )
  return (
    <>
      <FilterChips
        filter={chosen}
        names={names}
        isInAccount={false}
        hasOwnDays
        isOfAccounts={isOfAccounts}
        isConnected={sync !== undefined && sync.phase !== 'local-only'}
        onSet={set}
      />
      {filter.text !== undefined && (
        <Chip isOn onPress={() => set({ text: undefined })}>
          “{filter.text}”
          <IconX size={14} aria-hidden />
        </Chip>
      )}
      {!isOfAccounts && (
        <SavedFilters filter={filter} names={names} onChange={onChange} />
      )}
      {!isEmptyFilter(filter) && (
        <Chip onPress={() => onChange({})}>
          <IconX size={14} aria-hidden />
          {t('transactions.clearFilters')}
        </Chip>
      )}
    </>
  )
}
