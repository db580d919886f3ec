/** Sync state of one record: derived from revisions on the device, never stored in the record. */
export const recordStates = [
  'pending',
  'synced',
  'conflicted',
  'refused',
] as const
export type RecordState = (typeof recordStates)[number]
