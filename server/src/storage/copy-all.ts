import { createHash } from 'node:crypto'
import { Failure } from '../failure.ts'
import { receiptsOf, type Databases } from './databases.ts'
import { readLeaves, type Borrow, type Leaf } from './leaves.ts'
import { findDoc, type Database } from './pouch.ts'

export type Copied = { readonly ledgers: number; readonly docs: number }

/** Not all of it can be copied; what is here stays as it is. */
export class CopyError extends Error {
  override readonly name = 'CopyError'
}

/**
 * Copies every ledger and then the system store into another storage that has
 * nothing, and reads all of it there again: every leaf must be the same. Each
 * ledger has a new epoch there. What was interrupted can be done once more.
 */
export async function copyAll(
  from: Databases,
  to: Databases,
  ledgers: readonly string[],
): Promise<Copied> {
  const systemOf =
    (databases: Databases): Borrow =>
    work =>
      work(databases.system())
  const bookOf =
    (databases: Databases, name: string): Borrow =>
    work =>
      databases.withLedger(name, work)

  await begin(from.system(), to.system())
  let docs = 0
  for (const ledger of ledgers) {
    try {
      await to.create(ledger)
      for (const name of [ledger, receiptsOf(ledger)]) {
        docs += await copyOne(name, bookOf(from, name), bookOf(to, name), () =>
          to.room.refuseUnlessFits(),
        )
      }
      await to.renewEpoch(ledger)
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause
      throw new CopyError(`${ledger}: ${cause.code}`, { cause })
    }
  }
  // Last: without people in it nobody takes half a copy for the whole.
  docs += await copyOne('system', systemOf(from), systemOf(to))
  await end(to.system())
  return { ledgers: ledgers.length, docs }
}

/** Stands in the system store there from the beginning of a copy to its end. */
const mark = '_local/copying'

/** Refuses to mix people who are there already with those of here; those of a copy that was interrupted are the same. */
async function begin(from: Database, to: Database): Promise<void> {
  const isAgain = (await findDoc(to, mark)) !== undefined
  const ours = new Set(isAgain ? await usersIn(from) : [])
  if ((await usersIn(to)).some(id => !ours.has(id))) {
    throw new CopyError('There are users already where that would go.')
  }
  if (!isAgain) await to.put({ _id: mark })
}

async function usersIn(system: Database): Promise<readonly string[]> {
  const range = { startkey: 'user_', endkey: 'user_\uffff' }
  const { rows } = await system.allDocs(range)
  return rows.map(({ id }) => id)
}

async function end(system: Database): Promise<void> {
  const found = await findDoc(system, mark)
  if (found !== undefined) await system.remove(found)
}

async function copyOne(
  name: string,
  from: Borrow,
  to: Borrow,
  refuseUnlessFits: () => Promise<void> = async () => undefined,
): Promise<number> {
  const sent = new Sum()
  for await (const { leaves, lost } of readLeaves(from)) {
    if (lost > 0) throw new CopyError(`${name}: ${lost} docs cannot be read`)
    const wanted = leaves.filter(isOurs)
    for (const leaf of wanted) sent.add(leaf)
    if (wanted.length === 0) continue
    await refuseUnlessFits()
    const results = await to(database =>
      database.bulkDocs(
        wanted as unknown as PouchDB.Core.PutDocument<object>[],
        { new_edits: false },
      ),
    )
    const failed = results.find(each => 'error' in each && each.error)
    if (failed !== undefined) {
      throw new CopyError(`${name}: a doc is refused there`, { cause: failed })
    }
  }
  const found = new Sum()
  for await (const { leaves } of readLeaves(to)) {
    for (const leaf of leaves.filter(isOurs)) found.add(leaf)
  }
  if (found.text() !== sent.text()) {
    throw new CopyError(`${name}: what arrived is not what was sent`)
  }
  return sent.count
}

/** Epochs are made anew there, and rules are a storage's own. */
function isOurs({ _id }: Leaf): boolean {
  return !_id.startsWith('epoch_') && !_id.startsWith('_design/')
}

/** The same for the same leaves, in whatever order they come and have their fields. */
class Sum {
  count = 0
  #sum = 0n

  add(leaf: Leaf): void {
    const text = JSON.stringify(sorted(leaf))
    const digest = createHash('sha256').update(text).digest('hex')
    this.#sum = BigInt.asUintN(256, this.#sum + BigInt(`0x${digest}`))
    this.count += 1
  }

  text(): string {
    return `${this.count} ${this.#sum.toString(16)}`
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(
    ([key, each]) => [key, sorted(each)] as const,
  )
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  )
}
