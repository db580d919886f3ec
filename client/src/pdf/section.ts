import { chartHeight, drawChart } from './charts/draw-chart.ts'
import type { PdfPart, PdfSection } from './content.ts'
import type { Flow } from './flow.ts'
import { colours, sizes } from './look.ts'
import { drawTable, tableStart } from './table.ts'

const heading = {
  size: sizes.heading,
  isStrong: true,
  colour: colours.ink,
} as const
const answer = { size: sizes.answer, colour: colours.ink } as const
const note = { size: sizes.body, colour: colours.quiet } as const
const partName = {
  size: sizes.body,
  isStrong: true,
  colour: colours.accent,
} as const
const between = 34

/** Where something begins. */
export type Begin = { readonly page: number; readonly top: number }

/** A question, its answer, the drawing and the table; the first of a part below the part's name. */
export function drawSection(
  flow: Flow,
  section: PdfSection,
  part: PdfPart,
): Begin {
  const { pen } = flow
  const isFirst = part.sections[0] === section
  const head = pen.lines(section.question, flow.width, heading, 3)
  const said = pen.lines(section.answer, flow.width, answer, 6)
  const noted = section.notes.flatMap(each =>
    pen.lines(each, flow.width, note, 4),
  )
  const { chart, table } = section
  const words =
    (isFirst ? 20 : 0) +
    head.length * 21 +
    said.length * 15 +
    noted.length * 13 +
    16
  const height = chart === undefined ? 0 : chartHeight(chart)
  const drawn = height === 0 ? 0 : height + 14
  const start = table === undefined ? 0 : tableStart(table)
  if (!flow.isAtTop) {
    flow.y += between
    flow.keep(words + drawn + start)
  }
  const begin = { page: pen.pages, top: flow.y - 12 }
  if (isFirst) {
    pen.text(part.title, flow.left, flow.y + 8, partName)
    flow.y += 20
  }
  for (const each of head) {
    pen.text(each, flow.left, flow.y + 15, heading)
    flow.y += 21
  }
  flow.y += 4
  for (const each of said) {
    pen.text(each, flow.left, flow.y + 10, answer)
    flow.y += 15
  }
  for (const each of noted) {
    pen.text(each, flow.left, flow.y + 9, note)
    flow.y += 13
  }
  flow.y += 12
  if (chart !== undefined) {
    drawChart(flow, chart, { x: flow.left, y: flow.y }, flow.width)
    flow.y += drawn
  }
  if (table !== undefined && table.rows.length > 0) drawTable(flow, table)
  return begin
}
