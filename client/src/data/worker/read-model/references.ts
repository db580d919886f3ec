import type { Columns } from './columns.ts'
import { isSharedBy } from './sharing.ts'

/** Of these places those whose transaction, or a part of it, names that id as it was written. */
export function placesReferringTo(
  columns: Columns,
  places: Int32Array,
  id: string,
): Int32Array {
  const number = columns.references.find(id)
  if (number <= 0) return new Int32Array(0)
  const { account, toAccount, category, member, payee, sharing } = columns
  return places.filter(
    at =>
      category[at] === number ||
      payee[at] === number ||
      account[at] === number ||
      toAccount[at] === number ||
      member[at] === number ||
      isInPart(columns, at, number) ||
      isSharedBy(sharing.get(at), number),
  )
}

function isInPart({ parts }: Columns, at: number, number: number): boolean {
  const first = parts.start[at] ?? 0
  const end = first + (parts.count[at] ?? 0)
  for (let part = first; part < end; part++) {
    if (parts.category[part] === number || parts.member[part] === number) {
      return true
    }
  }
  return false
}

/** Transactions by what they name: a category of their own or of a part, a payee, a tag. */
export function countUses(columns: Columns, places: Int32Array) {
  const { category, payee, parts, tags, references } = columns
  const stands = Int32Array.from(references.texts, (_, number) =>
    columns.standing(number),
  )
  const counts = new Int32Array(references.texts.length)
  /** The place that counted for a category last: two parts of one count once. */
  const counted = new Int32Array(references.texts.length).fill(-1)
  const add = (named: number | undefined) => {
    const number = stands[named ?? 0] ?? 0
    counts[number] = (counts[number] ?? 0) + 1
  }
  const byTag = new Map<string, number>()
  for (const at of places) {
    const first = parts.start[at] ?? 0
    const count = parts.count[at] ?? 0
    if (count === 0) add(category[at])
    for (let part = first; part < first + count; part++) {
      const named = parts.category[part] ?? 0
      const number = stands[named] ?? 0
      if (counted[number] === at) continue
      counted[number] = at
      add(named)
    }
    add(payee[at])
    for (const tag of tags.get(at) ?? []) {
      byTag.set(tag, (byTag.get(tag) ?? 0) + 1)
    }
  }
  const uses: Record<string, number> = {}
  counts.forEach((count, number) => {
    if (number > 0 && count > 0) uses[references.textOf(number)] = count
  })
  return {
    uses,
    tags: [...byTag]
      .map(([tag, count]) => ({ tag, count }))
      .sort((a, b) => a.tag.localeCompare(b.tag)),
  }
}
