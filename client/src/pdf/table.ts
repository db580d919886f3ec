import type { PdfColumn, PdfRow, PdfTable } from './content.ts'
import type { Flow } from './flow.ts'
import { colours, sizes } from './look.ts'
import type { TextLook } from './pen.ts'

/** Columns that stand beside each other, and where. */
type Band = {
  readonly size: number
  readonly places: readonly Place[]
}

type Place = {
  /** Of the column in the table. */
  readonly at: number
  readonly x: number
  readonly width: number
  /** Begins on the left, as words and days do. */
  readonly isLeft: boolean
}

const gap = 12
/** Fewer points than that no text column has. */
const narrowest = 74
const indent = 11
const mostLines = 2
const letterSizes = [sizes.table, sizes.small, sizes.tiny] as const

/** Height of the head with so many rows: what must not be torn from what stands above. */
export function tableStart(table: PdfTable, rows = 3): number {
  return 20 + Math.min(rows, table.rows.length + 1) * 15.5
}

/** Draws the table, over pages if need be, each with its head; columns that do not fit come below. */
export function drawTable(flow: Flow, table: PdfTable): void {
  bandsOf(flow, table).forEach((band, at) => {
    if (at > 0) flow.y += 14
    // What goes on below stays whole, as one looks from the one to the other.
    flow.keep(at > 0 ? wholeHeight(flow, table, band) : tableStart(table))
    drawBand(flow, table, band, at > 0)
  })
}

/** No more than a page has. */
function wholeHeight(flow: Flow, table: PdfTable, band: Band): number {
  const { rows, sum } = table
  const heights = [...rows, ...(sum ? [sum] : [])].map(row =>
    heightOf(linesOf(flow, table, band, row, false), band),
  )
  const height = heights.reduce((all, each) => all + each, 30)
  return Math.min(height, flow.bottom - flow.top)
}

function drawBand(
  flow: Flow,
  table: PdfTable,
  band: Band,
  isContinued: boolean,
): void {
  const { rows, sum } = table
  drawHead(flow, table, band, isContinued)
  rows.forEach((row, at) => {
    const lines = linesOf(flow, table, band, row, false)
    const height = heightOf(lines, band)
    // A sum never stands alone at the top of a page.
    const withSum = sum !== undefined && at === rows.length - 1 ? 20 : 0
    if (flow.keep(height + withSum)) drawHead(flow, table, band, true)
    drawRow(flow, band, row, lines, false)
    flow.y += height
    if (at < rows.length - 1 || sum === undefined) {
      underline(flow, band, colours.line, 0.5)
    }
  })
  if (sum === undefined) return
  underline(flow, band, colours.ink, 0.8)
  const lines = linesOf(flow, table, band, sum, true)
  drawRow(flow, band, sum, lines, true)
  flow.y += heightOf(lines, band)
}

function drawHead(
  flow: Flow,
  { columns }: PdfTable,
  { places, size }: Band,
  isContinued: boolean,
): void {
  const look = headLook(size)
  const heads = places.map(({ at, width }, place) => {
    const name = columns[at]?.name ?? ''
    const longer = `${name} ${flow.words.continued}`
    const hasRoom = flow.pen.widthOf(longer, look) <= width
    const words = isContinued && place === 0 && hasRoom ? longer : name
    return flow.pen.lines(words, width, look, 2)
  })
  const most = Math.max(1, ...heads.map(({ length }) => length))
  places.forEach(({ x, width, isLeft }, place) => {
    const lines = heads[place] ?? []
    lines.forEach((line, at) => {
      // What has one line stands on the same as the last of two.
      const below = most - lines.length + at + 1
      const end = isLeft ? x : x + width
      flow.pen.text(line, end, flow.y + below * (size + 2), {
        ...look,
        align: isLeft ? 'left' : 'right',
      })
    })
  })
  flow.y += most * (size + 2) + 5
  underline(flow, { places, size }, colours.ink, 0.8)
}

type Lines = readonly (readonly string[])[]

function linesOf(
  flow: Flow,
  table: PdfTable,
  { places, size }: Band,
  row: PdfRow,
  isStrong: boolean,
): Lines {
  return places.map(({ at, width }, place) => {
    const words = cellText(flow, table, row, at)
    if (table.columns[at]?.kind !== 'text') return [words]
    const room = width - (place === 0 ? (row.level ?? 0) * indent : 0)
    return flow.pen.lines(words, room, { size, isStrong }, mostLines)
  })
}

function drawRow(
  { pen, y }: Flow,
  { places, size }: Band,
  { level = 0 }: PdfRow,
  lines: Lines,
  isStrong: boolean,
): void {
  places.forEach(({ x, width, isLeft }, place) => {
    const from = x + (place === 0 ? level * indent : 0)
    lines[place]?.forEach((line, at) => {
      pen.text(
        line,
        isLeft ? from : x + width,
        y + 3.5 + size + at * (size + 2.5),
        {
          size,
          isStrong,
          colour: level > 0 ? colours.quiet : colours.ink,
          align: isLeft ? 'left' : 'right',
        },
      )
    })
  })
}

function heightOf(lines: Lines, { size }: Band): number {
  const most = Math.max(1, ...lines.map(({ length }) => length))
  return most * (size + 2.5) + 4.5
}

function underline(
  { pen, y }: Flow,
  { places }: Band,
  colour: string,
  width: number,
): void {
  const from = places[0]?.x ?? 0
  const last = places.at(-1)
  const to = last === undefined ? from : last.x + last.width
  pen.line({ x: from, y }, { x: to, y }, { colour, width })
}

/** All columns beside each other in the largest letters that let them; else in parts, each with the first column. */
function bandsOf(flow: Flow, table: PdfTable): readonly Band[] {
  const all = table.columns.map((_, at) => at)
  for (const size of letterSizes) {
    const widths = naturalWidths(flow, table, size)
    const places = placesOf(flow, table.columns, all, widths)
    if (places !== undefined) return [{ size, places }]
  }
  const size = sizes.small
  const widths = naturalWidths(flow, table, size)
  const [first = 0, ...rest] = all
  const place = (some: readonly number[], isForced = false) =>
    placesOf(flow, table.columns, [first, ...some], widths, isForced)
  // As few parts as can be, all with as many columns.
  for (let count = 2; count < rest.length; count++) {
    const bands = inParts(rest, count).map(some => place(some))
    if (!bands.includes(undefined)) {
      return bands.flatMap(places => (places ? [{ size, places }] : []))
    }
  }
  return rest.map(at => ({ size, places: place([at], true) ?? [] }))
}

function inParts(
  all: readonly number[],
  count: number,
): readonly (readonly number[])[] {
  const each = Math.ceil(all.length / count)
  return Array.from({ length: Math.ceil(all.length / each) }, (_, at) =>
    all.slice(at * each, (at + 1) * each),
  )
}

/** Nothing where they do not fit. */
function placesOf(
  flow: Flow,
  columns: readonly PdfColumn[],
  chosen: readonly number[],
  widths: readonly number[],
  isForced = false,
): readonly Place[] | undefined {
  const isText = (at: number) => columns[at]?.kind === 'text'
  const gaps = gap * (chosen.length - 1)
  const fixed = chosen
    .filter(at => !isText(at))
    .reduce((sum, at) => sum + (widths[at] ?? 0), 0)
  const texts = chosen.filter(isText)
  const room = flow.width - gaps - fixed
  const wished = texts.reduce((sum, at) => sum + (widths[at] ?? 0), 0)
  const least = texts.reduce(
    (sum, at) => sum + Math.min(narrowest, widths[at] ?? 0),
    0,
  )
  if (room < least && !isForced) return undefined
  let x = flow.left
  return chosen.map(at => {
    const natural = widths[at] ?? 0
    // The first text takes what is left, or all texts give some of theirs.
    const spare = at === texts[0] ? Math.max(0, room - wished) : 0
    const given =
      wished > room ? shrunk(natural, wished, room, least) : natural + spare
    const width = isText(at) ? given : Math.min(natural, flow.width)
    const isLeft = isText(at) || columns[at]?.kind === 'date'
    const place = { at, x, width, isLeft }
    x += width + gap
    return place
  })
}

/** Its part of the room, of which it never has less than a text needs. */
function shrunk(
  natural: number,
  wished: number,
  room: number,
  least: number,
): number {
  const own = Math.min(narrowest, natural)
  const above = wished - least
  return above <= 0
    ? own
    : own + ((natural - own) * Math.max(0, room - least)) / above
}

function naturalWidths(
  flow: Flow,
  table: PdfTable,
  size: number,
): readonly number[] {
  const { columns, rows, sum } = table
  const look = { size }
  const strong = { size, isStrong: true }
  return columns.map(({ name, kind }, at) => {
    const head = headWidth(flow, name, size)
    const cells = rows.map(
      row =>
        flow.pen.widthOf(cellText(flow, table, row, at), look) +
        (at === 0 ? (row.level ?? 0) * indent : 0),
    )
    const last =
      sum === undefined
        ? 0
        : flow.pen.widthOf(cellText(flow, table, sum, at), strong)
    const most = Math.max(head, ...cells, last)
    return kind === 'text' ? Math.max(most, narrowest / 2) : most
  })
}

/** In two lines, broken where both are shortest. */
function headWidth({ pen }: Flow, name: string, size: number): number {
  const words = name.split(' ')
  const look = headLook(size)
  const widths = words.map((_, at) =>
    Math.max(
      pen.widthOf(words.slice(0, at + 1).join(' '), look),
      pen.widthOf(words.slice(at + 1).join(' '), look),
    ),
  )
  return Math.min(...widths)
}

function cellText(
  { text }: Flow,
  table: PdfTable,
  row: PdfRow,
  at: number,
): string {
  const column = table.columns[at]
  if (column === undefined) return ''
  return text.cell(row.cells[at], column, row.currency ?? table.currency)
}

function headLook(size: number): TextLook {
  return { size: size - 0.5, isStrong: true, colour: colours.quiet }
}
