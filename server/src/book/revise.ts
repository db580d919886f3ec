import { createHash } from 'node:crypto'
import { canonicalText, encodeDoc } from '@ourmoney/shared/sync/encode.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'

/** A doc as a replicator would send it: with a revision of its own that follows the one it was made from. */
export function revise(doc: Doc, parent: string | undefined) {
  const { _rev, ...body } = doc
  const [generation = '0', before] = parent?.split('-') ?? []
  const start = Number(generation) + 1
  const hash = createHash('md5')
    .update(canonicalText([parent ?? null, body]))
    .digest('hex')
  return encodeDoc({
    ...body,
    _rev: `${start}-${hash}`,
    _revisions: { start, ids: before === undefined ? [hash] : [hash, before] },
  })
}
