import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import type { StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import type { WorkProgress } from '../../changes.ts'
import type { DocStore } from '../doc-store.ts'
import type { OutRow } from '../read-model/out-rows.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import { docsOf } from './docs-of.ts'

export type TableRow = OutRow & {
  readonly notes: string
  /** Of the part. */
  readonly partNotes: string
}

type TableAsk = {
  readonly model: ReadModel
  /** Where notes are read; nowhere when it cannot be read. */
  readonly store: DocStore | undefined
  readonly filter: TransactionFilter
  /** Of a split transaction all parts, whatever the filter names. */
  readonly isWhole?: boolean | undefined
  readonly onProgress: (progress: WorkProgress) => void
  readonly signal: AbortSignal
}

const batch = 5_000

/** What a filter finds, newest first, some at a time. Throws when it is cancelled, or the storage cannot be read. */
export async function* tableRows(
  ask: TableAsk,
): AsyncGenerator<readonly TableRow[]> {
  const { model, store, filter, isWhole, onProgress, signal } = ask
  const naming = isWhole === true ? {} : filter
  const ids = model.select({ filter, except: [] })
  const all = ids.length
  const noted = ids.filter(id => model.hasNotes(id))
  const notes = new Map<string, Noted>()
  if (store !== undefined && noted.length > 0) {
    for await (const docs of docsOf(noted, store)) {
      signal.throwIfAborted()
      for (const doc of docs) notes.set(doc._id, notedIn(doc))
    }
  }
  for (let at = 0; at < all; at += batch) {
    // Whoever waits for the worker gets a turn, and so does the cancel.
    await new Promise(resolve => setTimeout(resolve))
    signal.throwIfAborted()
    const rows = model.outRows(ids.slice(at, at + batch), naming)
    yield rows.map((row): TableRow => {
      const { whole = '', parts = [] } = notes.get(row.id) ?? {}
      return { ...row, notes: whole, partNotes: parts[row.part ?? -1] ?? '' }
    })
    onProgress({ phase: 'writing', done: Math.min(at + batch, all), all })
  }
}

type Noted = { readonly whole: string; readonly parts: readonly string[] }

function notedIn(doc: StoredDoc): Noted {
  const { notes, splits } = doc as {
    readonly notes?: unknown
    readonly splits?: unknown
  }
  const parts = Array.isArray(splits) ? (splits as readonly unknown[]) : []
  return {
    whole: textIn(notes),
    parts: parts.map(part => textIn(Object(part)['note'])),
  }
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
