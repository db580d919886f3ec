import {
  IconDots,
  IconDownload,
  IconPlus,
  IconSelectAll,
  IconSortDescending,
  IconX,
} from '@tabler/icons-react'
import { memo, useMemo, type RefObject } from 'react'
import {
  filterFromSearch,
  filterToSearch,
  isEmptyFilter,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import type { TransactionOrder } from '@ourmoney/shared/transaction/order.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Menu } from '../../ui/menu.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useIsDesk } from '../../ui/use-media.ts'
import { useStable } from '../../ui/use-stable.ts'
import { useWords } from '../../words/words.ts'
import { FilterChips } from './filter-chips.tsx'
import { Pairs } from './pairs.tsx'
import { SavedFilters } from './saved-filters.tsx'
import styles from './transactions.module.css'
import type { Names } from './use-names.ts'

type FilterBarProps = {
  readonly filter: TransactionFilter
  /** The list is of one account anyway. */
  readonly isInAccount: boolean
  readonly order: TransactionOrder
  readonly names: Names
  readonly count: number | undefined
  readonly isConnected: boolean
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly onSearch: (text: string) => void
  readonly onChange: (filter: TransactionFilter) => void
  readonly onOrder: (order: TransactionOrder) => void
  /** Not there for who only reads, as selecting is not. */
  readonly onAdd: (() => void) | undefined
  readonly onExport: () => void
  readonly onSelectAll: (() => void) | undefined
}

export function FilterBar(props: FilterBarProps) {
  const { filter, order, names, count, isConnected, searchRef } = props
  const { t } = useWords()
  const isDesk = useIsDesk()
  const isEmpty = isEmptyFilter(filter)
  const withoutText = filterToSearch({ ...filter, text: undefined })
  const chosen = useMemo(() => filterFromSearch(withoutText), [withoutText])
  const change = useStable(props.onChange)
  const add = useStable(() => props.onAdd?.())
  const sort = useStable(props.onOrder)
  const exportFound = useStable(props.onExport)
  const selectAll = useStable(() => props.onSelectAll?.())
  const set = useStable((fields: TransactionFilter) =>
    props.onChange({ ...filter, ...fields }),
  )
  return (
    <>
      <div className={styles['tools']}>
        <div className={styles['search']}>
          <Search
            text={filter.text ?? ''}
            searchRef={searchRef}
            onSearch={props.onSearch}
          />
        </div>
        <span
          className={`${styles['count']} ${isEmpty ? styles['whole'] : ''}`}
          role="status"
        >
          {count !== undefined && t('transactions.found', { count })}
        </span>
        <MoreMenu
          order={order}
          onOrder={sort}
          onExport={exportFound}
          onSelectAll={props.onSelectAll && selectAll}
        />
        {isDesk && props.onAdd && <AddButton onAdd={add} />}
      </div>
      <div className={styles['tools']}>
        <div className={styles['chips']}>
          <FilterChips
            filter={chosen}
            names={names}
            isInAccount={props.isInAccount}
            isConnected={isConnected}
            onSet={set}
          />
          <SavedFilters filter={filter} names={names} onChange={change} />
          {!isEmpty && (
            <Chip onPress={() => change({})}>
              <IconX size={14} aria-hidden />
              {t('transactions.clearFilters')}
            </Chip>
          )}
          <Pairs names={names} />
        </div>
      </div>
    </>
  )
}

const AddButton = memo(function AddButton({
  onAdd,
}: {
  readonly onAdd: () => void
}) {
  const { t } = useWords()
  return (
    <Button kind="primary" onPress={onAdd}>
      <IconPlus size={18} aria-hidden />
      {t('transactions.add')}
    </Button>
  )
})

type SearchProps = Pick<FilterBarProps, 'searchRef' | 'onSearch'> & {
  readonly text: string
}

const Search = memo(function Search({
  text,
  searchRef,
  onSearch,
}: SearchProps) {
  const { t } = useWords()
  return (
    <SearchField
      label={t('transactions.search')}
      clearLabel={t('common.clear')}
      value={text}
      onChange={onSearch}
      inputRef={searchRef}
    />
  )
})

type MoreMenuProps = Pick<
  FilterBarProps,
  'order' | 'onOrder' | 'onExport' | 'onSelectAll'
>

const MoreMenu = memo(function MoreMenu({
  order,
  onOrder,
  onExport,
  onSelectAll,
}: MoreMenuProps) {
  const { t } = useWords()
  const orders = [
    ['sortDate', { by: 'date', descending: true }],
    ['sortDateUp', { by: 'date', descending: false }],
    ['sortAmount', { by: 'amount', descending: true }],
    ['sortDescription', { by: 'description', descending: false }],
  ] as const
  return (
    <Menu
      label={t('common.more')}
      entries={[
        ...orders
          .filter(
            ([, each]) =>
              each.by !== order.by || each.descending !== order.descending,
          )
          .map(([words, each]) => ({
            id: words,
            name: t(`transactions.${words}`),
            icon: <IconSortDescending size={18} aria-hidden />,
            onPress: () => onOrder(each),
          })),
        ...(onSelectAll === undefined
          ? []
          : [
              {
                id: 'all',
                name: t('transactions.selectAll'),
                icon: <IconSelectAll size={18} aria-hidden />,
                onPress: onSelectAll,
              },
            ]),
        {
          id: 'export',
          name: t('transactions.export'),
          icon: <IconDownload size={18} aria-hidden />,
          onPress: onExport,
        },
      ]}
    >
      <IconButton label={t('common.more')}>
        <IconDots size={20} aria-hidden />
      </IconButton>
    </Menu>
  )
})
