import type { StatementReader } from './reader.ts'

/** In the order in which they are asked; a table is whatever no other knows. */
export const readers: readonly StatementReader[] = []
