import * as z from 'zod'
import { kindOfId } from '@ourmoney/shared/sync/ids.ts'
import { prefixes, type Kind } from '@ourmoney/shared/sync/prefixes.ts'
import type { ActDone } from '../changes.ts'
import type { CutAct } from '../views/acts.ts'
import { isRunning } from './act-lock.ts'
import { kindOf, startKeeping, type Keeping } from './act-keeping.ts'
import { openActParts } from './act-parts.ts'
import type { Inverse } from './steps.ts'
import type { KeptValues } from './kept-values.ts'

const idStep = z.object({
  step: z.enum(['remove', 'restore']),
  id: z.string(),
  tied: z.string().optional(),
  locked: z.enum(['keep', 'skip']).optional(),
  posting: z.literal(true).optional(),
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
    'restored',
    'settled',
    'merged',
    'joined',
    'separated',
  ]),
  kind: z.enum([...kinds, 'several']),
  count: z.int(),
  /** How many it was to change, until it has changed all of them. */
  of: z.int().optional(),
  /** Where the parts are of what takes a large one back; other acts have it in one piece. */
  side: z.union([z.literal(0), z.literal(1)]).optional(),
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
  /** For an act too large to be kept at once; it is there from its first part on. */
  readonly begin: (act: string, of: number, did?: ActDone['did']) => Keeping
  /** The act of that name, else the newest that stands, or the one undone last; nothing when there is none. */
  readonly find: (
    state: 'done' | 'undone',
    act?: string,
  ) => Promise<
    { readonly done: ActDone; readonly inverse: Inverse } | undefined
  >
  /** It was turned round at `at`: done acts are undone now, undone ones done again. */
  readonly turn: (act: string, inverse: Inverse, at: number) => Promise<void>
  /** The same for a large act, part by part; what takes the turn back goes on where one was cut short. */
  readonly beginTurn: (act: string) => Promise<{
    readonly keep: (part: Inverse) => Promise<void>
    readonly end: (at: number) => Promise<void>
  }>
  readonly newest: () => Promise<{
    readonly undo: ActDone | undefined
    readonly redo: ActDone | undefined
  }>
  /** The newest that stands and was cut short. */
  readonly cut: () => Promise<CutAct | undefined>
}

export function openActLog(ledger: string, kept: KeptValues): ActLog {
  const parts = openActParts(kept)
  const read = (value: unknown) => z.array(actSchema).catch([]).parse(value)
  const list = async () => read(await kept.get(ledger))
  const inverseKey = (act: string) => `${ledger}/${act}`
  const sideKey = (act: string, side: number) => `${inverseKey(act)}/${side}`

  /** The list without what no longer counts, and what that was. */
  async function replace(change: (acts: KeptAct[]) => KeptAct[]) {
    let dropped: KeptAct[] = []
    await kept.update(ledger, value => {
      const before = read(value)
      const after = trimmed(change(before))
      dropped = before.filter(({ act }) => after.every(a => a.act !== act))
      return after
    })
    await Promise.all(dropped.map(forget))
  }

  async function forget({ act, side }: KeptAct): Promise<void> {
    await kept.remove(inverseKey(act))
    if (side !== undefined) await forgetParts(act)
  }

  async function forgetParts(act: string): Promise<void> {
    for (const side of [0, 1]) await parts.remove(sideKey(act, side))
  }

  async function readInverse({ act, side }: KeptAct): Promise<unknown> {
    return side === undefined
      ? kept.get(inverseKey(act))
      : parts.read(sideKey(act, side))
  }

  function edit(
    named: string,
    change: (act: KeptAct, among: readonly KeptAct[]) => KeptAct | undefined,
  ) {
    return replace(acts =>
      acts.flatMap(each =>
        each.act === named ? (change(each, acts) ?? []) : [each],
      ),
    )
  }

  /** Without those that are being written now. */
  async function standing(): Promise<KeptAct[]> {
    const acts = await list()
    const running = new Set<string>()
    for (const { act, of } of acts) {
      if (of !== undefined && (await isRunning(act))) running.add(act)
    }
    return acts.filter(({ act }) => !running.has(act))
  }

  return {
    remember: async (act, inverse, did) => {
      await kept.set(inverseKey(act), inverse)
      const done = { act, ...doneBy(inverse), ...(did && { did }) }
      // After a new act there is nothing to do again.
      await replace(acts => [...acts.filter(isDone), done])
    },
    begin: (act, of, did) =>
      startKeeping({
        add: part => parts.add(sideKey(act, 0), part),
        begun: part =>
          replace(acts => [
            ...acts.filter(isDone),
            {
              ...doneBy(part),
              ...(did && { did }),
              act,
              count: 0,
              of,
              side: 0,
            },
          ]),
        reached: fields => edit(act, each => ({ ...each, ...fields })),
        forget: () => edit(act, () => undefined),
      }),
    find: async (state, act) => {
      const acts = (await standing()).filter(
        each => isDone(each) === (state === 'done'),
      )
      const found =
        act !== undefined
          ? acts.find(each => each.act === act)
          : state === 'done'
            ? acts.at(-1)
            : lastUndone(acts)
      if (found === undefined) return undefined
      const inverse = inverseSchema.safeParse(await readInverse(found))
      if (inverse.success) return { done: found, inverse: inverse.data }
      await replace(all => all.filter(each => each.act !== found.act))
      return undefined
    },
    turn: async (act, inverse, at) => {
      const before = (await list()).find(each => each.act === act)
      await kept.set(inverseKey(act), inverse)
      await edit(act, (each, among) => ({
        ...turned(each, among, at),
        side: undefined,
      }))
      // A large one that was cut short may be small.
      if (before?.side !== undefined) await forgetParts(act)
    },
    beginTurn: async act => {
      const now = (await list()).find(each => each.act === act)?.side
      const side = now === 0 ? 1 : 0
      return {
        keep: part => parts.add(sideKey(act, side), part),
        end: async at => {
          await edit(act, (each, among) => ({
            ...turned(each, among, at),
            side,
          }))
          if (now === undefined) await kept.remove(inverseKey(act))
          else await parts.remove(sideKey(act, now))
        },
      }
    },
    cut: async () => {
      const found = (await standing()).findLast(
        each => isDone(each) && each.of !== undefined,
      )
      return found?.of === undefined ? undefined : { ...found, of: found.of }
    },
    newest: async () => {
      const acts = await standing()
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

/** Done becomes undone, later than all that were undone before it; and the other way round. */
function turned(
  { undoneAt, ...act }: KeptAct,
  among: readonly KeptAct[],
  at: number,
): KeptAct {
  if (undoneAt !== undefined) return act
  const last = lastUndone(among)?.undoneAt
  return { ...act, undoneAt: last === undefined ? at : Math.max(at, last + 1) }
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
  return {
    did:
      first?.step === 'remove'
        ? 'created'
        : first?.step === 'restore'
          ? 'removed'
          : 'edited',
    kind: kindOf(kinds),
    count: inverse.length,
  }
}
