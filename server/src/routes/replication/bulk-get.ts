import type { Database } from '../../storage/pouch.ts'
import { objectOf } from './requests.ts'
import type { SentTexts } from './sent-texts.ts'

/** A revision of a doc, or whichever stands. */
export type AskedDoc = {
  readonly id: string
  readonly rev?: string | undefined
}

export type BulkGetOptions = {
  /** Where nothing else is ever called by the same id and revision. */
  readonly place: string
  /** With their ancestors. */
  readonly revs: boolean
  /** Or what took their place. */
  readonly latest: boolean
}

/**
 * The results of `_bulk_get`, each as text. What is among `sent` is not read
 * again, even where something newer took its place: that comes by the feed.
 */
export async function readBulk(
  database: Database,
  asked: readonly AskedDoc[],
  { place, revs, latest }: BulkGetOptions,
  sent: SentTexts,
): Promise<readonly string[]> {
  const keyOf = (id: string, rev: string) => `${place} ${revs} ${id} ${rev}`
  const texts: string[] = []
  const unread: AskedDoc[] = []
  for (const each of asked) {
    const { id, rev } = each
    const text = rev && sent.find(keyOf(id, rev))
    if (text === undefined) unread.push(each)
    else texts.push(text)
  }
  // PouchDB never answers when it is asked for nothing.
  if (unread.length === 0) return texts
  const { results } = await database.bulkGet({
    docs: unread.map(({ id, rev }) => ({ id, rev })),
    revs,
    latest,
  } as PouchDB.Core.BulkGetOptions)
  for (const result of results) {
    const text = JSON.stringify(withoutStacks(result))
    texts.push(text)
    const [only, ...others] = result.docs
    const { ok } = objectOf(only)
    const { _rev } = objectOf(ok)
    if (others.length > 0 || typeof _rev !== 'string') continue
    sent.keep(keyOf(result.id, _rev), text)
  }
  return texts
}

/** PouchDB's errors carry stacks. */
function withoutStacks(result: { id: string; docs: readonly unknown[] }) {
  return {
    id: result.id,
    docs: result.docs.map(each => {
      const { ok, error } = objectOf(each)
      if (ok !== undefined) return { ok }
      const { rev } = objectOf(error)
      return {
        error: { id: result.id, rev, error: 'not_found', reason: 'missing' },
      }
    }),
  }
}
