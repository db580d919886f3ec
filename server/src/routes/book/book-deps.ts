import type { Books } from '../../book/books.ts'
import type { Writing } from '../../book/writing.ts'
import type { Databases } from '../../storage/databases.ts'
import type { Enter } from './enter.ts'

/** What the routes of a ledger's book have in common. */
export type BookDeps = {
  readonly databases: Databases
  readonly books: Books
  readonly writing: Writing
  readonly enter: Enter
}
