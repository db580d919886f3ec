import type { WebhookRecord } from '../people/records.ts'
import { bareId } from '../people/store.ts'
import type { Databases } from '../storage/databases.ts'

/** Of which webhooks the ledger may have been written in since it was last looked into. */
export type Written = {
  /** Listens for these and for no others. */
  readonly listenFor: (records: readonly WebhookRecord[]) => void
  /** When that was heard of first, if it was. */
  readonly since: (id: string) => number | undefined
  readonly add: (id: string) => void
  readonly delete: (id: string) => void
}

export function createWritten(
  databases: Pick<Databases, 'onWritten'>,
  now: () => number,
): Written {
  const undo = new Map<string, () => void>()
  const written = new Map<string, number>()

  function add(id: string): void {
    if (undo.has(id) && !written.has(id)) written.set(id, now())
  }

  return {
    listenFor: records => {
      const wanted = new Map(records.map(each => [bareId(each), each.ledger]))
      for (const [id, forget] of undo) {
        if (wanted.has(id)) continue
        forget()
        undo.delete(id)
        written.delete(id)
      }
      for (const [id, ledger] of wanted) {
        if (undo.has(id)) continue
        undo.set(
          id,
          databases.onWritten(ledger, () => add(id)),
        )
        // Before anybody listened, too.
        add(id)
      }
    },
    since: id => written.get(id),
    add,
    delete: id => void written.delete(id),
  }
}
