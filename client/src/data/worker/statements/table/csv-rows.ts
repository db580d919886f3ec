import Papa, { type ParseResult } from 'papaparse'
import type { TableRow } from './table.ts'

/** A longer record is one whose quotes were never closed. */
const longestRecord = 64 * 1024
/** Lines with broken quotes, before quotes are taken for letters like others. */
const mostBroken = 200

/**
 * The records of a text with the lines they begin in. Where a quote is not
 * closed its line is broken and the next one starts afresh, so that one line
 * never takes others with it.
 */
export async function* csvRows(
  pieces: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<readonly TableRow[]> {
  const reading = createReading(delimiter)
  for await (const piece of withPlainLineEnds(pieces)) {
    yield reading.add(piece)
  }
  yield reading.end()
}

function createReading(delimiter: string) {
  const plain = new Papa.Parser({ delimiter, newline: '\n', fastMode: true })
  let rest = ''
  let line = 1
  let broken = 0
  /** In the middle of a line that is too long for anything. */
  let isSkipping = false

  /** Whole records at the start of `rest`, taken off it. */
  function takeRecords(): TableRow[] {
    return broken > mostBroken || !rest.includes('"')
      ? takePlain()
      : takeQuoted()
  }

  function takePlain(): TableRow[] {
    const { data, meta }: ParseResult<string[]> = plain.parse(rest, 0, true)
    rest = rest.slice(meta.cursor)
    return data.map(cells => ({ row: line++, cells }))
  }

  function takeQuoted(): TableRow[] {
    const rows: TableRow[] = []
    let taken = 0
    let isBroken = false
    const parser = new Papa.Parser({
      delimiter,
      newline: '\n',
      step: ({ data, errors, meta }) => {
        const cells = data[0] ?? []
        const lines = linesIn(cells)
        if (lines > 1 && errors.length > 0) {
          isBroken = true
          parser.abort()
          return
        }
        rows.push({ row: line, cells })
        line += lines
        taken = meta.cursor
      },
    })
    parser.parse(rest, 0, true)
    rest = rest.slice(taken)
    return isBroken ? [...rows, breakLine(), ...takeRecords()] : rows
  }

  /** The first line of `rest`, whose quotes are not in pairs. */
  function breakLine(): TableRow {
    const end = rest.indexOf('\n')
    const text = end < 0 ? rest : rest.slice(0, end)
    rest = end < 0 ? '' : rest.slice(end + 1)
    broken += 1
    return {
      row: line++,
      cells: text.slice(0, 1_000).split(delimiter),
      broken: end < 0 ? 'cut-short' : 'not-a-record',
    }
  }

  function skipLine(): TableRow {
    const cells = [rest.slice(0, 1_000)]
    rest = ''
    isSkipping = true
    return { row: line, cells, broken: 'too-long' }
  }

  return {
    add(piece: string): readonly TableRow[] {
      let text = piece
      if (isSkipping) {
        const end = text.indexOf('\n')
        if (end < 0) return []
        text = text.slice(end + 1)
        line += 1
        isSkipping = false
      }
      rest += text
      const rows = takeRecords()
      while (rest.length > longestRecord) {
        if (!rest.includes('\n')) return [...rows, skipLine()]
        rows.push(breakLine(), ...takeRecords())
      }
      return rows
    },
    end(): readonly TableRow[] {
      if (isSkipping) return []
      const rows: TableRow[] = []
      while (rest !== '') {
        rows.push(...takeRecords())
        if (rest === '') break
        const { data, errors }: ParseResult<string[]> = new Papa.Parser({
          delimiter,
          newline: '\n',
          fastMode: broken > mostBroken ? true : undefined,
        }).parse(rest, 0, false)
        const cells = data[0] ?? []
        const isOpen = errors.some(({ code }) => code === 'MissingQuotes')
        if (isOpen || (errors.length > 0 && linesIn(cells) > 1)) {
          rows.push(breakLine())
        } else {
          rows.push({ row: line, cells, isOpen: true })
          rest = ''
        }
      }
      return rows
    },
  }
}

/** A lone carriage return at the end of a piece may be half of a line end. */
async function* withPlainLineEnds(
  pieces: AsyncIterable<string>,
): AsyncGenerator<string> {
  let held = ''
  for await (const piece of pieces) {
    const text = held + piece
    held = text.endsWith('\r') ? '\r' : ''
    const whole = held === '' ? text : text.slice(0, -1)
    yield whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole
  }
  if (held !== '') yield '\n'
}

function linesIn(cells: readonly string[]): number {
  let lines = 1
  for (const cell of cells) {
    for (
      let at = cell.indexOf('\n');
      at >= 0;
      at = cell.indexOf('\n', at + 1)
    ) {
      lines += 1
    }
  }
  return lines
}
