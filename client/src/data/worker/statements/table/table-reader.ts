import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { success } from '@ourmoney/shared/result.ts'
import type {
  ReadChoices,
  StatementFormat,
  StatementIssue,
  StatementRow,
} from '@ourmoney/shared/statement/statement.ts'
import {
  batchSize,
  mostLookedAt,
  mostRows,
  StatementFileError,
  type StatementReader,
  type StatementSource,
} from '../reader.ts'
import { mostColumns } from './columns-of.ts'
import { findLayout, type TableLayout } from './find-layout.ts'
import { foldName } from './fold-name.ts'
import { createRowReader } from './read-rows.ts'
import type { OpenTable } from './table.ts'

/** Of what a look shows. */
const longestCell = 500
const mostSheets = 100

type TableKind = Pick<StatementReader, 'format' | 'isOne'> & {
  readonly open: (
    source: StatementSource,
    choices: ReadChoices,
  ) => Promise<OpenTable>
}

/** Reads whatever is a table, once somebody can tell its rows and cells apart. */
export function tableReader({
  format,
  isOne,
  open,
}: TableKind): StatementReader {
  return {
    format,
    isOne,
    look: async (source, chosen, context) => {
      const table = await open(source, chosen)
      const layout = await findLayout(table, chosen, context, true)
      const shown = layout.rows.slice(0, mostLookedAt)
      const canRead = missingIn(layout) === undefined
      const rows = createRowReader(layout, context)
      const read = rows.read(canRead ? shown : [])
      const end = rows.end()
      return success({
        format,
        choices: { ...layout.choices, encoding: source.encoding },
        encodings: [],
        accounts: layout.accounts,
        table: {
          sheets: table.sheets.slice(0, mostSheets),
          names: layout.names.slice(0, mostColumns),
          cells: shown.map(({ cells }) =>
            cells.slice(0, mostColumns).map(cell => cell.slice(0, longestCell)),
          ),
          preamble: layout.preamble,
          isDateOrderSure: layout.isDateOrderSure,
        },
        rows: [...read.rows, ...end.rows],
        issues: [...read.issues, ...end.issues],
        signature: signatureOf(format, layout),
      })
    },
    read: async function* (source, chosen, context) {
      const table = await open(source, chosen)
      const layout = await findLayout(table, chosen, context, false)
      const missing = missingIn(layout)
      if (missing !== undefined) {
        throw new StatementFileError(
          missing,
          layout.choices.headerRow,
          layout.names.join(', '),
        )
      }
      const reader = createRowReader(layout, context)
      let batch = newBatch()
      let count = 0
      let left = source.blob.size
      for await (const { rows, bytesRead } of table.read()) {
        const read = reader.read(rows)
        batch.rows.push(...read.rows)
        batch.issues.push(...read.issues)
        batch.pending += read.pending
        batch.dropped += read.dropped
        const bytes = Math.min(bytesRead, left)
        batch.bytesRead += bytes
        left -= bytes
        count += read.rows.length + read.issues.length
        // One more waits for what follows it.
        if (count >= mostRows) {
          throw new StatementFileError('too-many-rows', rows[0]?.row)
        }
        while (batch.rows.length >= batchSize) {
          const rest = batch.rows.splice(batchSize)
          yield batch
          batch = { ...newBatch(), rows: rest }
        }
      }
      const end = reader.end()
      batch.rows.push(...end.rows)
      batch.issues.push(...end.issues)
      batch.bytesRead += left
      yield batch
    },
  }
}

function missingIn({
  choices,
}: TableLayout): 'no-date-column' | 'no-amount-column' | undefined {
  const columns = choices.columns ?? []
  if (!columns.includes('date')) return 'no-date-column'
  return columns.some(role => ['amount', 'in', 'out'].includes(role))
    ? undefined
    : 'no-amount-column'
}

/** The same for every file that a bank writes with the same columns. */
function signatureOf(format: StatementFormat, layout: TableLayout): string {
  const { names, choices } = layout
  const columns =
    names.length > 0 ? names.map(foldName) : [choices.columns?.length ?? 0]
  const text = JSON.stringify([format, ...columns])
  return `${format}-${bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32)}`
}

function newBatch() {
  return {
    rows: [] as StatementRow[],
    issues: [] as StatementIssue[],
    pending: 0,
    dropped: 0,
    bytesRead: 0,
  }
}
