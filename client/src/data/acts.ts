import type { ActReceipt, Change, Ledger } from './ledger.ts'

/** What this tab did, the newest last: the way back. */
const done = new WeakMap<Ledger, string[]>()

/** Saves, and remembers it for `undoLast`. Throws LedgerError. */
export async function act(
  ledger: Ledger,
  changes: readonly Change[],
): Promise<ActReceipt> {
  const receipt = await ledger.save(changes)
  const acts = done.get(ledger) ?? []
  done.set(ledger, acts)
  if (receipt.ids.length > 0) acts.push(receipt.act)
  return receipt
}

/** Takes one act back; the newest when none is named. False when there is none. */
export async function undoAct(
  ledger: Ledger,
  named?: string,
): Promise<boolean> {
  const acts = done.get(ledger) ?? []
  const wanted = named ?? acts.at(-1)
  if (wanted === undefined || !acts.includes(wanted)) return false
  acts.splice(acts.indexOf(wanted), 1)
  await ledger.undo(wanted)
  return true
}
