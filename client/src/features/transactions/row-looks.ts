import type { TFunction } from 'i18next'
import { foldText, searchWords } from '@ourmoney/shared/transaction/filter.ts'
import type { TransactionRow } from '../../data/views/transactions.ts'
import { colourOf } from '../../ui/category-icon.tsx'
import type { Names } from './use-names.ts'

type Row = Pick<
  TransactionRow,
  'type' | 'account' | 'toAccount' | 'category' | 'parts'
>

/** Where the money went: `Purse → Bank`, `Food, Home`, `Food`. */
export function whereOf(row: Row, names: Names, t: TFunction): string {
  if (row.type === 'transfer') {
    return `${names.account(row.account) ?? '?'} → ${names.account(row.toAccount) ?? '?'}`
  }
  const categories = row.parts.length > 0 ? row.parts : [row]
  const each = categories.map(
    ({ category }) => names.category(category)?.name ?? t('common.noCategory'),
  )
  return [...new Set(each)].join(', ')
}

/** Who was paid, where the description does not say it already. */
export function payeeBeside(
  { description, payee }: Pick<TransactionRow, 'description' | 'payee'>,
  names: Pick<Names, 'payee'>,
): string | undefined {
  const name = payee && names.payee(payee)
  if (!name) return undefined
  const said = foldText(description)
  return searchWords(name).every(word => said.includes(word)) ? undefined : name
}

/** Neither spent nor earned on one thing: grey. */
const grey = '#8d8d99'

export function iconOf(row: Row, names: Names) {
  if (row.type === 'transfer') return { icon: 'transfer', colour: grey }
  if (row.parts.length > 0) return { icon: 'split', colour: grey }
  const category = names.category(row.category)
  return {
    icon: category?.icon,
    colour: category?.colour ?? colourOf(row.category ?? row.type),
  }
}
