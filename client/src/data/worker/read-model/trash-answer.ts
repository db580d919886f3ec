import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import { foldText } from '@ourmoney/shared/transaction/filter.ts'
import type { TrashAnswer, TrashQuery } from '../../views/past.ts'
import type { Book } from './book.ts'
import { nameOfDoc, namesIn } from './names-in.ts'

const usualDays = 90

/** Days that deleted records are kept for; 0 for ever. */
export function trashDays(book: Book): number {
  return book.docs('ledger')[0]?.trashDays ?? usualDays
}

/** Deleted records, the last deleted first. */
export function inTrash(book: Book): readonly Doc[] {
  return book.kept
    .deleted()
    .map(doc => ({ ...doc, log: undefined }) as Doc)
    .sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0))
}

/** Those of them that fit a text. */
export function trashAnswer(
  book: Book,
  trash: readonly Doc[],
  { text, most }: TrashQuery,
): TrashAnswer {
  const wanted = foldText(text).trim()
  const found = trash.filter(doc => foldText(nameOfDoc(doc)).includes(wanted))
  const records = found.slice(0, most)
  return {
    count: found.length,
    all: trash.length,
    keepDays: trashDays(book),
    records,
    names: namesIn(book, records),
  }
}
