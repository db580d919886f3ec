import { isSame } from '../is-same.ts'
import type { AnswerOf, View, ViewQuery } from '../views/view.ts'

type Kind = ViewQuery['view']

/** The views that are open: each asks again when something it may show is other. */
export type LiveViews = {
  readonly open: <Query extends ViewQuery>(
    query: Query,
  ) => View<AnswerOf<Query>>
  /** Those of a kind, or all, may have other answers now. */
  readonly schedule: (kind: Kind | 'all') => void
  readonly close: () => void
}

/** Milliseconds of quiet. */
const quietFor = 500
/** Looked for among everything: after what somebody waits for. */
const whenQuiet: ReadonlySet<Kind> = new Set([
  'pairs',
  'foundRecurring',
  'insights',
  'outlook',
  'unusual',
])
/** Milliseconds between two counts of how often each name is used; more and more while much changes. */
const namesEvery = { least: 500, most: 2_000 }

/** What a person looks at while they change something. */
const urgent: ReadonlySet<Kind> = new Set([
  'transactions',
  'record',
  'sync',
  'shopping',
])

/** What takes long stops when its view is closed or asks again. */
type Answer = (query: ViewQuery, signal: AbortSignal) => Promise<unknown>

export function createViews(answer: Answer): LiveViews {
  const views = new Set<{ readonly kind: Kind; readonly refresh: () => void }>()
  const due = new Set<Kind | 'all'>()
  let quietDue: ReturnType<typeof setTimeout> | undefined
  let namesDue: ReturnType<typeof setTimeout> | undefined
  let namesAt = -Infinity
  let namesWait = namesEvery.least

  /** Many changes in a row are one new answer; views of other kinds keep theirs. */
  function schedule(kind: Kind | 'all'): void {
    const isScheduled = due.size > 0
    due.add(kind)
    if (isScheduled) return
    setTimeout(() => {
      const kinds = new Set(due)
      due.clear()
      // What is under way is told as it goes, whatever it changes.
      const isDue = (each: Kind) =>
        !whenQuiet.has(each) &&
        each !== 'names' &&
        (kinds.has(each) || (kinds.has('all') && each !== 'work'))
      refresh(each => isDue(each) && urgent.has(each))
      // The page draws the list while the rest is looked for.
      setTimeout(() => refresh(each => isDue(each) && !urgent.has(each)), 0)
      if (!kinds.has('all')) return
      scheduleQuiet()
      scheduleNames()
    }, 0)
  }

  function refresh(isMeant: (kind: Kind) => boolean): void {
    for (const view of views) if (isMeant(view.kind)) view.refresh()
  }

  /** Counted among everything, and all of them drawn again. */
  function scheduleNames(): void {
    if (namesDue !== undefined) return
    const wait = namesAt + namesWait - performance.now()
    namesWait =
      wait > 0 ? Math.min(2 * namesWait, namesEvery.most) : namesEvery.least
    namesDue = setTimeout(
      () => {
        namesDue = undefined
        namesAt = performance.now()
        refresh(kind => kind === 'names')
      },
      Math.max(0, wait),
    )
  }

  function scheduleQuiet(): void {
    clearTimeout(quietDue)
    quietDue = setTimeout(() => {
      refresh(kind => whenQuiet.has(kind))
    }, quietFor)
  }

  function open<Query extends ViewQuery>(query: Query): View<AnswerOf<Query>> {
    const listeners = new Set<() => void>()
    let latest: AnswerOf<Query> | undefined
    let told: object | undefined
    let failure: unknown
    let asking = new AbortController()
    const view = {
      kind: query.view,
      refresh: () => {
        asking.abort()
        asking = new AbortController()
        const { signal } = asking
        const answered = (next: unknown) => {
          if (signal.aborted) return
          const { version: _, ...comparable } = next as { version?: number }
          if (failure === undefined && isSame(comparable, told)) return
          told = comparable
          latest = next as AnswerOf<Query>
          failure = undefined
          for (const listener of listeners) listener()
        }
        const failed = (error: unknown) => {
          if (signal.aborted) return
          failure = error
          for (const listener of listeners) listener()
        }
        answer(query, signal).then(answered, failed)
      },
    }
    views.add(view)
    // A count of them stands on the list, which is waited for itself.
    if (query.view === 'pairs' && query.most === 0) scheduleQuiet()
    else view.refresh()
    return {
      subscribe: listener => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      latest: () => latest,
      failure: () => failure,
      close: () => {
        asking.abort()
        views.delete(view)
      },
    }
  }

  return {
    open,
    schedule,
    close: () => {
      clearTimeout(quietDue)
      clearTimeout(namesDue)
      views.clear()
    },
  }
}
