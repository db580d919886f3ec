import type { Columns } from './columns.ts'

/** Of these places those whose transaction, or a part of it, names that id as it was written. */
export function placesReferringTo(
  columns: Columns,
  places: Int32Array,
  id: string,
): Int32Array {
  const number = columns.references.find(id)
  if (number <= 0) return new Int32Array(0)
  const { account, toAccount, category, member, payee, sharers } = columns
  return places.filter(
    at =>
      category[at] === number ||
      payee[at] === number ||
      account[at] === number ||
      toAccount[at] === number ||
      member[at] === number ||
      isInPart(columns, at, number) ||
      (sharers.get(at)?.includes(number) ?? false),
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
