import { along, axisFor, type Axis } from '../axis.ts'
import type { ColumnsChart } from '../content.ts'
import type { Rect } from '../hatch.ts'
import { colours } from '../look.ts'
import {
  drawLegend,
  drawTicks,
  fillsOf,
  nameLook,
  tickLook,
  ticksWidth,
  type Canvas,
} from './canvas.ts'

/** Of the room of a column, what its bars take. */
const filled = 0.68
const widest = 30
/** Room to the right for the names of what is stacked. */
const beside = 118
const labelLine = 9.5
const meanLook = {
  ...nameLook,
  isStrong: true,
  colour: colours.accent,
} as const

export function columnsHeight(): number {
  return 178
}

export function drawColumns(
  canvas: Canvas,
  chart: ColumnsChart,
  frame: Rect,
): void {
  const { pen, text } = canvas
  const { labels, series, line, mean } = chart
  const axis = axisFor([
    ...(chart.isStacked
      ? stackEnds(chart)
      : series.flatMap(({ minors }) => minors)),
    ...(line?.minors ?? []),
    ...(mean === undefined ? [] : [mean.minor]),
  ])
  const hasNames = chart.isStacked && series.length > 1
  const hasLegend = !hasNames && (series.length > 1 || line !== undefined)
  const left = ticksWidth(canvas, axis)
  const below = labels.some(label => label.includes('\n')) ? 2 : 1
  const meanLines = mean ? [mean.name, text.compact(mean.minor)] : []
  const meanWidth = Math.max(
    0,
    ...meanLines.map(each => pen.widthOf(each, meanLook) + 6),
  )
  const plot = {
    x: frame.x + left,
    y: frame.y + (hasLegend ? 26 : 12),
    width: frame.width - left - (hasNames ? beside : meanWidth),
    height: frame.height - (hasLegend ? 26 : 12) - below * labelLine - 5,
  }
  drawTicks(canvas, plot, axis)
  const room = plot.width / Math.max(1, labels.length)
  if (chart.isStacked) drawStacks(canvas, chart, plot, axis, room)
  else drawSideBySide(canvas, chart, plot, axis, room)
  if (mean !== undefined) {
    const y = plot.y + plot.height * (1 - along(axis, mean.minor))
    const to = plot.x + plot.width
    const stroke = { width: 0.9, dashes: [3, 2] }
    pen.line(
      { x: plot.x, y },
      { x: to, y },
      { ...stroke, colour: colours.white },
    )
    pen.line(
      { x: plot.x + 3, y },
      { x: to, y },
      { ...stroke, colour: colours.accent },
    )
    meanLines.forEach((each, at) => {
      pen.text(each, to + 6, y - 1 + at * 9, meanLook)
    })
  }
  if (!chart.isStacked && series.length === 1) {
    drawAmounts(canvas, series[0]?.minors ?? [], plot, axis, room)
  }
  if (line !== undefined) {
    const points = line.minors.map((minor, at) => ({
      x: plot.x + room * (at + 0.5),
      y: plot.y + plot.height * (1 - along(axis, minor)),
    }))
    pen.way(points, { colour: colours.white, width: 3.4 })
    pen.way(points, { colour: colours.ink, width: 1.4 })
    for (const { x, y } of points) {
      pen.dot(x, y, 2.6, colours.white)
      pen.dot(x, y, 1.8, colours.ink)
    }
  }
  drawLabels(canvas, labels, plot, room)
  const names = fillsOf(series).map((fill, at) => ({
    name: series[at]?.name ?? '',
    fill,
  }))
  if (hasLegend) {
    const all =
      line === undefined ? [] : [{ name: line.name, fill: 'line' as const }]
    drawLegend(canvas, [...names, ...all], plot.x, frame.y + 8)
  }
  if (!hasNames) return
  const x = plot.x + plot.width + 12
  names.toReversed().forEach(({ name, fill }, at) => {
    const y = plot.y + 8 + at * 13
    pen.box(x, y - 6.5, 12, 7.5, fill)
    pen.text(pen.fit(name, beside - 30, nameLook), x + 17, y, nameLook)
  })
}

function drawSideBySide(
  { pen }: Canvas,
  { series }: ColumnsChart,
  plot: Rect,
  axis: Axis,
  room: number,
): void {
  const zero = plot.y + plot.height * (1 - along(axis, 0))
  const all = Math.min(room * filled, widest * series.length)
  const width = all / series.length
  fillsOf(series).forEach((fill, place) => {
    series[place]?.minors.forEach((minor, at) => {
      const x = plot.x + room * (at + 0.5) - all / 2 + width * place
      const y = plot.y + plot.height * (1 - along(axis, minor))
      pen.box(x, Math.min(y, zero), width - 0.6, Math.abs(y - zero), fill)
    })
  })
}

/** Above each column, or below where it goes down; on paper of its own, as lines run there. */
function drawAmounts(
  { pen, text }: Canvas,
  minors: readonly number[],
  plot: Rect,
  axis: Axis,
  room: number,
): void {
  const look = { ...nameLook, align: 'center' } as const
  const words = minors.map(minor => text.compact(minor))
  const widths = words.map(each => pen.widthOf(each, look))
  // All of them or none: a gap would look like nothing.
  if (Math.max(...widths) > room - 3) return
  minors.forEach((minor, at) => {
    if (minor === 0) return
    const x = plot.x + room * (at + 0.5)
    const y = plot.y + plot.height * (1 - along(axis, minor))
    const below = minor < 0 ? y + 9 : y - 3.5
    const width = (widths[at] ?? 0) + 3
    pen.box(x - width / 2, below - 6.2, width, 7.4, { colour: colours.white })
    pen.text(words[at] ?? '', x, below, look)
  })
}

function drawStacks(
  { pen }: Canvas,
  { series, labels }: ColumnsChart,
  plot: Rect,
  axis: Axis,
  room: number,
): void {
  const width = Math.min(room * filled, widest)
  const given = fillsOf(series)
  labels.forEach((_, at) => {
    let above = 0
    let below = 0
    series.forEach(({ minors }, place) => {
      const minor = minors[at] ?? 0
      const from = minor < 0 ? below : above
      const to = from + minor
      if (minor < 0) below = to
      else above = to
      const ends = [from, to].map(
        each => plot.y + plot.height * (1 - along(axis, each)),
      )
      const top = Math.min(...ends)
      const height = Math.max(...ends) - top
      const x = plot.x + room * (at + 0.5) - width / 2
      // A line of paper between what lies on each other.
      const line = height > 2 ? 0.7 : 0
      pen.box(
        x,
        top,
        width,
        height - line,
        given[place] ?? { colour: colours.rest },
      )
    })
  })
}

function drawLabels(
  { pen }: Canvas,
  labels: readonly string[],
  plot: Rect,
  room: number,
): void {
  const look = { ...tickLook, align: 'center' } as const
  const widths = labels.flatMap(label =>
    label.split('\n').map(each => pen.widthOf(each, look) + 4),
  )
  // Every second, third … where they would run into each other.
  const step = Math.max(1, Math.ceil(Math.max(...widths, 0) / room))
  labels.forEach((label, at) => {
    if (at % step !== 0) return
    label.split('\n').forEach((each, below) => {
      const y = plot.y + plot.height + 11 + below * labelLine
      pen.text(each, plot.x + room * (at + 0.5), y, {
        ...look,
        isStrong: below > 0,
      })
    })
  })
}

/** How far up and down each stack goes. */
function stackEnds({ series, labels }: ColumnsChart): readonly number[] {
  return labels.flatMap((_, at) => {
    const minors = series.map(each => each.minors[at] ?? 0)
    const sum = (list: readonly number[]) =>
      list.reduce((all, each) => all + each, 0)
    return [
      sum(minors.filter(each => each > 0)),
      sum(minors.filter(each => each < 0)),
    ]
  })
}
