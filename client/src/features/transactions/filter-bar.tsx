import {
  IconDots,
  IconDownload,
  IconPlus,
  IconSelectAll,
  IconSortDescending,
  IconStar,
  IconTrash,
  IconX,
} from '@tabler/icons-react'
import { useState, type ReactNode, type RefObject } from 'react'
import {
  Dialog as AriaDialog,
  DialogTrigger,
} from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { parseAmount } from '@ourmoney/shared/money/parse-amount.ts'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { recordStates } from '@ourmoney/shared/sync/record-state.ts'
import {
  filterFromSearch,
  filterToSearch,
  isEmptyFilter,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import type { TransactionOrder } from '@ourmoney/shared/transaction/order.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import { act, undoAct } from '../../data/acts.ts'
import { useLedger, useView } from '../../data/hooks.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { Chip } from '../../ui/chip.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import field from '../../ui/field.module.css'
import { Menu } from '../../ui/menu.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useIsDesk } from '../../ui/use-media.ts'
import { useWords } from '../../words/words.ts'
import styles from './transactions.module.css'
import type { Names } from './use-names.ts'

type FilterBarProps = {
  readonly filter: TransactionFilter
  readonly order: TransactionOrder
  readonly names: Names
  readonly count: number | undefined
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly onChange: (filter: TransactionFilter) => void
  readonly onOrder: (order: TransactionOrder) => void
  readonly onAdd: () => void
  readonly onExport: () => void
  readonly onSelectAll: () => void
}

export function FilterBar(props: FilterBarProps) {
  const { filter, names, count, searchRef, onChange, onAdd } = props
  const { t } = useWords()
  const isDesk = useIsDesk()
  const sync = useView({ view: 'sync' })
  return (
    <>
      <div className={styles['tools']}>
        <div className={styles['search']}>
          <Search filter={filter} searchRef={searchRef} onChange={onChange} />
        </div>
        <span
          className={`${styles['count']} ${isEmptyFilter(filter) ? styles['whole'] : ''}`}
          role="status"
        >
          {count !== undefined && t('transactions.found', { count })}
        </span>
        <MoreMenu {...props} />
        {isDesk && (
          <Button kind="primary" onPress={onAdd}>
            <IconPlus size={18} aria-hidden />
            {t('transactions.add')}
          </Button>
        )}
      </div>
      <div className={styles['tools']}>
        <div className={styles['chips']}>
          <ListChip
            words={t('transactions.anyType')}
            value={filter.types}
            choices={transactionTypes.map(id => ({
              id,
              name: t(`common.${id}`),
            }))}
            onChange={types =>
              onChange({ ...filter, types: types as typeof filter.types })
            }
          />
          <ListChip
            words={t('transactions.anyCategory')}
            value={filter.categories}
            choices={[
              { id: 'none', name: t('common.noCategory') },
              ...named(names.lookups?.categories),
            ]}
            onChange={categories => onChange({ ...filter, categories })}
          />
          {(names.lookups?.members.length ?? 0) > 1 && (
            <ListChip
              words={t('transactions.anyMember')}
              value={filter.members}
              choices={named(names.lookups?.members)}
              onChange={members => onChange({ ...filter, members })}
            />
          )}
          {(names.lookups?.accounts.length ?? 0) > 1 && (
            <ListChip
              words={t('transactions.anyAccount')}
              value={filter.accounts}
              choices={named(names.lookups?.accounts)}
              onChange={accounts => onChange({ ...filter, accounts })}
            />
          )}
          <AmountChip filter={filter} names={names} onChange={onChange} />
          <DateChip filter={filter} onChange={onChange} />
          {(names.lookups?.tags.length ?? 0) > 0 && (
            <ListChip
              words={t('transactions.anyTag')}
              value={filter.tags}
              choices={(names.lookups?.tags ?? []).map(tag => ({
                id: tag,
                name: tag,
              }))}
              onChange={tags => onChange({ ...filter, tags })}
            />
          )}
          {(names.lookups?.currencies.length ?? 0) > 1 && (
            <ListChip
              words={t('transactions.anyCurrency')}
              value={filter.currencies}
              choices={(names.lookups?.currencies ?? []).map(id => ({
                id,
                name: id,
              }))}
              onChange={currencies => onChange({ ...filter, currencies })}
            />
          )}
          {filter.rate === 'missing' && (
            <Chip isOn onPress={() => onChange({ ...filter, rate: undefined })}>
              {t('transactions.withoutRate')}
              <IconX size={14} aria-hidden />
            </Chip>
          )}
          {sync !== undefined && sync.phase !== 'local-only' && (
            <ListChip
              words={t('transactions.anySync')}
              value={filter.sync}
              choices={recordStates.map(id => ({
                id,
                name: t(`transactions.${id}`),
              }))}
              onChange={states =>
                onChange({ ...filter, sync: states as typeof filter.sync })
              }
            />
          )}
          <SavedFilters filter={filter} names={names} onChange={onChange} />
          {!isEmptyFilter(filter) && (
            <Chip onPress={() => onChange({})}>
              <IconX size={14} aria-hidden />
              {t('transactions.clearFilters')}
            </Chip>
          )}
        </div>
      </div>
    </>
  )
}

type SearchProps = Pick<FilterBarProps, 'filter' | 'searchRef' | 'onChange'>

const mostOnTheirWay = 30

/** Typing is never held up by the list; the address follows. */
function Search({ filter, searchRef, onChange }: SearchProps) {
  const { t } = useWords()
  const inAddress = filter.text ?? ''
  const [typed, setTyped] = useState(inAddress)
  const [seen, setSeen] = useState(inAddress)
  const [sent, setSent] = useState<readonly string[]>([])

  // Another text in the address, not one of ours on its way: a saved filter, the back button.
  if (inAddress !== seen) {
    setSeen(inAddress)
    if (!sent.includes(inAddress)) setTyped(inAddress)
  }

  function search(text: string) {
    setTyped(text)
    setSent([...sent, text].slice(-mostOnTheirWay))
    onChange({ ...filter, text: text === '' ? undefined : text })
  }

  return (
    <SearchField
      label={t('transactions.search')}
      clearLabel={t('common.clear')}
      value={typed}
      onChange={search}
      inputRef={searchRef}
    />
  )
}

function named(
  docs: readonly { readonly _id: string; readonly name: string }[] | undefined,
) {
  return (docs ?? []).map(({ _id, name }) => ({ id: _id, name }))
}

type PopoverChipProps = {
  readonly words: string
  readonly label: string
  readonly isOn: boolean
  readonly children: ReactNode
}

function PopoverChip({ words, label, isOn, children }: PopoverChipProps) {
  return (
    <DialogTrigger>
      <Chip isOn={isOn}>{words}</Chip>
      <Popover className={field['popover'] ?? ''} placement="bottom start">
        <AriaDialog className={styles['popover'] ?? ''} aria-label={label}>
          {children}
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  )
}

type ListChipProps = {
  readonly words: string
  readonly value: readonly string[] | undefined
  readonly choices: readonly { readonly id: string; readonly name: string }[]
  readonly onChange: (value: readonly string[] | undefined) => void
}

function ListChip({ words, value = [], choices, onChange }: ListChipProps) {
  const [first] = value
  const firstName = choices.find(({ id }) => id === first)?.name ?? first
  const more = value.length > 1 ? ` +${value.length - 1}` : ''
  return (
    <PopoverChip
      words={firstName === undefined ? words : `${firstName}${more}`}
      label={words}
      isOn={value.length > 0}
    >
      <div className={styles['options']}>
        {choices.map(({ id, name }) => (
          <Check
            key={id}
            isSelected={value.includes(id)}
            onChange={isOn => {
              const next = isOn
                ? [...value, id]
                : value.filter(each => each !== id)
              onChange(next.length > 0 ? next : undefined)
            }}
          >
            <span dir="auto">{name}</span>
          </Check>
        ))}
      </div>
    </PopoverChip>
  )
}

type ChipProps = Pick<FilterBarProps, 'filter' | 'onChange'>

function AmountChip({
  filter,
  names,
  onChange,
}: ChipProps & Pick<FilterBarProps, 'names'>) {
  const { t, locale } = useWords()
  const { currency } = names
  const { fromMinor, toMinor } = filter
  const show = (minor: number | undefined) =>
    minor === undefined
      ? ''
      : formatMoney(minor, currency, locale, { bare: true })
  const [from, setFrom] = useState(show(fromMinor))
  const [to, setTo] = useState(show(toMinor))
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
    onChange({ ...filter, fromMinor: least, toMinor: most })
  }

  const isOn = fromMinor !== undefined || toMinor !== undefined
  return (
    <PopoverChip
      words={
        isOn
          ? `${show(fromMinor)} – ${show(toMinor)}`
          : t('transactions.anyAmount')
      }
      label={t('transactions.anyAmount')}
      isOn={isOn}
    >
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
    </PopoverChip>
  )
}

function DateChip({ filter, onChange }: ChipProps) {
  const { t } = useWords()
  const { from, to } = filter
  const isOn = from !== undefined || to !== undefined
  return (
    <PopoverChip
      words={isOn ? `${from ?? ''} – ${to ?? ''}` : t('transactions.anyDate')}
      label={t('transactions.anyDate')}
      isOn={isOn}
    >
      <DateField
        label={t('transactions.from')}
        value={from ?? ''}
        onChange={date => onChange({ ...filter, from: date || undefined })}
      />
      <DateField
        label={t('transactions.to')}
        value={to ?? ''}
        onChange={date => onChange({ ...filter, to: date || undefined })}
      />
    </PopoverChip>
  )
}

function SavedFilters({
  filter,
  names,
  onChange,
}: ChipProps & Pick<FilterBarProps, 'names'>) {
  const { t } = useWords()
  const ledger = useLedger()
  const [isNaming, setNaming] = useState(false)
  const [name, setName] = useState('')
  const saved = names.lookups?.savedFilters ?? []

  async function save() {
    await act(ledger, [
      {
        change: 'create',
        doc: {
          kind: 'savedFilter',
          name: name.trim(),
          query: filterToSearch(filter),
        },
      },
    ])
    setNaming(false)
    setName('')
    showToast(t('transactions.filterSaved'))
  }

  async function remove(id: string) {
    const receipt = await act(ledger, [
      { change: 'remove', target: { ids: [id] } },
    ])
    showToast(t('transactions.filterDeleted'), {
      name: t('common.undo'),
      onPress: () => void undoAct(ledger, receipt.act),
    })
  }

  return (
    <>
      {(saved.length > 0 || !isEmptyFilter(filter)) && (
        <PopoverChip
          words={t('transactions.savedFilters')}
          label={t('transactions.savedFilters')}
          isOn={false}
        >
          {saved.map(each => (
            <div key={each._id} className={styles['tools']}>
              <Button
                kind="plain"
                onPress={() => onChange(filterFromSearch(each.query))}
              >
                <IconStar size={16} aria-hidden />
                <span dir="auto">{each.name}</span>
              </Button>
              <IconButton
                label={t('transactions.deleteFilter', { name: each.name })}
                onPress={() => void remove(each._id)}
              >
                <IconTrash size={16} aria-hidden />
              </IconButton>
            </div>
          ))}
          {!isEmptyFilter(filter) && (
            <Button onPress={() => setNaming(true)}>
              {t('transactions.saveFilter')}
            </Button>
          )}
        </PopoverChip>
      )}
      <Dialog
        title={t('transactions.saveFilter')}
        closeLabel={t('common.close')}
        isOpen={isNaming}
        onClose={() => setNaming(false)}
      >
        <form
          className={styles['form']}
          onSubmit={event => {
            event.preventDefault()
            if (name.trim() !== '') void save()
          }}
        >
          <TextField
            label={t('transactions.filterName')}
            value={name}
            onChange={setName}
            autoFocus
          />
          <DialogActions>
            <Button
              type="submit"
              kind="primary"
              isDisabled={name.trim() === ''}
            >
              {t('common.save')}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  )
}

function MoreMenu({ order, onOrder, onExport, onSelectAll }: FilterBarProps) {
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
        {
          id: 'all',
          name: t('transactions.selectAll'),
          icon: <IconSelectAll size={18} aria-hidden />,
          onPress: onSelectAll,
        },
        {
          id: 'export',
          name: t('transactions.exportJson'),
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
}
