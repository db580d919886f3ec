import { newId } from '@ourmoney/shared/sync/ids.ts'
import { useActs } from '../../acts/use-acts.ts'
import type { NewDoc } from '../../data/changes.ts'
import { categoryChoices } from '../../ui/category-choices.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { useWords } from '../../words/words.ts'
import type { Names } from './use-names.ts'

type PickFieldProps = {
  readonly placeholder?: string | undefined
  readonly label?: string | undefined
  readonly hasHiddenLabel?: boolean | undefined
  readonly value: string
  readonly names: Names
  readonly issue?: string | undefined
  readonly onChange: (id: string | undefined) => void
}

export function CategoryField({
  label,
  hasHiddenLabel,
  type,
  value,
  names,
  issue,
  onChange,
}: PickFieldProps & { readonly type: string }) {
  const { t } = useWords()
  const create = useCreate(onChange)
  const isIncome = type === 'income'
  const choices = categoryChoices(
    (names.lookups?.categories ?? []).filter(
      each =>
        each._id === value ||
        (each.archived !== true && (each.type === 'income') === isIncome),
    ),
  )
  return (
    <ComboField
      label={label ?? t('common.category')}
      hasHiddenLabel={hasHiddenLabel}
      value={value || undefined}
      choices={choices}
      placeholder={t('common.noCategory')}
      issue={issue}
      onChange={onChange}
      create={name => t('transactions.createCategory', { name })}
      onCreate={name =>
        create({
          kind: 'category',
          name,
          type: isIncome ? 'income' : 'expense',
        })
      }
    />
  )
}

export function PayeeField({ value, names, onChange }: PickFieldProps) {
  const { t } = useWords()
  const create = useCreate(onChange)
  return (
    <ComboField
      label={t('names.payee')}
      placeholder={t('common.none')}
      value={value || undefined}
      choices={(names.lookups?.payees ?? [])
        .filter(each => each.archived !== true || each._id === value)
        .map(each => ({ id: each._id, name: each.name }))}
      onChange={onChange}
      create={name => t('names.createPayee', { name })}
      onCreate={name => create({ kind: 'payee', name })}
    />
  )
}

export function MemberField({
  label,
  placeholder,
  value,
  names,
  issue,
  onChange,
}: PickFieldProps) {
  const { t } = useWords()
  const create = useCreate(onChange)
  return (
    <ComboField
      label={label ?? t('common.member')}
      placeholder={placeholder ?? t('common.none')}
      issue={issue}
      value={value || undefined}
      choices={(names.lookups?.members ?? [])
        .filter(each => each.archived !== true || each._id === value)
        .map(each => ({ id: each._id, name: each.name }))}
      onChange={onChange}
      create={name => t('transactions.createMember', { name })}
      onCreate={name => create({ kind: 'member', name })}
    />
  )
}

/** Makes what is missing and chooses it. */
function useCreate(onChange: (id: string) => void) {
  const { save } = useActs()
  async function create(doc: NewDoc) {
    const _id = newId(doc.kind, Date.now(), Math.random)
    const made = await save([{ change: 'create', doc: { ...doc, _id } }])
    if (made !== undefined) onChange(_id)
  }
  return (doc: NewDoc) => void create(doc)
}

type AccountFieldProps = {
  readonly label: string
  readonly value: string
  readonly names: Names
  readonly issue: string | undefined
  readonly onChange: (id: string) => void
}

export function AccountField({
  label,
  value,
  names,
  issue,
  onChange,
}: AccountFieldProps) {
  const { t } = useWords()
  const create = useCreate(onChange)
  const accounts = names.lookups?.accounts ?? []
  return (
    <ComboField
      label={label}
      placeholder={t('common.none')}
      value={value || undefined}
      issue={issue}
      choices={accounts
        .filter(each => each.closed !== true || each._id === value)
        .map(each => ({ id: each._id, name: each.name }))}
      onChange={id => onChange(id ?? '')}
      create={name => t('transactions.createAccount', { name })}
      onCreate={name =>
        create({
          kind: 'account',
          name,
          type: 'other',
          currency: names.currency,
        })
      }
    />
  )
}
