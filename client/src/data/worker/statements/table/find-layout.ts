import type {
  ColumnRole,
  ReadChoices,
  ReadContext,
  StatementAccount,
} from '@ourmoney/shared/statement/statement.ts'
import { StatementFileError } from '../reader.ts'
import { currencyInName } from '../currency-words.ts'
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
}

/** Rows from which columns are guessed. */
const fewRows = 500

/**
 * Finds out what `chosen` leaves open; dates and amounts are asked over the
 * whole column, and its accounts `withAccounts`.
 */
export async function findLayout(
  table: OpenTable,
  chosen: ReadChoices,
  context: ReadContext,
  withAccounts: boolean,
): Promise<TableLayout> {
  const batches = table.read()[Symbol.asyncIterator]()
  try {
    const first = await firstRows(batches)
    const start = startOf(table, chosen, first)
    let columns = chosen.columns ?? guessColumns(start.names, start.rows)
    const named = currencyOfTable(start.names, columns, start.rows)
    const isGuess = chosen.guessed?.includes('currency') === true
    const sure = (isGuess ? undefined : chosen.currency) ?? named
    const votes = createVotes(columns, sure ?? context.currency, context)
    votes.add(start.rows)
    const isSettledHere =
      isSettled(chosen) && !(withAccounts && columns.includes('account'))
    if (!isSettledHere) await askMore(votes, batches)
    const letterhead = findIban(start.preamble)
    const found = foundIn(votes, chosen, sure !== undefined)
    let accounts = votes.accounts() ?? letterhead
    if (votes.hasTooManyAccounts()) {
      if (chosen.columns !== undefined) {
        throw new StatementFileError('too-many-accounts')
      }
      // It names something else in each row.
      columns = columns.map(role => (role === 'account' ? 'ignore' : role))
      accounts = letterhead
    }
    return {
      choices: {
        ...chosen,
        ...(table.delimiter !== undefined && { delimiter: table.delimiter }),
        ...(table.sheet !== undefined && { sheet: table.sheet }),
        headerRow: start.headerRow,
        columns,
        isTurned: chosen.isTurned ?? false,
        currency: sure ?? currencyOf(accounts, context),
        withPending: chosen.withPending ?? false,
        ...found.choices,
      },
      names: start.names,
      preamble: start.preamble,
      rows: start.rows,
      isDateOrderSure: found.isDateOrderSure,
      accounts,
      ...(columns.includes('account')
        ? {}
        : letterhead[0] !== undefined && { account: letterhead[0].key }),
    }
  } finally {
    await batches.return?.()
  }
}

type Batches = AsyncIterator<{ readonly rows: readonly TableRow[] }>

/** Asks row after row until the rest could change nothing. */
async function askMore(
  votes: ReturnType<typeof createVotes>,
  batches: Batches,
): Promise<void> {
  while (!votes.isDecided()) {
    const { done, value } = await batches.next()
    if (done === true) return
    votes.add(value.rows)
  }
}

async function firstRows(batches: Batches): Promise<readonly TableRow[]> {
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

/** Of the only account of a file that is in the ledger, else the ledger's. */
function currencyOf(
  [account, ...others]: readonly StatementAccount[],
  { currency, currencies }: ReadContext,
): string {
  const own = currencies?.get(account?.key ?? '')
  return (others.length === 0 ? own : undefined) ?? currency
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
