import type { Doc } from '@ourmoney/shared/sync/kinds.ts'

const hidden: ReadonlySet<string> = new Set([
  '_id',
  '_rev',
  '_revisions',
  '_deleted',
  'kind',
  'v',
  'log',
  'folded',
  'conflicts',
  'settled',
  'deletedAt',
  'deletedBy',
])

export function isHidden(field: string): boolean {
  return hidden.has(field)
}

/** A record as programs see it: its history stays with the devices. */
export function shown(doc: Doc): { id: string; rev: string } {
  const fields = Object.entries(doc).filter(([key]) => !hidden.has(key))
  return {
    id: doc._id,
    rev: doc._rev ?? '',
    ...Object.fromEntries(fields),
    ...((doc.conflicts?.length ?? 0) > 0 && { conflicted: true }),
  }
}

export function etagOf({ _rev = '' }: Doc): string {
  return `"${_rev}"`
}
