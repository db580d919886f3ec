import type { StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { Database } from '../database.ts'
import type { Pouch } from '../pouch.ts'
import type { Grafted, LeafStore } from './leaf-store.ts'

type PouchLeavesDeps = {
  readonly database: Database
  readonly feed: () => Promise<ChangeFeed>
  /** Merges, where no replication does. */
  readonly merge: (ids: readonly string[]) => Promise<void>
}

const page = 1_000
const fewAtOnce = 100

/** Leaf revisions of a ledger's PouchDB. */
export function openPouchLeaves(deps: PouchLeavesDeps): LeafStore {
  const { database } = deps

  async function* readSome(ids: readonly string[]) {
    for (let at = 0; at < ids.length; at += fewAtOnce) {
      const batch = ids.slice(at, at + fewAtOnce)
      const docs = await database.run(pouch => leavesOf(pouch, batch))
      yield { docs, done: at + batch.length, all: ids.length }
    }
  }

  async function* readAll() {
    const { update_seq: all } = await database.run(pouch => pouch.info())
    for (let since = 0; ;) {
      const { results, last_seq } = await database.run(pouch =>
        pouch.changes({
          since,
          limit: page,
          include_docs: true,
          style: 'all_docs',
        }),
      )
      since = last_seq
      const first = results.filter(({ changes }) => isFirst(changes))
      const later = results.filter(({ changes }) => !isFirst(changes))
      const ids = later.map(({ id }) => id)
      const docs = await database.run(pouch => leavesOf(pouch, ids))
      yield {
        docs: [...first.flatMap(({ doc }) => doc ?? []), ...docs],
        done: since,
        all,
      }
      if (results.length < page) return
    }
  }

  async function graft(docs: readonly StoredDoc[]) {
    const feed = await deps.feed()
    const states = await database.run(pouch => whatIsKnown(pouch, docs))
    const fresh = docs.filter((_, at) => states[at] !== 'known')
    await feed.write(fresh, { replicated: true, readBack: true })
    return states
  }

  return {
    read: ids => (ids === 'all' ? readAll() : readSome(ids)),
    graft,
    settle: deps.merge,
  }
}

/** Never edited: it has no ancestry but itself. */
function isFirst(changes: readonly { readonly rev: string }[]): boolean {
  return changes.length === 1 && changes[0]?.rev.startsWith('1-') === true
}

/** With their ancestry, or they would not join what descends from the same. */
async function leavesOf(
  pouch: Pouch,
  ids: readonly string[],
): Promise<readonly StoredDoc[]> {
  const found = await Promise.all(
    ids.map(id => pouch.get(id, { open_revs: 'all', revs: true })),
  )
  const leaves = found as readonly (readonly { readonly ok?: StoredDoc }[])[]
  return leaves.flatMap(each => each.flatMap(({ ok }) => ok ?? []))
}

async function whatIsKnown(
  pouch: Pouch,
  docs: readonly StoredDoc[],
): Promise<readonly Grafted[]> {
  const { rows } = await pouch.allDocs({ keys: docs.map(({ _id }) => _id) })
  return Promise.all(
    docs.map(async ({ _id, _rev }, at): Promise<Grafted> => {
      const { error, value } = rows[at] ?? {}
      if (error !== undefined) return 'added'
      if (value?.rev === _rev) return 'known'
      const missing = await pouch.revsDiff({ [_id]: [String(_rev)] })
      return _id in missing ? 'changed' : 'known'
    }),
  )
}
