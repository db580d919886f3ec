import { along, axisFor } from '../axis.ts'
import type { MultiplesChart } from '../content.ts'
import type { Rect } from '../hatch.ts'
import { colours, fills, sizes } from '../look.ts'
import type { Canvas } from './canvas.ts'

const perRow = 3
const gap = 20
const drawn = 36
const each = 66
const name = { size: sizes.table, colour: colours.ink, isStrong: true } as const
const note = {
  size: sizes.small,
  colour: colours.quiet,
  align: 'right',
} as const
const label = { size: sizes.tiny, colour: colours.quiet } as const

export function multiplesHeight({ charts }: MultiplesChart): number {
  return Math.ceil(charts.length / perRow) * each
}

export function drawMultiples(
  { pen, text }: Canvas,
  { charts, labels, tone }: MultiplesChart,
  frame: Rect,
): void {
  const width = (frame.width - gap * (perRow - 1)) / perRow
  charts.forEach((chart, at) => {
    const x = frame.x + (at % perRow) * (width + gap)
    const y = frame.y + Math.floor(at / perRow) * each
    const words = chart.note ?? ''
    const rest = width - pen.widthOf(words, note) - 6
    pen.text(pen.fit(chart.name, rest, name), x, y + 9, name)
    pen.text(words, x + width, y + 9, note)
    const axis = axisFor(chart.minors, 2)
    const top = y + 15
    const zero = top + drawn * (1 - along(axis, 0))
    const room = width / Math.max(1, labels.length)
    const most = chart.minors.indexOf(Math.max(...chart.minors))
    chart.minors.forEach((minor, step) => {
      const height = top + drawn * (1 - along(axis, minor))
      pen.box(
        x + room * step + room * 0.14,
        Math.min(height, zero),
        room * 0.72,
        Math.abs(height - zero),
        fills[tone],
      )
    })
    pen.line(
      { x, y: zero },
      { x: x + width, y: zero },
      { colour: colours.ink, width: 0.8 },
    )
    const below = y + 15 + drawn + 8
    const first = labels[0]?.split('\n')[0] ?? ''
    const last = labels.at(-1)?.split('\n')[0] ?? ''
    pen.text(first, x, below, label)
    pen.text(last, x + width, below, { ...label, align: 'right' })
    const highest = labels[most]?.split('\n')[0]
    if (highest === undefined || (chart.minors[most] ?? 0) <= 0) return
    const told = `${highest} ${text.compact(chart.minors[most] ?? 0)}`
    const half = pen.widthOf(told, label) / 2
    const middle = x + room * (most + 0.5)
    const ends = [first, last].map(words => pen.widthOf(words, label) + 5)
    // Where the first or the last is, its name would stand on this one.
    const from = x + (ends[0] ?? 0) + half
    const to = x + width - (ends[1] ?? 0) - half
    if (from > to) return
    pen.text(told, Math.min(to, Math.max(from, middle)), below, {
      ...label,
      colour: colours.ink,
      align: 'center',
    })
  })
}
