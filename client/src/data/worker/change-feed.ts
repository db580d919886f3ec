import type { StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import type { Database } from './database.ts'
import type { Pouch, WriteResult } from './pouch.ts'

/** One doc that changed: its winning revision's body and all leaf revisions. */
export type FeedChange = {
  readonly id: string
  readonly seq: number
  readonly revs: readonly string[]
  readonly doc: StoredDoc
  /** The same, where whoever wrote it has checked it. */
  readonly checked?: Doc | undefined
}

/**
 * The only way from the database into the read model. Own writes, other
 * tabs', replicated ones and merges come in order of their sequence.
 */
export type ChangeFeed = {
  /** Everything up to here was told. */
  readonly seq: () => number
  /** The database is empty again: tells everything anew. */
  readonly restart: () => Promise<void>
  /** Reads what is new and tells it. */
  readonly catchUp: () => Promise<void>
  /** Writes docs and tells them without reading them back, where nobody else wrote meanwhile. */
  readonly write: (
    docs: readonly StoredDoc[],
    options?: WriteOptions,
  ) => Promise<readonly WriteResult[]>
}

type WriteOptions = {
  /** Revisions as they came from the server. */
  readonly replicated?: boolean | undefined
  /** Some of them may be stored already: read back. */
  readonly readBack?: boolean | undefined
  /** By id. */
  readonly checked?: ReadonlyMap<string, Doc> | undefined
}

const page = 1_000

export function createChangeFeed(
  database: Database,
  start: number,
  tell: (changes: readonly FeedChange[], seq: number) => void,
): ChangeFeed {
  let seq = start
  let turn: Promise<unknown> = Promise.resolve()

  /** One after another, or two writes would count each other's sequences. */
  function inTurn<Result>(work: (pouch: Pouch) => Promise<Result>) {
    const next = turn.then(() => database.run(work))
    turn = next.catch(() => undefined)
    return next
  }

  async function readOn(pouch: Pouch): Promise<void> {
    for (;;) {
      const { results, last_seq } = await pouch.changes({
        since: seq,
        limit: page,
        include_docs: true,
        style: 'all_docs',
      })
      const changes = results.flatMap(
        ({ id, seq: at, changes: leaves, doc }) =>
          doc === undefined
            ? []
            : [{ id, seq: at, revs: leaves.map(({ rev }) => rev), doc }],
      )
      if (changes.length > 0) tell(changes, last_seq)
      seq = last_seq
      if (results.length < page) return
    }
  }

  return {
    seq: () => seq,
    restart: () =>
      inTurn(pouch => {
        seq = 0
        return readOn(pouch)
      }),
    catchUp: () => inTurn(readOn),
    write: async (
      docs,
      { replicated = false, readBack = false, checked } = {},
    ) => {
      const { results, changes } = await inTurn(async pouch => {
        // Some of them may be there already, as many as others wrote.
        if (replicated) await readOn(pouch)
        const results = replicated
          ? await pouch.bulkDocs(docs, { new_edits: false })
          : await pouch.bulkDocs(docs)
        const written = replicated
          ? asWritten(docs)
          : ownRevisions(docs, results)
        const { update_seq } = await pouch.info()
        const isAlone = update_seq === seq + written.length
        // Behind a deleted leaf another may have come to the front.
        const isPlain = written.every(({ doc }) => doc['_deleted'] !== true)
        if (readBack || !isAlone || !isPlain) {
          await readOn(pouch)
          return { results, changes: [] }
        }
        seq = update_seq
        const changes = written.map((each): FeedChange => ({
          ...each,
          seq: update_seq,
          checked: withRevision(checked?.get(each.id), each.doc),
        }))
        return { results, changes }
      })
      // Told while the next one already waits for the disk.
      const at = changes.at(-1)?.seq
      if (at !== undefined) tell(changes, at)
      return results
    },
  }
}

function withRevision(
  checked: Doc | undefined,
  { _rev }: StoredDoc,
): Doc | undefined {
  return checked && { ...checked, _rev: String(_rev) }
}

function asWritten(docs: readonly StoredDoc[]) {
  return docs.map(doc => ({ id: doc._id, revs: [String(doc['_rev'])], doc }))
}

function ownRevisions(
  docs: readonly StoredDoc[],
  results: readonly WriteResult[],
) {
  return docs.flatMap((doc, index) => {
    const rev = results[index]?.rev
    return rev === undefined
      ? []
      : [{ id: doc._id, revs: [rev], doc: { ...doc, _rev: rev } }]
  })
}
