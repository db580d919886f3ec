import { keptHere } from './kept-text.ts'

const prefix = 'ourmoney-put-away-'
/** What is older is no news any more. */
const most = 300

const listeners = new Set<() => void>()
let last: { readonly text: string; readonly ids: readonly string[] } = {
  text: '',
  ids: [],
}

/** Ids of news of a ledger that somebody put away on this device, the newest last. */
export function putAwayIds(ledger: string): readonly string[] {
  const text = keptHere.read(prefix + ledger) ?? ''
  // The same array for the same text, so that what shows it need not look again.
  if (text !== last.text) last = { text, ids: idsIn(text) }
  return last.ids
}

export function putAway(ledger: string, id: string): void {
  keep(ledger, [...without(ledger, id), id].slice(-most))
}

export function bringBack(ledger: string, id: string): void {
  keep(ledger, without(ledger, id))
}

/** The ledger is here no more. */
export function dropPutAway(ledger: string): void {
  keptHere.drop(prefix + ledger)
}

/** Calls back when something was put away or brought back, here or in another tab; returns its undo. */
export function watchPutAway(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}

function without(ledger: string, id: string): readonly string[] {
  return putAwayIds(ledger).filter(each => each !== id)
}

function keep(ledger: string, ids: readonly string[]): void {
  keptHere.keep(prefix + ledger, JSON.stringify(ids))
  for (const listener of listeners) listener()
}

function idsIn(text: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(text || '[]')
    return Array.isArray(kept)
      ? kept.filter(each => typeof each === 'string')
      : []
  } catch {
    // Not ours, or cut short: then nothing was put away.
    return []
  }
}
