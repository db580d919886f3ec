import { readLocal, writeLocal, type Database } from '../database.ts'

export type Refused = {
  readonly id: string
  readonly rev: string
  /** `code: words`, from the server. */
  readonly reason: string
  readonly at: number
}

/**
 * Revisions that the server will not have. PouchDB passes them for good, so
 * they are written down before it learns of the answer.
 */
export type RefusedRecords = {
  readonly list: () => readonly Refused[]
  readonly add: (refused: readonly Refused[]) => Promise<void>
  /** Tried again, or replaced by another revision. */
  readonly forget: (ids: readonly string[]) => Promise<void>
}

const name = 'refused'

export async function openRefused(
  database: Database,
  onChanged: () => void,
): Promise<RefusedRecords> {
  const kept = await database.run(pouch =>
    readLocal<{ readonly docs: readonly Refused[] }>(pouch, name),
  )
  let refused = new Map((kept?.docs ?? []).map(each => [each.id, each]))
  let turn: Promise<void> = Promise.resolve()

  function keep(next: Map<string, Refused>): Promise<void> {
    refused = next
    turn = turn.then(() =>
      database.run(pouch =>
        writeLocal(pouch, name, { docs: [...refused.values()] }),
      ),
    )
    onChanged()
    return turn
  }

  return {
    list: () => [...refused.values()],
    add: added =>
      keep(
        new Map([...refused, ...added.map(each => [each.id, each] as const)]),
      ),
    forget: async ids => {
      if (!ids.some(id => refused.has(id))) return
      await keep(new Map([...refused].filter(([id]) => !ids.includes(id))))
    },
  }
}
