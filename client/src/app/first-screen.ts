import { newestFirst } from '@ourmoney/shared/transaction/order.ts'
import type { ViewQuery } from '../data/views/view.ts'
import { listQuery } from '../features/transactions/list-query.ts'

export const loadHome = () => import('../features/home/home-page.tsx')
export const loadTransactions = () =>
  import('../features/transactions/transactions-page.tsx')

/** The usual first screens load beside the words and the ledger, not after them. */
export function loadFirstScreen(path: string): void {
  const load = { '/': loadHome, '/transactions': loadTransactions }[path]
  // Whoever shows the screen asks again, and tells of a failure.
  load?.().catch(() => undefined)
}

/** What the shell asks, and the first screen of that address, as long as no filter stands in it. */
export function firstViews({ pathname, search }: URL): ViewQuery[] {
  const all: ViewQuery[] = [{ view: 'lookups' }, { view: 'sync' }]
  if (pathname !== '/transactions' || search !== '') return all
  return [...all, listQuery({ filter: {}, order: newestFirst, from: 0 })]
}
