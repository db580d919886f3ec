import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import { colourOf } from '../../ui/category-icon.tsx'
import type { ReportAsk } from './ask.ts'
import type { Branch } from './branches.ts'
import type { RowLook } from './content.ts'
import { listLink } from './list-link.ts'
import type { ReportWords } from './words-for.ts'

export function branchName(
  { category, isAlone }: Branch,
  { t }: Pick<ReportWords, 't'>,
): string {
  if (category === undefined) return t('common.noCategory')
  return isAlone
    ? t('transactions.categoryAlone', { name: category.name })
    : category.name
}

export function branchLook({ category }: Branch): RowLook {
  return {
    icon: category?.icon,
    colour: category?.colour ?? colourOf(category?._id ?? 'none'),
  }
}

/** Where the transactions of a branch are listed, those of these days only. */
export function branchLink(
  { chosen }: Branch,
  type: 'expense' | 'income',
  ask: ReportAsk,
  days?: DateRange,
): string {
  return listLink(ask, { types: [type], categories: chosen }, days)
}
