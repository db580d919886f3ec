import { isFixed, type Fields } from '../sync/groups.ts'
import type { Doc, DocOf } from '../sync/kinds.ts'
import { filterFromSearch, filterToSearch } from '../transaction/filter.ts'

/** One name becomes another wherever it stands; tags are words, the rest ids. */
export type Merge = {
  readonly of: 'account' | 'category' | 'payee' | 'tag'
  readonly from: string
  readonly into: string
}

/**
 * What to set so that a doc refers to `into` instead of `from`; `undefined`
 * where it does not refer to `from`. An id means the same wherever it stands,
 * so it is found in fields that this version does not know, too.
 */
export function redirect(
  doc: Doc,
  merge: Merge,
  into: DocOf<'category'> | undefined,
): Fields | undefined {
  const set = Object.fromEntries(
    Object.entries(doc)
      .filter(([field]) => !isFixed(field))
      .map(([field, value]) => [field, redirected(doc, field, value, merge)])
      .filter(([field, value]) => value !== (doc as Fields)[String(field)]),
  )
  if (Object.keys(set).length === 0) return undefined
  if (doc.kind === 'category' && doc.parent === merge.from) {
    return { ...set, parent: parentOf(doc, merge, into) }
  }
  return set
}

/** Whether it stands anywhere in the doc, in fields that are not for bookkeeping. */
export function refersTo(doc: Doc, id: string): boolean {
  return Object.entries(doc).some(
    ([field, value]) => !isFixed(field) && stands(value, id),
  )
}

/** Children of what goes away stay below what it becomes, two levels at most. */
function parentOf(
  child: DocOf<'category'>,
  { from, into: target }: Merge,
  into: DocOf<'category'> | undefined,
): string | undefined {
  if (child._id === target) return undefined
  return into?.parent === undefined || into.parent === from
    ? target
    : into.parent
}

function redirected(
  doc: Doc,
  field: string,
  value: unknown,
  { of, from, into }: Merge,
): unknown {
  if (doc.kind === 'savedFilter' && field === 'query') {
    return of === 'tag'
      ? retagged(doc.query, from, into)
      : doc.query.replaceAll(from, into)
  }
  if (of !== 'tag') return replaced(value, from, into)
  if (field === 'tags') return replaced(value, from, into)
  const holdsFields =
    field === 'draft' || (doc.kind === 'rule' && field === 'set')
  if (!holdsFields || !isObject(value)) return value
  const tags = replaced(value['tags'], from, into)
  return tags === value['tags'] ? value : { ...value, tags }
}

/** The value itself where nothing in it changes; a list has each text once. */
function replaced(value: unknown, from: string, into: string): unknown {
  if (value === from) return into
  if (Array.isArray(value)) {
    const next = value.map(each => replaced(each, from, into))
    const isSame = next.every((each, index) => each === value[index])
    if (isSame) return value
    return next.every(each => typeof each === 'string')
      ? [...new Set(next)]
      : next
  }
  if (!isObject(value)) return value
  const next = Object.entries(value).map(
    ([key, each]) => [key, replaced(each, from, into)] as const,
  )
  return next.every(([key, each]) => each === value[key])
    ? value
    : Object.fromEntries(next)
}

function retagged(query: string, from: string, into: string): string {
  return query
    .split('&')
    .map(part => {
      if (!part.startsWith('tags=')) return part
      const { tags = [] } = filterFromSearch(part)
      if (!tags.includes(from)) return part
      return filterToSearch({ tags: replaced(tags, from, into) as string[] })
    })
    .join('&')
}

function stands(value: unknown, id: string): boolean {
  if (typeof value === 'string') return value.includes(id)
  if (Array.isArray(value)) return value.some(each => stands(each, id))
  return isObject(value) && Object.values(value).some(each => stands(each, id))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
