import * as z from 'zod'
import { kindOfId } from '@ourmoney/shared/sync/ids.ts'
import { prefixes, type Kind } from '@ourmoney/shared/sync/kinds.ts'
import type { ActDone } from '../ledger.ts'
import type { Inverse } from './steps.ts'
import type { KeptValues } from './kept-values.ts'

const idStep = z.object({
  step: z.enum(['remove', 'restore']),
  id: z.string(),
  tied: z.string().optional(),
  locked: z.enum(['keep', 'skip']).optional(),
})
const takeBackStep = z.object({
  step: z.literal('take-back'),
  id: z.string(),
  entry: z.string(),
  tied: z.string().optional(),
})
const inverseSchema = z.array(z.union([idStep, takeBackStep]))

const kinds = Object.keys(prefixes) as Kind[]

const actSchema = z.object({
  act: z.string(),
  did: z.enum([
    'created',
    'edited',
    'removed',
    'merged',
    'joined',
    'separated',
  ]),
  kind: z.enum([...kinds, 'several']),
  count: z.int(),
  /** When it was undone; absent while it stands. */
  undoneAt: z.int().optional(),
})
type KeptAct = z.infer<typeof actSchema>

/** Acts that can be taken back, and docs in all of them; what is older is forgotten. */
const most = { acts: 100, docs: 200_000 }

/**
 * What was done on this device and what takes it back, so that undo and redo
 * outlive a reload. All tabs share it: the last act is the last one here.
 */
export type ActLog = {
  /** Unless it is said what was done, what takes it back tells. */
  readonly remember: (
    act: string,
    inverse: Inverse,
    did?: ActDone['did'],
  ) => Promise<void>
  /** The act of that name, else the newest that stands, or the one undone last; nothing when there is none. */
  readonly find: (
    state: 'done' | 'undone',
    act?: string,
  ) => Promise<
    { readonly done: ActDone; readonly inverse: Inverse } | undefined
  >
  /** It was turned round at `at`: done acts are undone now, undone ones done again. */
  readonly turn: (act: string, inverse: Inverse, at: number) => Promise<void>
  readonly newest: () => Promise<{
    readonly undo: ActDone | undefined
    readonly redo: ActDone | undefined
  }>
}

export function openActLog(ledger: string, kept: KeptValues): ActLog {
  const read = (value: unknown) => z.array(actSchema).catch([]).parse(value)
  const list = async () => read(await kept.get(ledger))
  const inverseKey = (act: string) => `${ledger}/${act}`

  /** The list without what no longer counts, and what that was. */
  async function replace(change: (acts: KeptAct[]) => KeptAct[]) {
    let dropped: KeptAct[] = []
    await kept.update(ledger, value => {
      const before = read(value)
      const after = trimmed(change(before))
      dropped = before.filter(({ act }) => after.every(a => a.act !== act))
      return after
    })
    await Promise.all(dropped.map(({ act }) => kept.remove(inverseKey(act))))
  }

  return {
    remember: async (act, inverse, did) => {
      await kept.set(inverseKey(act), inverse)
      const done = { act, ...doneBy(inverse), ...(did && { did }) }
      // After a new act there is nothing to do again.
      await replace(acts => [...acts.filter(isDone), done])
    },
    find: async (state, act) => {
      const acts = (await list()).filter(
        each => isDone(each) === (state === 'done'),
      )
      const found =
        act !== undefined
          ? acts.find(each => each.act === act)
          : state === 'done'
            ? acts.at(-1)
            : lastUndone(acts)
      if (found === undefined) return undefined
      const inverse = inverseSchema.safeParse(
        await kept.get(inverseKey(found.act)),
      )
      if (inverse.success) return { done: found, inverse: inverse.data }
      await replace(all => all.filter(each => each.act !== found.act))
      return undefined
    },
    turn: async (act, inverse, at) => {
      await kept.set(inverseKey(act), inverse)
      await replace(acts =>
        acts.map(({ undoneAt, ...each }) =>
          each.act !== act || undoneAt !== undefined
            ? { ...each, ...(each.act !== act && { undoneAt }) }
            : { ...each, undoneAt: at },
        ),
      )
    },
    newest: async () => {
      const acts = await list()
      return {
        undo: acts.findLast(isDone),
        redo: lastUndone(acts.filter(each => !isDone(each))),
      }
    },
  }
}

function isDone({ undoneAt }: KeptAct): boolean {
  return undoneAt === undefined
}

function lastUndone(acts: readonly KeptAct[]): KeptAct | undefined {
  return acts.toSorted((a, b) => (a.undoneAt ?? 0) - (b.undoneAt ?? 0)).at(-1)
}

function trimmed(acts: KeptAct[]): KeptAct[] {
  let docs = 0
  return acts
    .toReversed()
    .filter((act, index) => {
      docs += act.count
      return index < most.acts && docs <= most.docs
    })
    .toReversed()
}

/** Told by what takes it back. */
function doneBy(inverse: Inverse): Omit<ActDone, 'act'> {
  const [first] = inverse
  const kinds = new Set(inverse.map(({ id }) => kindOfId(id)))
  const [kind] = kinds
  return {
    did:
      first?.step === 'remove'
        ? 'created'
        : first?.step === 'restore'
          ? 'removed'
          : 'edited',
    kind: kinds.size === 1 && kind !== undefined ? kind : 'several',
    count: inverse.length,
  }
}
