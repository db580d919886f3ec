import { chartHeight, drawChart } from './charts/draw-chart.ts'
import type { PdfCover, PdfFigure } from './content.ts'
import type { Flow } from './flow.ts'
import { colours, sizes } from './look.ts'
import type { Pen } from './pen.ts'

const title = {
  size: sizes.title,
  isStrong: true,
  colour: colours.ink,
} as const
const period = { size: 15, colour: colours.quiet } as const
const kind = { size: 10, isStrong: true, colour: colours.accent } as const
const name = { size: sizes.small + 0.5, colour: colours.quiet } as const
const value = { size: 17, isStrong: true, colour: colours.ink } as const
const fact = { size: sizes.body, colour: colours.ink } as const
const heading = {
  size: sizes.body,
  isStrong: true,
  colour: colours.ink,
} as const

/** What it is about and what it comes to, on the first page. */
export function drawCover(flow: Flow, cover: PdfCover): void {
  const { pen, left, right, width } = flow
  drawLogo(pen, left, 48)
  pen.text('OurMoney', left + 34, 66, {
    size: 13,
    isStrong: true,
    colour: colours.ink,
  })
  let y = 150
  pen.text(cover.kind, left, y, kind)
  y += 12
  for (const line of pen.lines(cover.name, width, title, 2)) {
    y += 30
    pen.text(line, left, y, title)
    y += 6
  }
  y += 20
  pen.text(pen.fit(cover.period, width, period), left, y, period)
  y += 22
  pen.box(left, y, 56, 3, { colour: colours.brand })
  y += 34
  y += drawFigures(flow, cover.figures, y) + 28
  if (cover.chart !== undefined) {
    pen.text(cover.chartName, left, y, heading)
    drawChart(flow, cover.chart, { x: left, y: y + 8 }, width)
    y += chartHeight(cover.chart) + 34
  }
  const { bottom } = flow
  for (const { name: words, value: said } of cover.facts) {
    if (y > bottom - 60) break
    const room =
      width - pen.widthOf(words, { ...fact, colour: colours.quiet }) - 16
    pen.text(words, left, y, { ...fact, colour: colours.quiet })
    pen.text(pen.fit(said, room, fact), right, y, { ...fact, align: 'right' })
    pen.line(
      { x: left, y: y + 6.5 },
      { x: right, y: y + 6.5 },
      { colour: colours.line },
    )
    y += 20
  }
  const notes = cover.notes.flatMap(each => pen.lines(each, width, name, 3))
  let below = bottom + 20 - notes.length * 11
  for (const line of notes) {
    pen.text(line, left, below, name)
    below += 11
  }
}

function drawFigures(
  { pen, left, width }: Flow,
  figures: readonly PdfFigure[],
  y: number,
): number {
  const gap = 12
  const height = figures.some(({ note }) => note !== undefined) ? 72 : 54
  const each = (width - gap * (figures.length - 1)) / figures.length
  // All in the size that lets the longest stand.
  const widest = Math.max(
    ...figures.map(figure => pen.widthOf(figure.value, value)),
  )
  const size = Math.min(value.size, (value.size * (each - 20)) / widest)
  figures.forEach((figure, at) => {
    const x = left + at * (each + gap)
    pen.box(x, y, each, height, { colour: colours.tint })
    pen.box(x, y, 2.5, height, {
      colour: at === 0 ? colours.accent : colours.rest,
    })
    pen.text(pen.fit(figure.name, each - 20, name), x + 12, y + 18, name)
    pen.text(figure.value, x + 12, y + 39, { ...value, size })
    const lines = pen.lines(figure.note ?? '', each - 20, name, 2)
    lines.forEach((line, row) => {
      pen.text(line, x + 12, y + 54 + row * 10, { ...name, size: sizes.small })
    })
  })
  return height
}

/** Two coins that share an edge, as on the app's icon. */
function drawLogo(pen: Pen, x: number, y: number): void {
  const of = 26 / 64
  pen.card({ x, y, width: 26, height: 26 }, 6, '#121214')
  const green = { colour: colours.brand, width: 6 * of }
  pen.ring(x + 25 * of, y + 32 * of, 14 * of, green)
  const arc = Array.from({ length: 29 }, (_, at) => {
    const angle = ((-90 + (at * 217) / 28) * Math.PI) / 180
    return {
      x: x + (39 + 14 * Math.cos(angle)) * of,
      y: y + (32 + 14 * Math.sin(angle)) * of,
    }
  })
  pen.way(arc, { colour: '#f4f5f4', width: 6 * of })
}
