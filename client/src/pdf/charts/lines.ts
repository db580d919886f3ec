import { along, axisFor } from '../axis.ts'
import type { LinesChart } from '../content.ts'
import type { Rect } from '../hatch.ts'
import { colours, sizes } from '../look.ts'
import {
  apart,
  drawTicks,
  nameLook,
  tickLook,
  ticksWidth,
  type Canvas,
} from './canvas.ts'

const beside = 110
const strokes = [
  { colour: colours.ink, width: 1.8 },
  { colour: colours.accent, width: 1.6 },
  { colour: colours.ink, width: 1.2, dashes: [4, 2] },
  { colour: colours.accent, width: 1.2, dashes: [1.5, 1.5] },
  { colour: colours.quiet, width: 1.6 },
  { colour: colours.quiet, width: 1.2, dashes: [5, 2, 1, 2] },
]

export function linesHeight(): number {
  return 178
}

export function drawLines(
  canvas: Canvas,
  { labels, series, band }: LinesChart,
  frame: Rect,
): void {
  const { pen } = canvas
  const axis = axisFor([
    ...series.flatMap(({ minors }) => minors),
    ...(band?.lowMinors ?? []),
    ...(band?.highMinors ?? []),
  ])
  const left = ticksWidth(canvas, axis)
  const plot = {
    x: frame.x + left,
    y: frame.y + 8,
    width: frame.width - left - beside,
    height: frame.height - 8 - 24,
  }
  const xOf = (at: number) =>
    plot.x + (plot.width * (at + 0.5)) / Math.max(1, labels.length)
  const yOf = (minor: number) => plot.y + plot.height * (1 - along(axis, minor))
  if (band !== undefined) {
    const high = band.highMinors.map((minor, at) => ({
      x: xOf(band.from + at),
      y: yOf(minor),
    }))
    const low = band.lowMinors.map((minor, at) => ({
      x: xOf(band.from + at),
      y: yOf(minor),
    }))
    pen.area([...high, ...low.toReversed()], '#dcebe4')
    pen.way(high, { colour: colours.accent, width: 0.6, dashes: [2, 1.5] })
    pen.way(low, { colour: colours.accent, width: 0.6, dashes: [2, 1.5] })
  }
  drawTicks(canvas, plot, axis)
  series.forEach(({ minors }, at) => {
    const points = minors.map((minor, step) => ({
      x: xOf(step),
      y: yOf(minor),
    }))
    const stroke = strokes[at % strokes.length] ?? { colour: colours.ink }
    pen.way(points, stroke)
    const end = points.at(-1)
    if (end !== undefined) pen.dot(end.x, end.y, 2.2, stroke.colour)
  })
  const ends = [
    ...series.map(({ name, minors }, at) => ({
      name,
      y: yOf(minors.at(-1) ?? 0),
      colour: strokes[at % strokes.length]?.colour ?? colours.ink,
    })),
    ...(band === undefined
      ? []
      : [
          {
            name: band.name,
            y:
              (yOf(band.highMinors.at(-1) ?? 0) +
                yOf(band.lowMinors.at(-1) ?? 0)) /
              2,
            colour: colours.accent,
          },
        ]),
  ].toSorted((a, b) => a.y - b.y)
  const heights = apart(
    ends.map(({ y }) => y),
    11,
    plot.y + 3,
    plot.y + plot.height,
  )
  ends.forEach(({ name, y, colour }, at) => {
    const x = plot.x + plot.width + 10
    const height = heights[at] ?? y
    const last = { x: plot.x + plot.width - plot.width / labels.length / 2, y }
    pen.line(last, { x: x - 2, y: height }, { colour: colours.line })
    pen.text(pen.fit(name, beside - 12, nameLook), x, height + 2.6, {
      ...nameLook,
      isStrong: true,
      colour,
    })
  })
  const room = plot.width / Math.max(1, labels.length)
  const widest = Math.max(
    0,
    ...labels.flatMap(label =>
      label.split('\n').map(each => pen.widthOf(each, tickLook) + 4),
    ),
  )
  const step = Math.max(1, Math.ceil(widest / room))
  labels.forEach((label, at) => {
    if (at % step !== 0) return
    label.split('\n').forEach((each, below) => {
      pen.text(each, xOf(at), plot.y + plot.height + 11 + below * 9.5, {
        size: sizes.small,
        colour: colours.quiet,
        align: 'center',
      })
    })
  })
}
