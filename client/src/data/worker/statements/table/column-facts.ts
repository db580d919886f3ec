import { currencyOf } from '../currency-words.ts'
import { isOwnId } from './own-id.ts'
import { findDay } from './read-day.ts'
import { isDash, numberIn } from '../read-minor.ts'
import { isDirectionWord } from './row-words.ts'
import type { TableRow } from './table.ts'

/** What stands in a column of the first rows: how many of its cells are what. */
export type ColumnFacts = {
  readonly rows: number
  readonly filled: number
  readonly days: number
  readonly amounts: number
  /** Amounts with cents or a sign, as numbers of things have none. */
  readonly sums: number
  readonly negatives: number
  readonly currencies: number
  readonly directions: number
  /** Ids of our own transactions. */
  readonly ownIds: number
  readonly different: number
  readonly letters: number
}

export function factsOf(rows: readonly TableRow[], at: number): ColumnFacts {
  const facts = {
    rows: rows.length,
    filled: 0,
    days: 0,
    amounts: 0,
    sums: 0,
    negatives: 0,
    currencies: 0,
    directions: 0,
    ownIds: 0,
    letters: 0,
  }
  const different = new Set<string>()
  for (const { cells, numbers } of rows) {
    const cell = (cells[at] ?? '').trim()
    if (cell === '' || isDash(cell)) continue
    facts.filled += 1
    different.add(cell)
    if (findDay(cell, 'UTC') !== undefined) facts.days += 1
    if (numbers?.has(at) === true || numberIn(cell) !== undefined) {
      facts.amounts += 1
      if (/[-\u2212(]|[.,]\d{1,2}\b/.test(cell)) facts.sums += 1
      if (/[-\u2212(]/.test(cell)) facts.negatives += 1
    }
    if (cell.length < 5 && typeof currencyOf(cell) === 'string') {
      facts.currencies += 1
    }
    if (cell.length < 30 && isDirectionWord(cell)) facts.directions += 1
    if (isOwnId(cell)) facts.ownIds += 1
    facts.letters += cell.replace(/\P{L}+/gu, '').length
  }
  return { ...facts, different: different.size }
}
