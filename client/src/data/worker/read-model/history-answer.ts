import type { Decoded } from '@ourmoney/shared/sync/decode.ts'
import { editsOf } from '@ourmoney/shared/sync/history.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import type { HistoryAnswer, Version } from '../../views/past.ts'
import type { Book } from './book.ts'
import { namesIn } from './names-in.ts'

/** All that is known of a record, as it is stored. */
export function historyAnswer(
  book: Book,
  decoded: Decoded | undefined,
): HistoryAnswer {
  const isNewer = decoded?.state === 'newer'
  if (decoded?.state !== 'known') {
    return { doc: undefined, isNewer, versions: [], names: {} }
  }
  const { doc } = decoded
  const versions = versionsOf(doc)
  const bare: Doc = { ...doc, log: undefined }
  const names = namesIn(book, [bare, versions])
  return { doc: bare, isNewer, versions, names }
}

function versionsOf(doc: Doc): readonly Version[] {
  const versions = [...editsOf(doc), oldestOf(doc)]
  return versions.map((each, index) => ({
    ...each,
    stands: index === 0 && doc._deleted !== true,
  }))
}

/** It was made, or is what the oldest edits were folded into. */
function oldestOf(doc: Doc) {
  const { folded, createdAt = 0, createdBy } = doc
  const known = { id: doc._id, fields: [], settles: [], device: undefined }
  return folded === undefined
    ? ({ ...known, did: 'created', at: createdAt, by: createdBy } as const)
    : ({ ...known, did: 'folded', at: folded.at, by: undefined } as const)
}
