import {
  filterFromSearch,
  filterToSearch,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { categoryChoices } from '../../ui/category-choices.tsx'
import { ChoiceField, type Choice } from '../../ui/choice-field.tsx'
import { useWords } from '../../words/words.ts'
import styles from './history.module.css'

const fields = ['types', 'categories', 'accounts', 'members'] as const
type Field = (typeof fields)[number]
export type EarlierFilter = Pick<TransactionFilter, Field>

/** What of the address restricts an earlier day. */
export function filterIn(search: URLSearchParams): EarlierFilter {
  const all = filterFromSearch(search.toString())
  return Object.fromEntries(
    fields.flatMap(field => {
      const wanted = all[field]
      return wanted === undefined ? [] : [[field, wanted]]
    }),
  )
}

/** The address with that filter in the place of its own. */
export function withFilter(
  search: URLSearchParams,
  filter: EarlierFilter,
): URLSearchParams {
  const next = new URLSearchParams(search)
  for (const field of fields) next.delete(field)
  for (const [key, value] of new URLSearchParams(filterToSearch(filter))) {
    next.set(key, value)
  }
  return next
}

type EarlierFiltersProps = {
  readonly filter: EarlierFilter
  readonly lookups: LookupsAnswer
  readonly onChange: (filter: EarlierFilter) => void
}

const all = 'all'

/** Each one of a few, or all; what there is only one of is not asked for. */
export function EarlierFilters(props: EarlierFiltersProps) {
  const { filter, lookups, onChange } = props
  const { t } = useWords()
  const named = (docs: readonly { _id: string; name: string }[]) =>
    docs.map(({ _id, name }) => ({ id: _id, name }))
  const choices: Readonly<Record<Field, readonly Choice[]>> = {
    types: transactionTypes.map(id => ({ id, name: t(`common.${id}`) })),
    categories: categoryChoices(lookups.categories),
    accounts: named(lookups.accounts),
    members: named(lookups.members),
  }
  const labels: Readonly<Record<Field, string>> = {
    types: t('transactions.anyType'),
    categories: t('transactions.anyCategory'),
    accounts: t('transactions.anyAccount'),
    members: t('transactions.anyMember'),
  }
  return (
    <div className={styles['filters']}>
      {fields
        .filter(field => choices[field].length > 1)
        .map(field => (
          <ChoiceField
            key={field}
            label={labels[field]}
            value={filter[field]?.[0] ?? all}
            choices={[{ id: all, name: t('common.all') }, ...choices[field]]}
            onChange={id =>
              onChange({ ...filter, [field]: id === all ? undefined : [id] })
            }
          />
        ))}
    </div>
  )
}
