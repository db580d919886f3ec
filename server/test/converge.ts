import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import { checkDoc } from '@ourmoney/shared/sync/check-doc.ts'
import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import type { Network } from './a-network.ts'
import type { Random } from './a-random.ts'
import { readLeaves, type Replica, type Written } from './a-replica.ts'

/** A device, its network, and the chance that rules both. */
export type Side = {
  readonly random: Random
  readonly replica: Replica
  readonly network: Network
}

/** Some acts, then the network for a while, then again. */
export async function live(
  { random, replica, network }: Side,
  /** What others do to this person, before or while the device is online. */
  meanwhile: () => Promise<void> = async () => {},
): Promise<void> {
  for (let round = 4 + random.below(5); round > 0; round--) {
    for (let acts = random.below(6); acts > 0; acts--) await replica.act()
    if (random.next() < 0.3) await meanwhile()
    const weather = random.next()
    if (weather < 0.3) continue
    if (weather < 0.7) network.cutSoon(random)
    const replicating = replica.replicate(network)
    // A person does not wait for the network.
    if (random.next() < 0.5) await replica.act()
    if (random.next() < 0.2) await meanwhile()
    await replicating
    network.mend()
    if (random.next() < 0.5) await replica.merge()
  }
}

/** With a whole network: replicates and merges until nothing moves. */
export async function settle(
  sides: readonly Side[],
  seed: number,
): Promise<void> {
  for (let round = 0; round < 12; round++) {
    let isQuiet = true
    for (const { replica, network } of sides) {
      const hasMoved = await replica.replicate(network)
      expect(hasMoved, `seed ${seed}: replication failed`).toBeDefined()
      if (hasMoved === true || (await replica.merge()) > 0) isQuiet = false
    }
    if (isQuiet) return
  }
  expect.fail(`seed ${seed}: still not quiet after 12 rounds`)
}

export async function agree(
  sides: readonly Side[],
  server: PouchDB.Database,
  seed: number,
): Promise<void> {
  const leaves = await leafSets(server)
  const sums = await sumByCurrency(server)
  const ids = new Set(leaves.map(({ id }) => id))
  for (const { replica, network } of sides) {
    const { database } = replica
    expect(network.refused(), `seed ${seed}: refused`).toEqual([])
    expect(await leafSets(database), `seed ${seed}: leaves`).toEqual(leaves)
    expect(await sumByCurrency(database), `seed ${seed}: sums`).toEqual(sums)

    for (const { id, rev } of network.acknowledged) {
      const known = await readHistory(server, id)
      expect(known, `seed ${seed}: ${id} is lost`).toContain(rev)
    }
    for (const written of replica.written) {
      const [leaf] = await readLeaves(server, written.doc)
      const lost = leaf === undefined ? ['all of it'] : lostOf(leaf, written)
      expect(lost, `seed ${seed}: ${written.doc} lost`).toEqual([])
    }
  }
  for (const id of ids) {
    const open = await readLeaves(server, id)
    expect(open, `seed ${seed}: ${id} is merged`).toHaveLength(1)
    // Among the rest: parts that sum.
    const checked = checkDoc(open[0])
    expect(checked, `seed ${seed}: ${id} is valid`).toMatchObject({ ok: true })
  }
}

/**
 * What of an edit can be found nowhere any more: its entry in the log, and
 * each value in the body, in what a later edit replaced, in a conflict, or in
 * one that somebody settled.
 */
function lostOf(leaf: TransactionDoc, { entry, set }: Written): string[] {
  const log = leaf.log ?? []
  if (!log.some(each => each.id === entry)) return ['the entry']
  const now: Readonly<Record<string, unknown>> = leaf
  const isSettled = (leaf.settled ?? []).some(id => id.startsWith(`${entry}/`))
  return Object.entries(set)
    .filter(([field, value]) => {
      if (isSettled || field === 'tags') return false
      const places = [
        now[field],
        ...log.map(each => each.was[field]),
        ...(leaf.conflicts ?? []).map(each => each.value[field]),
      ]
      return !places.some(place =>
        isDeepStrictEqual(place ?? null, value ?? null),
      )
    })
    .map(([field]) => field)
}

/** Every revision of a doc that the leaves descend from, and they themselves. */
async function readHistory(database: PouchDB.Database, id: string) {
  const leaves = await database.get<Revisions>(id, {
    open_revs: 'all',
    revs: true,
  })
  return leaves.flatMap(each => {
    if (!('ok' in each)) return []
    const { start, ids } = each.ok._revisions
    return ids.map((hash, older) => `${start - older}-${hash}`)
  })
}

type Revisions = {
  readonly _revisions: { readonly start: number; readonly ids: string[] }
}

async function leafSets(database: PouchDB.Database) {
  const { results } = await database.changes({ style: 'all_docs' })
  return results
    .map(({ id, changes }) => ({
      id,
      revs: changes.map(({ rev }) => rev).toSorted(),
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

async function sumByCurrency(database: PouchDB.Database) {
  const { rows } = await database.allDocs({ include_docs: true })
  const sums: Record<string, number> = {}
  for (const { doc } of rows) {
    const { currency, minor } = doc as unknown as TransactionDoc
    sums[currency] = (sums[currency] ?? 0) + minor
  }
  return sums
}
