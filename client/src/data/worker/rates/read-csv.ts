import Papa from 'papaparse'
import { currencyPattern } from '@ourmoney/shared/money/currencies.ts'
import type { DayRow } from '@ourmoney/shared/rate/day-rates.ts'
import {
  longestPiece,
  RatesFileError,
  type Days,
  type TextPiece,
} from './rates-file.ts'

type Head = {
  readonly delimiter: string
  /** Currency of each column; empty for the date's and for others. */
  readonly quotes: readonly string[]
}

/**
 * The wide form `Date,USD,JPY,…`: a line for each day, a column for each
 * currency, numbers for one euro, perhaps a comma after the last.
 */
export async function* readCsvDays(pieces: AsyncIterable<TextPiece>): Days {
  let head: Head | undefined
  for await (const { line, text, bytesRead } of linesOf(pieces)) {
    if (text.trim() === '') continue
    if (head === undefined) head = readHead(text, line)
    else yield { row: readLine(text, line, head), bytesRead }
  }
  if (head === undefined) throw new RatesFileError('not-rates', 1)
}

async function* linesOf(pieces: AsyncIterable<TextPiece>) {
  let rest = ''
  let line = 0
  let read = 0
  for await (const { text, bytesRead } of pieces) {
    read = bytesRead
    const lines = (rest + text).split(lineEnd)
    rest = lines.pop() ?? ''
    for (const each of [...lines, rest]) {
      if (each.length <= longestPiece) continue
      throw new RatesFileError('not-rates', line + 1, each)
    }
    for (const each of lines) yield { line: (line += 1), text: each, bytesRead }
  }
  yield { line: line + 1, text: rest, bytesRead: read }
}

// A lone carriage return at the end of a piece may be half of a line end.
const lineEnd = /\r\n|\n|\r(?!$)/

function readHead(text: string, line: number): Head {
  const { data, meta } = Papa.parse<string[]>(text)
  const names = (data[0] ?? []).map(name => name.trim())
  const quotes = names.map(name => (currencyPattern.test(name) ? name : ''))
  const isRates = quotes.some(quote => quote !== '')
  if (names[0]?.toLowerCase() !== 'date' || !isRates) {
    throw new RatesFileError('not-rates', line, text)
  }
  // Numbers for one of something else would be taken for euros.
  if (quotes.includes('EUR')) {
    throw new RatesFileError('not-in-euros', line, text)
  }
  return { delimiter: meta.delimiter, quotes }
}

function readLine(
  text: string,
  line: number,
  { delimiter, quotes }: Head,
): DayRow {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter })
  const cells = data[0] ?? []
  const isOpen = errors.some(({ type }) => type === 'Quotes')
  if (isOpen || cells.length < quotes.length) {
    throw new RatesFileError('cut-short', line, text)
  }
  return {
    line,
    date: cells[0] ?? '',
    cells: quotes.flatMap((quote, column) => {
      if (quote === '') return []
      const cell = cells[column] ?? ''
      // Between semicolons the comma is the decimal mark.
      return { quote, text: delimiter === ';' ? cell.replace(',', '.') : cell }
    }),
  }
}
