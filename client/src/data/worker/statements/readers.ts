import type { StatementReader } from './reader.ts'
import { csvReader } from './table/csv.ts'

/** In the order in which they are asked; a table is whatever no other knows. */
export const readers: readonly StatementReader[] = [csvReader]
