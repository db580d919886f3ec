import type { ActReceipt, Change, Ledger } from './ledger.ts'

/** Saves as one act, which `undoAct` takes back. Throws LedgerError. */
export async function act(
  ledger: Ledger,
  changes: readonly Change[],
): Promise<ActReceipt> {
  return ledger.save(changes)
}

/** Takes one act back; the newest when none is named. False when there is none. */
export async function undoAct(
  ledger: Ledger,
  named?: string,
): Promise<boolean> {
  return (await ledger.undo(named)) !== undefined
}
