import { camtReader } from './camt/camt-reader.ts'
import { mt940Reader } from './mt940/mt940-reader.ts'
import { ofxReader } from './ofx/ofx-reader.ts'
import { oursReader } from './ours/ours-reader.ts'
import { qifReader } from './qif/qif-reader.ts'
import type { StatementReader } from './reader.ts'
import { csvReader } from './table/csv.ts'
import { jsonListReader } from './table/json-list.ts'
import { xlsxReader } from './table/xlsx/xlsx.ts'

/** In the order in which they are asked; a table is whatever no other knows. */
export const readers: readonly StatementReader[] = [
  ofxReader,
  camtReader,
  mt940Reader,
  qifReader,
  xlsxReader,
  oursReader,
  jsonListReader,
  csvReader,
]
