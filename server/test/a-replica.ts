import { splitMinor } from '@ourmoney/shared/money/split-money.ts'
import {
  createDoc,
  editDoc,
  removeDoc,
  restoreDoc,
  settleDoc,
  type Stamp,
} from '@ourmoney/shared/sync/edit.ts'
import { encodeDoc } from '@ourmoney/shared/sync/encode.ts'
import { newId } from '@ourmoney/shared/sync/ids.ts'
import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import { mergeLeaves } from '@ourmoney/shared/sync/merge.ts'
import { aDevice, type Device } from './a-server.ts'
import type { Network } from './a-network.ts'
import type { Random } from './a-random.ts'

type Leaf = TransactionDoc & { readonly _rev: string }

/** A device that acts at random: its database, its clock, its owner. */
export type Replica = {
  readonly database: Device
  /** Does one thing a person may do, on what the device has. */
  readonly act: () => Promise<void>
  /** Sends and fetches; says whether anything moved, `undefined` when it was cut. */
  readonly replicate: (network: Network) => Promise<boolean | undefined>
  /** Merges all docs with several leaves; says how many there were. */
  readonly merge: () => Promise<number>
  /** Sends what the server once refused; says whether it came through. */
  readonly retry: (network: Network) => Promise<void>
  readonly written: readonly Written[]
}

/** An edit: the doc, the id of its log entry, and what it set. */
export type Written = {
  readonly doc: string
  readonly entry: string
  readonly set: Readonly<Record<string, unknown>>
}

export function aReplica(name: string, random: Random): Replica {
  const database = aDevice()
  const written: Written[] = []
  const skew = random.below(10_000)
  let ticks = 0

  function stamp(): Stamp {
    ticks += 1 + random.below(500)
    const at = 1_700_000_000_000 + skew + ticks
    return { id: `${name}${ticks}`, at, by: `mem_${name}000`, device: name }
  }

  async function act(): Promise<void> {
    const found = await database.allDocs({ include_docs: true })
    const docs = found.rows.map(({ doc }) => doc as unknown as Leaf)
    const chance = random.next()
    if (docs.length === 0 || chance < 0.25) return create()
    if (chance > 0.92) return restore()
    const doc = random.pick(docs)
    const now = stamp()
    const [conflict] = doc.conflicts ?? []
    if (chance > 0.8) return save(doc, removeDoc(doc, now), now)
    if (chance > 0.7 && conflict !== undefined) {
      return save(doc, settleDoc(doc, [{ conflict: conflict.id }], now), now)
    }
    const set = someFields(random)
    return save(doc, editDoc(doc, set, now), now, set)
  }

  async function create(): Promise<void> {
    const now = stamp()
    const id = newId('transaction', now.at, random.next)
    const fields = {
      ...firstFields,
      minor: 1 + random.below(100_000),
      currency: random.pick(['EUR', 'USD']),
    }
    const doc = createDoc('transaction', id, fields, now)
    await database.put(encodeDoc(doc))
  }

  async function restore(): Promise<void> {
    const { results } = await database.changes({ include_docs: true })
    const removed = results
      .filter(row => row.deleted === true)
      .map(({ doc }) => doc as unknown as Leaf)
      .filter(hasBody)
    if (removed.length === 0) return
    const doc = random.pick(removed)
    const now = stamp()
    await save(doc, restoreDoc(doc, now), now)
  }

  async function save(
    old: Leaf,
    doc: TransactionDoc,
    { id }: Stamp,
    set: Written['set'] = {},
  ) {
    if (doc === old) return
    try {
      await database.put(encodeDoc(doc) as PouchDB.Core.PutDocument<object>)
    } catch (error) {
      // Replication was faster: the person looks at a newer doc now.
      if (error instanceof Error && error.name === 'conflict') return
      throw error
    }
    written.push({ doc: doc._id, entry: id, set })
  }

  async function merge(): Promise<number> {
    const { results } = await database.changes({ style: 'all_docs' })
    const several = results.filter(({ changes }) => changes.length > 1)
    let merged = 0
    for (const { id } of several) {
      const leaves = await readLeaves(database, id)
      if (leaves.length < 2) continue
      const [main, ...others] = leaves.toSorted(byStanding)
      const { _rev } = main as Leaf
      await database.bulkDocs([
        { ...mergeLeaves(leaves), _rev },
        ...others.map(leaf => ({ _id: id, _rev: leaf._rev, _deleted: true })),
      ] as PouchDB.Core.PutDocument<object>[])
      merged += 1
    }
    return merged
  }

  async function replicate(network: Network) {
    const options = { batch_size: 1 + random.below(12), batches_limit: 2 }
    const directions = ['to', 'from'] as const
    let moved = 0
    for (const way of random.pick([directions, directions.toReversed()])) {
      const run = database.replicate[way](network.remote, options)
      try {
        const done = await run
        moved += done.docs_written
      } catch {
        // Being cut is the point of it; the end of the test tells whether
        // anything was lost.
        return undefined
      } finally {
        // A run that failed goes on behind our back, and skips the changes
        // that it dropped when it failed.
        run.cancel()
      }
    }
    return moved > 0
  }

  async function retry(network: Network): Promise<void> {
    const ids = network.refused()
    if (ids.length === 0) return
    network.forgetRefused()
    const options = { doc_ids: ids, checkpoint: false }
    await database.replicate.to(network.remote, options)
  }

  return { database, act, replicate, merge, retry, written }
}

/** The leaves of a doc, without the bare tombstones that closed others. */
export async function readLeaves(
  database: PouchDB.Database,
  id: string,
): Promise<readonly Leaf[]> {
  const found = await database.get<object>(id, { open_revs: 'all' })
  return found
    .flatMap(each => ('ok' in each ? [each.ok as unknown as Leaf] : []))
    .filter(hasBody)
}

function hasBody(doc: Leaf): boolean {
  return Object.keys(doc).some(key => !key.startsWith('_'))
}

/** The same order on every device: what stands first is written on. */
function byStanding(a: Leaf, b: Leaf): number {
  return (
    Number(a._deleted ?? false) - Number(b._deleted ?? false) ||
    Number.parseInt(b._rev, 10) - Number.parseInt(a._rev, 10) ||
    (a._rev < b._rev ? 1 : -1)
  )
}

const firstFields = {
  type: 'expense',
  description: 'Bread',
  date: '2026-11-22',
}

function someFields(random: Random) {
  return random.pick([
    { description: random.pick(['Bread', 'Tea', 'Rent', 'Ännchen 🍞']) },
    inTwoParts(1 + random.below(100_000)),
    {
      minor: 1 + random.below(9),
      currency: random.pick(['EUR', 'USD']),
      splits: undefined,
    },
    { date: `2026-11-${10 + random.below(20)}` },
    { tags: ['x', 'y', 'z'].filter(() => random.next() < 0.5) },
    { notes: random.pick(['a', 'b', undefined]) },
  ])
}

function inTwoParts(minor: number) {
  return {
    minor,
    splits: splitMinor(minor, [1, 2]).map(part => ({ minor: part })),
  }
}
