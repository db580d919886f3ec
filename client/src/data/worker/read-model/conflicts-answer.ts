import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import { questionsOf } from '@ourmoney/shared/sync/questions.ts'
import type { ConflictsAnswer, ConflictsQuery } from '../../views/past.ts'
import type { Book } from './book.ts'
import { namesIn } from './names-in.ts'

/** What waits for a person, the newest first. */
export function conflictsAnswer(
  book: Book,
  { id, most }: ConflictsQuery,
): ConflictsAnswer {
  const docs = book.kept
    .conflicted()
    .filter(doc => id === undefined || doc._id === id)
    .sort((a, b) => newestOf(b) - newestOf(a))
  const records = docs.slice(0, most).map(doc => ({
    doc: { ...doc, log: undefined } as Doc,
    questions: questionsOf(doc),
  }))
  return {
    count: book.kept.conflictedCount,
    records,
    names: namesIn(book, records),
  }
}

function newestOf({ conflicts = [] }: Doc): number {
  return Math.max(...conflicts.map(({ at }) => at))
}
