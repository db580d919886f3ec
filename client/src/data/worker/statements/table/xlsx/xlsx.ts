import type { ReadChoices } from '@ourmoney/shared/statement/statement.ts'
import { StatementFileError } from '../../reader.ts'
import { findHeader } from '../find-header.ts'
import type { TableRow } from '../table.ts'
import { tableReader } from '../table-reader.ts'
import { sheetRows } from './sheet-rows.ts'
import { openWorkbook, type Workbook } from './workbook.ts'

/** Excel's sheets since 2007, read by themselves: a library would hold them whole. */
export const xlsxReader = tableReader({
  format: 'xlsx',
  isOne: head => head.startsWith('PK\u0003\u0004'),
  open: async ({ blob }, choices) => {
    const workbook = await openWorkbook(blob)
    const sheet = await findSheet(workbook, choices, blob.size)
    return {
      sheets: workbook.sheets.map(({ name }) => name),
      sheet: sheet.name,
      read: () => sheetRows(sheet.entry, workbook, blob.size),
    }
  },
})

const mostTried = 20
const triedRows = 100

/** The chosen sheet, or the first with a table of movements, or the first with anything. */
async function findSheet(
  workbook: Workbook,
  { sheet: chosen }: ReadChoices,
  size: number,
): Promise<Workbook['sheets'][number]> {
  const { sheets } = workbook
  if (chosen !== undefined) {
    const found = sheets.find(({ name }) => name === chosen)
    if (found === undefined) {
      throw new StatementFileError('no-such-sheet', 0, chosen)
    }
    return found
  }
  let filled: Workbook['sheets'][number] | undefined
  for (const sheet of sheets.slice(0, mostTried)) {
    const rows: TableRow[] = []
    for await (const some of sheetRows(sheet.entry, workbook, size)) {
      rows.push(...some.rows)
      if (rows.length >= triedRows) break
    }
    if (rows.length === 0) continue
    filled ??= sheet
    if (findHeader(rows.slice(0, triedRows)) >= 0) return sheet
  }
  if (filled === undefined) throw new StatementFileError('empty')
  return filled
}
