/** Sync state of one record: derived from revisions on the device, never stored in the record. */
export const recordStates = [
  'pending',
  'synced',
  'conflicted',
  'refused',
] as const
export type RecordState = (typeof recordStates)[number]

/** What the device knows of one record. */
export type RecordFacts = {
  /** The ledger was connected to a server. */
  readonly isConnected: boolean
  /** Its local sequence is past the push checkpoint and its leaf did not come from the server. */
  readonly isPending: boolean
  /** The server refused its leaf for good. */
  readonly isRefused: boolean
  readonly hasConflicts: boolean
}

/** `undefined` in a ledger that was never connected. What a person must look at comes first. */
export function recordState(facts: RecordFacts): RecordState | undefined {
  if (facts.hasConflicts) return 'conflicted'
  if (!facts.isConnected) return undefined
  if (facts.isRefused) return 'refused'
  return facts.isPending ? 'pending' : 'synced'
}
