import type {
  ReadChoices,
  StatementIssue,
} from '@ourmoney/shared/statement/statement.ts'
import type { Columns } from './columns-of.ts'
import { foldName } from './fold-name.ts'
import {
  isDash,
  readMinor,
  readPlainMinor,
  type AmountFound,
} from '../read-minor.ts'
import { isOwnRow } from './row-names.ts'
import { textAt } from './row-texts.ts'
import type { TableRow } from './table.ts'

type RowAmount =
  | { readonly minor: number; readonly currency?: string | undefined }
  | { readonly code: StatementIssue['code']; readonly found: string }

/** Reads what a row moved and what was there after it, in minor units. */
export function createAmounts(choices: ReadChoices, columns: Columns) {
  const mark = choices.decimalMark ?? '.'
  const outWords = new Set(
    choices.isSigned === true ? [] : (choices.outWords ?? []).map(wordKey),
  )
  const sides = [columns.amount, columns.in, columns.out]

  return { amountOf, balanceOf }

  function amountOf(row: TableRow, currency: string): RowAmount {
    const { cells } = row
    const found: (AmountFound | undefined)[] = []
    for (const at of sides) {
      const text = textAt(cells, at)
      const amount = text === '' ? undefined : minorAt(row, at, currency)
      if (text !== '' && amount === undefined && !isDash(text)) {
        return { code: 'not-an-amount', found: text }
      }
      found.push(amount)
    }
    const [amount, into, out] = found
    const own = (amount ?? into ?? out)?.currency
    if (amount !== undefined) {
      const word = wordKey(textAt(cells, columns.direction))
      // Ours have the sign of the account, also of what comes back of an expense.
      const isWord = outWords.has(word) && !isOwnRow(cells, columns)
      const isOut = amount.isOut || isWord
      const minor = isOut ? -Math.abs(amount.minor) : amount.minor
      return { minor: turned(minor), currency: own }
    }
    if (into === undefined && out === undefined) {
      const isShort = isShorter(cells, Math.max(...sides), choices)
      return { code: isShort ? 'too-few-cells' : 'no-amount', found: '' }
    }
    const minor = (into?.minor ?? 0) - Math.abs(out?.minor ?? 0)
    return { minor: turned(minor), currency: own }
  }

  function minorAt(
    row: TableRow,
    at: number,
    currency: string,
  ): AmountFound | undefined {
    const text = textAt(row.cells, at)
    return row.numbers?.has(at) === true
      ? readPlainMinor(text, currency)
      : readMinor(text, mark, currency)
  }

  function turned(minor: number): number {
    // Adding 0 makes the zero of a negative whole an ordinary one.
    return (choices.isTurned === true ? -minor : minor) + 0
  }

  function balanceOf(row: TableRow, currency: string) {
    const found =
      columns.balance < 0 ? undefined : minorAt(row, columns.balance, currency)
    if (found === undefined) return {}
    return { balance: found.isOut ? -Math.abs(found.minor) : found.minor }
  }
}

/** A sheet or a record leaves out what is empty; a line does not. */
export function isShorter(
  cells: readonly string[],
  than: number,
  { delimiter }: ReadChoices,
): boolean {
  return delimiter !== undefined && cells.length <= than
}

/** How a word of direction is compared. */
function wordKey(word: string): string {
  return foldName(word) || word.trim()
}
