import { keptInTab } from './kept-text.ts'

const key = 'ourmoney-link'

/** What a link asked to add before a ledger was open, until one is: signing in and choosing may lie between. */
export function keepLink(path: string): void {
  if (path.startsWith('/add?')) keptInTab.keep(key, path)
}

export function keptLink(): string | undefined {
  return keptInTab.read(key)
}

export function dropLink(): void {
  keptInTab.drop(key)
}
