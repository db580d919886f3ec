import { readLocal, writeLocal, type Database } from '../database.ts'
import { replicationId, type Pouch } from '../pouch.ts'

const conflictsMarker = 'conflicts'
const checkpointMarker = 'checkpoint'
const talksMarker = 'talks'

/** Conflicts up to here were merged; a start looks from here on. */
export async function noteMerged(
  database: Database,
  seq: number,
): Promise<void> {
  await database.run(pouch => writeLocal(pouch, conflictsMarker, { seq }))
}

/** What has conflicts since the mark; `undefined` where none was ever made. */
export async function conflictedSinceMerge(
  database: Database,
): Promise<readonly string[] | undefined> {
  const kept = await database.run(pouch =>
    readLocal<{ readonly seq: number }>(pouch, conflictsMarker),
  )
  if (kept === undefined) return undefined
  const { results } = await database.run(pouch =>
    pouch.changes({ since: kept.seq, style: 'all_docs' }),
  )
  return results.filter(each => each.changes.length > 1).map(({ id }) => id)
}

/**
 * How far the server has everything, as far as this device knows without
 * asking it: the name of the last checkpoint is kept, since it depends on the
 * server.
 */
export async function sentUntil(database: Database): Promise<number> {
  return database.run(async local => {
    const kept = await readLocal<{ readonly checkpoint: string }>(
      local,
      checkpointMarker,
    )
    const found =
      kept &&
      (await readLocal<{ readonly last_seq?: number }>(local, kept.checkpoint))
    return found?.last_seq ?? 0
  })
}

/** Keeps the name of the checkpoint between this device and the server. */
export async function noteCheckpoint(
  database: Database,
  remote: Pouch,
): Promise<void> {
  const id = await replicationId(database.pouch(), remote)
  const checkpoint = id.slice('_local/'.length)
  await database.run(async local => {
    const kept = await readLocal<{ readonly checkpoint: string }>(
      local,
      checkpointMarker,
    )
    if (kept?.checkpoint === checkpoint) return
    await writeLocal(local, checkpointMarker, { checkpoint })
  })
}

/** When the server had everything of this device, and this device everything of the server's. */
export type Talks = {
  readonly pushedAt?: number | undefined
  readonly pulledAt?: number | undefined
}

export async function lastTalks(database: Database): Promise<Talks> {
  const kept = await database.run(pouch => readLocal<Talks>(pouch, talksMarker))
  return { pushedAt: kept?.pushedAt, pulledAt: kept?.pulledAt }
}

export async function noteTalks(
  database: Database,
  talks: Talks,
): Promise<void> {
  await database.run(pouch => writeLocal(pouch, talksMarker, talks))
}
