import {
  redirect,
  refersTo,
  type Merge,
} from '@ourmoney/shared/names/redirect.ts'
import { kindOfId } from '@ourmoney/shared/sync/ids.ts'
import type { DocOf } from '@ourmoney/shared/sync/kinds.ts'
import type { Kind } from '@ourmoney/shared/sync/prefixes.ts'
import type { Book } from './book.ts'
import { placesReferringTo } from './references.ts'

/** Kinds that other docs refer to. */
const shared: ReadonlySet<Kind> = new Set([
  'account',
  'category',
  'member',
  'payee',
])

/** What is in use is archived or merged, never removed. */
export function isInUse(book: Book, id: string): boolean {
  if (!shared.has(kindOfId(id) ?? 'transaction')) return false
  return (
    placesReferringTo(book.columns, book.all(), id).length > 0 ||
    book.small.all().some(doc => refersTo(doc, id))
  )
}

/** Ids of all docs that a merge has to rewrite. */
export function usesOf(
  book: Book,
  merge: Merge,
  into: DocOf<'category'> | undefined,
): readonly string[] {
  const { columns, small } = book
  const all = book.all()
  const places =
    merge.of === 'tag'
      ? all.filter(at => columns.tags.get(at)?.includes(merge.from))
      : placesReferringTo(columns, all, merge.from)
  const referring = small
    .all()
    .filter(doc => redirect(doc, merge, into) !== undefined)
  return [
    ...referring.map(doc => doc._id),
    ...Array.from(places, at => columns.ids[at] ?? ''),
  ]
}
