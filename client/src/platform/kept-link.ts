import { keptInTab } from './kept-text.ts'

const key = 'ourmoney-link'

/** What a link asked to add, or was shared, before a ledger was open, until one is: signing in and choosing may lie between. */
export function keepLink(path: string): void {
  if (/^\/(add\?|import\?shared)/.test(path)) keptInTab.keep(key, path)
}

export function keptLink(): string | undefined {
  return keptInTab.read(key)
}

export function dropLink(): void {
  keptInTab.drop(key)
}
