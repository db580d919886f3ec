import { ulid } from '@ourmoney/shared/sync/ids.ts'
import type { ActDone, ActReceipt, Change, WorkProgress } from '../changes.ts'
import type { Ledger } from '../ledger.ts'
import type { CutAct, WorkAnswer } from '../views/acts.ts'
import type { Keeping } from './act-keeping.ts'
import { whileRunning } from './act-lock.ts'
import type { ActLog } from './act-log.ts'
import { batchSize, doSteps, stepsOf, type Underway } from './acts.ts'
import { mergeNames } from './merge-names.ts'
import type { ReadModel } from './read-model/read-model.ts'
import type { ActDeps, Inverse } from './steps.ts'

type DoingParts = {
  readonly deps: ActDeps
  readonly model: ReadModel
  readonly acts: ActLog
  /** What can be taken back may be other now, or what is under way. */
  readonly onChanged: (kind: 'acts' | 'work') => void
}

/** Acts: written, remembered, taken back and done again. */
export type Doing = Pick<Ledger, 'save' | 'undo' | 'redo' | 'merge'> & {
  readonly work: () => Promise<WorkAnswer>
  /** Long work whose writing can be taken back as a whole, whatever ends it. */
  readonly asOneAct: (
    of: number,
    did: ActDone['did'] | undefined,
    work: (keeping: Keeping) => Promise<Inverse>,
  ) => Promise<ActReceipt>
}

/** Acts that are more than making, changing and removing. */
const names: Readonly<Record<string, ActDone['did'] | undefined>> = {
  join: 'joined',
  separate: 'separated',
  restore: 'restored',
  return: 'edited',
  settle: 'settled',
}

export function createDoing(parts: DoingParts): Doing {
  const { deps, model, acts, onChanged } = parts
  const { now, random } = deps
  let underway: WorkAnswer['underway']
  let cut: Promise<CutAct | undefined> | undefined
  let turning: Promise<unknown> = Promise.resolve()

  async function remember(
    inverse: Inverse,
    did?: ActDone['did'],
  ): Promise<ActReceipt> {
    const act = ulid(now(), random)
    // Saved is saved: without room to remember it too, it cannot be taken back.
    if (inverse.length > 0) {
      await acts.remember(act, inverse, did).catch(() => undefined)
    }
    onChanged('acts')
    return { act, ids: inverse.map(step => step.id).reverse() }
  }

  /** Whatever ends it, what it has written by then can be taken back. */
  async function large(
    of: number,
    did: ActDone['did'] | undefined,
    work: (keeping: Keeping) => Promise<Inverse>,
  ): Promise<ActReceipt> {
    const act = ulid(now(), random)
    try {
      return await whileRunning(act, async () => {
        const keeping = acts.begin(act, of, did)
        try {
          const inverse = await work(keeping)
          // Saved is saved: that it is whole need not be known.
          await keeping.end(inverse.length).catch(() => undefined)
          return { act, ids: inverse.map(step => step.id).reverse() }
        } catch (error) {
          await keeping.stop().catch(() => undefined)
          throw error
        }
      })
    } finally {
      cut = undefined
      showUnderway(undefined)
      onChanged('acts')
    }
  }

  function showUnderway(next: WorkAnswer['underway']): void {
    underway = next
    onChanged('work')
  }

  /** Of an act that goes by in no time nothing is told. */
  async function turnSteps(
    way: 'undo' | 'redo',
    act: string,
    inverse: Inverse,
  ): Promise<void> {
    if (inverse.length <= batchSize) {
      await acts.turn(act, await doSteps(inverse, deps), now())
      return
    }
    try {
      const { keep, end } = await acts.beginTurn(act)
      showUnderway({ way, done: 0, all: inverse.length })
      await doSteps(inverse, deps, {
        keep,
        wrote: (done, all) => showUnderway({ way, done, all }),
      })
      await end(now())
    } finally {
      showUnderway(undefined)
    }
  }

  /** One after another: a key pressed twice takes back two acts, not one twice. */
  function turn(from: 'done' | 'undone', named?: string) {
    const next = turning.then(async () => {
      const found = await acts.find(from, named)
      if (found === undefined) return undefined
      const way = from === 'done' ? 'undo' : 'redo'
      await turnSteps(way, found.done.act, found.inverse)
      cut = undefined
      onChanged('acts')
      onChanged('work')
      return found.done
    })
    turning = next.catch(() => undefined)
    return next
  }

  async function save(changes: readonly Change[]): Promise<ActReceipt> {
    const steps = await stepsOf(changes, deps)
    const [first, ...others] = new Set(changes.map(({ change }) => change))
    const did = others.length === 0 ? names[first ?? ''] : undefined
    if (steps.length <= batchSize) {
      return remember(await doSteps(steps, deps), did)
    }
    return large(steps.length, did, async ({ keep, wrote }) => {
      const told: Underway['wrote'] = (done, all) => {
        wrote(done, all)
        showUnderway({ way: 'save', done, all })
      }
      return doSteps(steps, deps, { keep, wrote: told })
    })
  }

  return {
    save,
    asOneAct: large,
    undo: act => turn('done', act),
    redo: () => turn('undone'),
    merge: async (merge, onProgress, signal) => {
      let progress: WorkProgress = { phase: 'writing', done: 0, all: 0 }
      const receipt = await large(
        model.mergeSize({ view: 'mergeSize', ...merge }),
        'merged',
        async ({ keep, wrote }) => {
          const merged = await mergeNames(merge, {
            ...deps,
            model,
            keep,
            onProgress: soFar => {
              wrote(soFar.done, soFar.all)
              onProgress(soFar)
            },
            isCancelled: () => signal.aborted,
          })
          progress = merged.progress
          return merged.inverse
        },
      )
      return { ...progress, ...receipt }
    },
    work: async () => {
      cut ??= acts.cut().catch(() => undefined)
      return { underway, cut: await cut }
    },
  }
}
