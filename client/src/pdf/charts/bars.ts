import { along } from '../axis.ts'
import type { BarsChart } from '../content.ts'
import type { Rect } from '../hatch.ts'
import { colours, fills, sizes } from '../look.ts'
import { drawLegend, type Canvas } from './canvas.ts'

const row = { alone: 19, compared: 24 }
const name = { size: sizes.table, colour: colours.ink } as const
const amount = {
  size: sizes.table,
  colour: colours.ink,
  isStrong: true,
} as const
const note = { size: sizes.small, colour: colours.quiet } as const

export function barsHeight(chart: BarsChart): number {
  const { bars, beforeName } = chart
  const of = beforeName === undefined ? row.alone : row.compared
  return bars.length * of + (beforeName === undefined ? 6 : 22)
}

export function drawBars(canvas: Canvas, chart: BarsChart, frame: Rect): void {
  const { pen, text } = canvas
  const { bars, tone, beforeName } = chart
  const height = beforeName === undefined ? row.alone : row.compared
  const widest = Math.max(0, ...bars.map(bar => pen.widthOf(bar.name, name)))
  const names = Math.min(widest, frame.width * 0.3) + 10
  const amounts = bars.map(bar => text.money(bar.minor))
  const behind = Math.max(0, ...amounts.map(each => pen.widthOf(each, amount)))
  const notes = Math.max(
    0,
    ...bars.map(bar => pen.widthOf(bar.note ?? '', note)),
  )
  const room = frame.width - names - behind - notes - 20
  const ends = bars.flatMap(({ minor, beforeMinor = 0 }) => [
    minor,
    beforeMinor,
  ])
  // To the longest bar, whatever number that is: each has its own beside it.
  const scale = { from: Math.min(0, ...ends), to: Math.max(1, ...ends) }
  const zero = frame.x + names + room * along(scale, 0)
  bars.forEach((bar, at) => {
    const top = frame.y + 4 + at * height
    const middle = top + height / 2 + 2.5
    pen.text(pen.fit(bar.name, names - 10, name), frame.x, middle, name)
    const to = frame.x + names + room * along(scale, bar.minor)
    pen.box(Math.min(zero, to), top + 3, Math.abs(to - zero), 11, fills[tone])
    if (bar.beforeMinor !== undefined) {
      const before = frame.x + names + room * along(scale, bar.beforeMinor)
      pen.box(
        Math.min(zero, before),
        top + 15.5,
        Math.abs(before - zero),
        4,
        fills.rest,
      )
    }
    const end = Math.max(zero, to) + 6
    pen.text(amounts[at] ?? '', end, middle, amount)
    if (bar.note === undefined) return
    pen.text(
      bar.note,
      end + pen.widthOf(amounts[at] ?? '', amount) + 6,
      middle,
      note,
    )
  })
  const last = frame.y + 4 + bars.length * height
  pen.line(
    { x: zero, y: frame.y + 4 },
    { x: zero, y: last },
    { colour: colours.ink, width: 0.8 },
  )
  if (beforeName === undefined) return
  drawLegend(
    canvas,
    [{ name: beforeName, fill: fills.rest }],
    frame.x + names,
    last + 13,
  )
}
