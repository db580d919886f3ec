import type { MetersChart } from '../content.ts'
import type { Rect } from '../hatch.ts'
import { colours, fills, sizes } from '../look.ts'
import type { Canvas } from './canvas.ts'

const row = 27
const name = { size: sizes.table, colour: colours.ink, isStrong: true } as const
const note = {
  size: sizes.table,
  colour: colours.quiet,
  align: 'right',
} as const

export function metersHeight({ meters }: MetersChart): number {
  return meters.length * row + 4
}

export function drawMeters(
  { pen }: Canvas,
  { meters }: MetersChart,
  frame: Rect,
): void {
  meters.forEach((meter, at) => {
    const { minor, ofMinor, isLimit, pace } = meter
    const y = frame.y + at * row
    const right = frame.x + frame.width
    const words = pen.widthOf(meter.note, note)
    pen.text(
      pen.fit(meter.name, frame.width - words - 12, name),
      frame.x,
      y + 9,
      name,
    )
    pen.text(meter.note, right, y + 9, note)
    const share = ofMinor > 0 ? Math.max(0, minor) / ofMinor : minor > 0 ? 1 : 0
    const isOver = isLimit && (ofMinor > 0 ? minor > ofMinor : minor > 0)
    // What is over is drawn within the same length, so that rows can be compared.
    const whole = isOver && ofMinor > 0 ? frame.width / share : frame.width
    pen.box(frame.x, y + 14, frame.width, 7, { colour: '#e4e9e6' })
    const done = isOver
      ? ofMinor > 0
        ? whole
        : 0
      : frame.width * Math.min(1, share)
    pen.box(frame.x, y + 14, done, 7, fills.accent)
    if (isOver)
      pen.box(frame.x + done, y + 14, frame.width - done, 7, fills.over)
    if (pace === undefined || isOver) return
    const x = frame.x + frame.width * Math.min(1, Math.max(0, pace))
    pen.line(
      { x, y: y + 12 },
      { x, y: y + 23 },
      { colour: colours.ink, width: 1.2 },
    )
  })
}
