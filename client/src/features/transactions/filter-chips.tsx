import { IconX } from '@tabler/icons-react'
import { memo, Suspense } from 'react'
import { marks } from '@ourmoney/shared/account/marks.ts'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { recordStates } from '@ourmoney/shared/sync/record-state.ts'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import { useView } from '../../data/hooks.tsx'
import { Check } from '../../ui/check.tsx'
import { Chip } from '../../ui/chip.tsx'
import { later, useLoadedSoon } from '../../ui/later.tsx'
import { Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { CategoryChip } from './category-chip.tsx'
import { PopoverChip } from './popover-chip.tsx'
import styles from './transactions.module.css'
import type { Names } from './use-names.ts'

const AmountBounds = later(() => import('./amount-bounds.tsx'))
const DateBounds = later(() => import('./date-bounds.tsx'))
const bounds = [AmountBounds, DateBounds]

type FilterChipsProps = {
  /** Without its text, so that typing leaves the chips alone. */
  readonly filter: TransactionFilter
  readonly names: Names
  readonly isInAccount: boolean
  /** Days and types are chosen elsewhere. */
  readonly hasOwnDays?: boolean | undefined
  /** Only accounts are chosen. */
  readonly isOfAccounts?: boolean | undefined
  readonly isConnected: boolean
  /** The fields that become others; the rest stays. */
  readonly onSet: (fields: TransactionFilter) => void
}

export const FilterChips = memo(function FilterChips({
  filter,
  names,
  isInAccount,
  hasOwnDays = false,
  isOfAccounts = false,
  isConnected,
  onSet,
}: FilterChipsProps) {
  const { t } = useWords()
  useLoadedSoon(bounds)
  const accounts = (names.lookups?.accounts.length ?? 0) > 0 && (
    <ListChip
      words={t('transactions.anyAccount')}
      value={filter.accounts}
      choices={[
        { id: 'none', name: t('accounts.none') },
        ...named(names.lookups?.accounts),
      ]}
      onChange={accounts => onSet({ accounts })}
    />
  )
  if (isOfAccounts) return accounts
  return (
    <>
      {!hasOwnDays && (
        <ListChip
          words={t('transactions.anyType')}
          value={filter.types}
          choices={transactionTypes.map(id => ({
            id,
            name: t(`common.${id}`),
          }))}
          onChange={types => onSet({ types: types as typeof filter.types })}
        />
      )}
      <CategoryChip
        value={filter.categories}
        names={names}
        onChange={categories => onSet({ categories })}
      />
      {(names.lookups?.members.length ?? 0) > 1 && (
        <ListChip
          words={t('transactions.anyMember')}
          value={filter.members}
          choices={named(names.lookups?.members)}
          onChange={members => onSet({ members })}
        />
      )}
      {!isInAccount && accounts}
      {(isInAccount || filter.marks !== undefined) && (
        <ListChip
          words={t('accounts.statement')}
          value={filter.marks}
          choices={marks.map(id => ({ id, name: t(`accounts.mark_${id}`) }))}
          onChange={found => onSet({ marks: found as typeof filter.marks })}
        />
      )}
      <AmountChip filter={filter} names={names} onSet={onSet} />
      {!hasOwnDays && <DateChip filter={filter} onSet={onSet} />}
      {(names.lookups?.payees.length ?? 0) > 0 && (
        <ListChip
          words={t('names.payee')}
          value={filter.payees}
          choices={[
            { id: 'none', name: t('common.none') },
            ...named(names.lookups?.payees),
          ]}
          onChange={payees => onSet({ payees })}
        />
      )}
      {(names.lookups?.tags.length ?? 0) > 0 && (
        <ListChip
          words={t('transactions.anyTag')}
          value={filter.tags}
          choices={(names.lookups?.tags ?? []).map(tag => ({
            id: tag,
            name: tag,
          }))}
          onChange={tags => onSet({ tags })}
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
          onChange={currencies => onSet({ currencies })}
        />
      )}
      {filter.descriptions !== undefined && (
        <Chip isOn onPress={() => onSet({ descriptions: undefined })}>
          <bdi>{filter.descriptions.join(', ')}</bdi>
          <IconX size={14} aria-hidden />
        </Chip>
      )}
      {filter.batches !== undefined && (
        <BatchChip batches={filter.batches} onSet={onSet} />
      )}
      {filter.rate === 'missing' && (
        <Chip isOn onPress={() => onSet({ rate: undefined })}>
          {t('transactions.withoutRate')}
          <IconX size={14} aria-hidden />
        </Chip>
      )}
      {isConnected && (
        <ListChip
          words={t('transactions.anySync')}
          value={filter.sync}
          choices={recordStates.map(id => ({
            id,
            name: t(`transactions.${id}`),
          }))}
          onChange={states => onSet({ sync: states as typeof filter.sync })}
        />
      )}
    </>
  )
})

function named(
  docs: readonly { readonly _id: string; readonly name: string }[] | undefined,
) {
  return (docs ?? []).map(({ _id, name }) => ({ id: _id, name }))
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

type BatchChipProps = Pick<FilterChipsProps, 'onSet'> & {
  readonly batches: readonly string[]
}

/** Files whose transactions are shown: chosen where they are listed, and taken away here. */
function BatchChip({ batches, onSet }: BatchChipProps) {
  const { t, locale } = useWords()
  const answer = useView({ view: 'batches' })
  const names = batches.map(
    id =>
      answer?.batches.find(batch => batch.id === id)?.fileName ??
      t('transactions.aFile'),
  )
  const list = new Intl.ListFormat(locale).format(names)
  return (
    <Chip isOn onPress={() => onSet({ batches: undefined })}>
      <span className={styles['file']} dir="auto">
        {answer === undefined
          ? '…'
          : t('transactions.fromFile', { name: list })}
      </span>
      <IconX size={14} aria-hidden />
    </Chip>
  )
}

type ChipProps = Pick<FilterChipsProps, 'filter' | 'onSet'>

function AmountChip({
  filter,
  names,
  onSet,
}: ChipProps & Pick<FilterChipsProps, 'names'>) {
  const { t, locale } = useWords()
  const { currency } = names
  const { fromMinor, toMinor } = filter
  const isOn = fromMinor !== undefined || toMinor !== undefined
  const show = (minor: number | undefined) =>
    minor === undefined
      ? ''
      : formatMoney(minor, currency, locale, { bare: true })
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
      <Suspense fallback={<Waiting label={t('common.loading')} />}>
        <AmountBounds filter={filter} currency={currency} onSet={onSet} />
      </Suspense>
    </PopoverChip>
  )
}

function DateChip({ filter, onSet }: ChipProps) {
  const { t } = useWords()
  const { from, to } = filter
  const isOn = from !== undefined || to !== undefined
  return (
    <PopoverChip
      words={isOn ? `${from ?? ''} – ${to ?? ''}` : t('transactions.anyDate')}
      label={t('transactions.anyDate')}
      isOn={isOn}
    >
      <Suspense fallback={<Waiting label={t('common.loading')} />}>
        <DateBounds filter={filter} onSet={onSet} />
      </Suspense>
    </PopoverChip>
  )
}
