import { keptHere } from './kept-text.ts'

/** Browsers promise it after a gesture, or not at all. */
export async function askToKeepStorage(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false
}

const prefix = 'ourmoney-safe-'

/** A ledger is elsewhere too now: on a server, in a file. Or its person wants no reminder yet. */
export function noteSafe(ledger: string): void {
  keptHere.keep(prefix + ledger, String(Date.now()))
}

/** When a ledger was last elsewhere too; begins to count when it is first asked for. */
export function safeSince(ledger: string): number {
  const kept = Number(keptHere.read(prefix + ledger))
  if (kept > 0) return kept
  noteSafe(ledger)
  return Date.now()
}

/** The ledger is here no more. */
export function dropSafe(ledger: string): void {
  keptHere.drop(prefix + ledger)
}
