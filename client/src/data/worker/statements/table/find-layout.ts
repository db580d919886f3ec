import type {
  ColumnRole,
  ReadChoices,
  ReadContext,
  StatementAccount,
} from '@ourmoney/shared/statement/statement.ts'
import { currencyInName } from './currency-words.ts'
import { createVotes } from './column-votes.ts'
import { foundIn, isSettled } from './found-choices.ts'
import { findHeader } from './find-header.ts'
import { guessColumns } from './guess-columns.ts'
import { findIban } from './account-key.ts'
import type { OpenTable, TableRow } from './table.ts'

/** How a table is read, nothing left open. */
export type TableLayout = {
  readonly choices: ReadChoices
  readonly names: readonly string[]
  readonly preamble: readonly string[]
  /** First rows below the header. */
  readonly rows: readonly TableRow[]
  readonly isDateOrderSure: boolean
  readonly accounts: readonly StatementAccount[]
  /** Of all rows, where the letterhead names it. */
  readonly account?: string | undefined
  /** Of all rows, where it isn't the ledger's. */
  readonly currency?: string | undefined
}

/** Rows from which columns are guessed. */
const fewRows = 500

/** Finds out what `chosen` leaves open; dates and amounts are asked over the whole column. */
export async function findLayout(
  table: OpenTable,
  chosen: ReadChoices,
  context: ReadContext,
): Promise<TableLayout> {
  const batches = table.read()[Symbol.asyncIterator]()
  try {
    const first = await firstRows(batches)
    const start = startOf(table, chosen, first)
    const columns = chosen.columns ?? guessColumns(start.names, start.rows)
    const named = currencyOfTable(start.names, columns, start.rows)
    const currency = chosen.currency ?? named ?? context.currency
    const votes = createVotes(columns, currency, context)
    votes.add(start.rows)
    while (!isSettled(chosen) && !votes.isDecided()) {
      const { done, value } = await batches.next()
      if (done === true) break
      votes.add(value.rows)
    }
    const letterhead = findIban(start.preamble)
    const found = foundIn(votes, chosen)
    return {
      choices: {
        ...chosen,
        ...(table.delimiter !== undefined && { delimiter: table.delimiter }),
        ...(table.sheet !== undefined && { sheet: table.sheet }),
        headerRow: start.headerRow,
        columns,
        isTurned: chosen.isTurned ?? false,
        currency,
        withPending: chosen.withPending ?? false,
        ...found.choices,
      },
      names: start.names,
      preamble: start.preamble,
      rows: start.rows,
      isDateOrderSure: found.isDateOrderSure,
      accounts: votes.accounts() ?? letterhead,
      ...(columns.includes('account')
        ? {}
        : letterhead[0] !== undefined && { account: letterhead[0].key }),
      ...(currency !== context.currency && { currency }),
    }
  } finally {
    await batches.return?.()
  }
}

async function firstRows(
  batches: AsyncIterator<{ readonly rows: readonly TableRow[] }>,
): Promise<readonly TableRow[]> {
  const rows: TableRow[] = []
  while (rows.length < fewRows) {
    const { done, value } = await batches.next()
    if (done === true) break
    for (const row of value.rows) rows.push(row)
  }
  return rows
}

function startOf(
  table: OpenTable,
  chosen: ReadChoices,
  first: readonly TableRow[],
): {
  readonly headerRow: number
  readonly names: readonly string[]
  readonly preamble: readonly string[]
  readonly rows: readonly TableRow[]
} {
  if (table.names !== undefined) {
    return { headerRow: 0, names: table.names, preamble: [], rows: first }
  }
  const head = first.slice(0, 100)
  const at =
    chosen.headerRow === undefined
      ? findHeader(head)
      : first.findIndex(({ row }) => row === chosen.headerRow)
  const header = first[at]
  return {
    headerRow: header?.row ?? 0,
    names: header?.cells.map(cell => cell.trim()) ?? [],
    preamble: first
      .slice(0, Math.max(0, at))
      .map(({ cells }) => cells.filter(cell => cell.trim() !== '').join(' ')),
    rows: first
      .slice(at + 1)
      .filter(
        row => isFilled(row) && row.cells.join() !== header?.cells.join(),
      ),
  }
}

function isFilled({ cells }: TableRow): boolean {
  return cells.some(cell => cell.trim() !== '')
}

/** The one currency of all rows, by the names of the columns or what stands in them. */
function currencyOfTable(
  names: readonly string[],
  columns: readonly ColumnRole[],
  rows: readonly TableRow[],
): string | undefined {
  const at = columns.indexOf('currency')
  if (at >= 0) {
    const codes = new Set(rows.map(({ cells }) => (cells[at] ?? '').trim()))
    const [code = '', ...others] = [...codes].filter(each => each !== '')
    return others.length === 0 ? (currencyInName(code) ?? undefined) : undefined
  }
  const inNames = names.flatMap((name, index) => {
    const role = columns[index] ?? 'ignore'
    const isSum = ['amount', 'in', 'out', 'balance'].includes(role)
    return isSum ? [currencyInName(name)] : []
  })
  return inNames.find(each => each !== undefined)
}
