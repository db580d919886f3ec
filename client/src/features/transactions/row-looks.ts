import type { TFunction } from 'i18next'
import type { TransactionRow } from '../../data/ledger.ts'
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
