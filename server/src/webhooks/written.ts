import type { WebhookRecord } from '../people/records.ts'
import { bareId } from '../people/store.ts'
import type { Databases } from '../storage/databases.ts'

/** Of which webhooks the ledger may have been written in since it was last looked into. */
export type Written = {
  /** Listens for these and for no others. */
  readonly listenFor: (records: readonly WebhookRecord[]) => void
  readonly has: (id: string) => boolean
  readonly add: (id: string) => void
  readonly delete: (id: string) => void
}

export function createWritten(
  databases: Pick<Databases, 'onWritten'>,
): Written {
  const undo = new Map<string, () => void>()
  const written = new Set<string>()
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
          databases.onWritten(ledger, () => written.add(id)),
        )
        // Before anybody listened, too.
        written.add(id)
      }
    },
    has: id => written.has(id),
    add: id => void (undo.has(id) && written.add(id)),
    delete: id => void written.delete(id),
  }
}
