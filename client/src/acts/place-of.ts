import type { Doc } from '@ourmoney/shared/sync/kinds.ts'

/** Where a record is seen among others of its kind, if it has such a screen. */
export function placeOf(doc: Doc): string | undefined {
  const { kind, _id } = doc
  switch (kind) {
    case 'transaction':
      return `/transactions?record=${_id}`
    case 'account':
      return `/accounts/${_id}`
    case 'category':
      return '/names'
    case 'payee':
      return '/names?tab=payees'
    case 'shoppingItem':
      return '/shopping'
    case 'template':
      return '/?open=templates'
    case 'member':
      return '/people'
    case 'rate':
      return `/currencies?pair=${doc.base}-${doc.quote}`
    case 'receipt':
      return `/transactions?record=${doc.transaction}`
    case 'importBatch':
      return placeOfBatch(_id)
    case 'ledger':
      return '/settings'
    default:
      return undefined
  }
}

/** What came in with a file, in the list. */
export function placeOfBatch(id: string): string {
  return `/transactions?batches=${id}`
}
