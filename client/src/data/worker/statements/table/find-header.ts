import { looksLikeMovement, namesIn } from './guess-delimiter.ts'
import type { TableRow } from './table.ts'

/**
 * The row that names the columns, by its place in `rows`; -1 if there is none.
 * What stands above it is the bank's letterhead.
 */
export function findHeader(rows: readonly TableRow[]): number {
  const first = rows.findIndex(({ cells }) => looksLikeMovement(cells))
  const until = first < 0 ? rows.length : first
  let best = -1
  let most = 1
  rows.slice(0, until).forEach(({ cells }, index) => {
    const names = namesIn(cells)
    if (names <= most) return
    most = names
    best = index
  })
  if (best >= 0 || first < 0) return best
  return closestAbove(rows, first)
}

/** Names in a language that nobody here knows: texts alone, as many as there are cells below. */
function closestAbove(rows: readonly TableRow[], first: number): number {
  const filled = filledIn(rows[first])
  const at = rows.slice(0, first).findLastIndex(row => filledIn(row) > 0)
  const above = rows[at]
  if (above === undefined || filledIn(above) < Math.max(2, filled * 0.6)) {
    return -1
  }
  return above.cells.every(cell => !/^[\s\d.,+-]*\d[\s\d.,+-]*$/.test(cell))
    ? at
    : -1
}

function filledIn(row: TableRow | undefined): number {
  return row?.cells.filter(cell => cell.trim() !== '').length ?? 0
}
