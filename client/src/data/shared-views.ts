import type { Ledger } from './ledger.ts'
import type { View, ViewQuery } from './views/view.ts'

type Shared = { readonly view: View<unknown>; holders: number }

// A ledger that asks before it saves has the views of the one behind it.
const opened = new WeakMap<Ledger['openView'], Map<string, Shared>>()

function viewsOf({ openView }: Ledger): Map<string, Shared> {
  const known = opened.get(openView) ?? new Map<string, Shared>()
  opened.set(openView, known)
  return known
}

/** The view of that query, opened with its first holder and closed with its last. Returns its undo. */
export function holdView(
  ledger: Ledger,
  key: string,
  listener: () => void,
): () => void {
  const views = viewsOf(ledger)
  const shared = views.get(key) ?? {
    view: ledger.openView(JSON.parse(key) as ViewQuery),
    holders: 0,
  }
  views.set(key, shared)
  shared.holders += 1
  const stop = shared.view.subscribe(listener)
  return () => {
    stop()
    shared.holders -= 1
    if (shared.holders > 0) return
    shared.view.close()
    views.delete(key)
  }
}

/** What a view that somebody holds answered last. */
export function latestOf(ledger: Ledger, key: string): unknown {
  return viewsOf(ledger).get(key)?.view.latest()
}

/** Why a view that somebody holds could not be answered last. */
export function failureOf(ledger: Ledger, key: string): unknown {
  return viewsOf(ledger).get(key)?.view.failure()
}

export function keyOf(query: ViewQuery): string {
  return JSON.stringify(query)
}

/** Milliseconds in which a screen that was asked for is drawn. */
const drawn = 5_000

/** Asks what the first screen will ask, ahead of it. Resolves when everything was answered. */
export async function askAhead(
  ledger: Ledger,
  queries: readonly ViewQuery[],
): Promise<void> {
  await Promise.all(
    queries.map(query => {
      const key = keyOf(query)
      return new Promise<void>(resolve => {
        const stop = holdView(ledger, key, resolve)
        setTimeout(stop, drawn)
      })
    }),
  )
}
