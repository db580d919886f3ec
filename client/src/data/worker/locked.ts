import { isLocked } from '@ourmoney/shared/account/marks.ts'
import type { Fields } from '@ourmoney/shared/sync/groups.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import type { LockedChoice } from '../changes.ts'
import { LedgerError } from '../ledger-error.ts'

/** What of an edit is to be set where a statement was reconciled with the doc: all, all and unlocked, or nothing. */
export function asLocked(
  doc: Doc,
  set: Fields,
  choice: LockedChoice | undefined,
): Fields | undefined {
  if (!isLockedDoc(doc)) return set
  if (choice === undefined) throw new LedgerError('locked', doc._id)
  if (choice === 'skip') return undefined
  return choice === 'unlock' ? { ...set, locked: undefined } : set
}

export function mayRemove(doc: Doc, choice: LockedChoice | undefined): boolean {
  if (!isLockedDoc(doc)) return true
  if (choice === undefined) throw new LedgerError('locked', doc._id)
  return choice !== 'skip'
}

/** Whether it was locked after an edit that is to be taken back: undo leaves it alone like all that was changed since. */
export function lockedSince(doc: Doc, set: Fields, entryId: string): boolean {
  if (!isLockedDoc(doc) || Object.keys(set).every(isMark)) return false
  const log = doc.log ?? []
  const at = log.findIndex(entry => entry.id === entryId)
  return log.slice(at + 1).some(entry => entry.sets?.['locked'] !== undefined)
}

function isMark(field: string): boolean {
  return field === 'ticked' || field === 'locked'
}

function isLockedDoc(doc: Doc): boolean {
  return doc.kind === 'transaction' && isLocked(doc)
}
