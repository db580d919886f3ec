import { keptHere } from './kept-text.ts'
import { dropSafe, noteSafe } from './keep-storage.ts'

const prefix = 'ourmoney-backup-'
const daily = 'ourmoney-daily-'
const day = 86_400_000

/** A backup of the ledger was saved now. */
export function noteBackup(ledger: string): void {
  keptHere.keep(prefix + ledger, String(Date.now()))
  noteSafe(ledger)
}

/** Whole days since the last one from this device; `undefined` when there was none. */
export function daysSinceBackup(ledger: string): number | undefined {
  const kept = Number(keptHere.read(prefix + ledger))
  return kept > 0
    ? Math.max(0, Math.floor((Date.now() - kept) / day))
    : undefined
}

/** The day of the last one that was made by itself. */
export function dailyBackupDay(ledger: string): string | undefined {
  return keptHere.read(daily + ledger)
}

export function noteDailyBackup(ledger: string, on: string): void {
  keptHere.keep(daily + ledger, on)
}

/** The ledger is here no more. */
export function dropBackup(ledger: string): void {
  keptHere.drop(prefix + ledger)
  keptHere.drop(daily + ledger)
  dropSafe(ledger)
}
