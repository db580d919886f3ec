import type { HeatChart } from '../content.ts'
import type { Rect } from '../hatch.ts'
import { colours, sizes } from '../look.ts'
import { nameLook, tickLook, type Canvas } from './canvas.ts'

const cell = 17
const head = 28
const foot = 20
const names = 112

export function heatHeight({ rows }: HeatChart): number {
  return head + rows.length * cell + foot
}

export function drawHeat(
  { pen, text }: Canvas,
  { labels, groups, rows, markName }: HeatChart,
  frame: Rect,
): void {
  const left = frame.x + names
  const width = (frame.width - names) / Math.max(1, labels.length)
  let before = 0
  for (const { name, count } of groups) {
    const x = left + before * width
    pen.text(pen.fit(name, width * count - 6, nameLook), x + 4, frame.y + 9, {
      ...nameLook,
      isStrong: true,
    })
    if (before > 0) {
      const end = frame.y + head + rows.length * cell
      pen.line(
        { x, y: frame.y + 2 },
        { x, y: end },
        { colour: colours.quiet, width: 0.6 },
      )
    }
    before += count
  }
  labels.forEach((label, at) => {
    pen.text(
      pen.fit(label, width, tickLook),
      left + (at + 0.5) * width,
      frame.y + 22,
      {
        ...tickLook,
        size: sizes.tiny,
        align: 'center',
      },
    )
  })
  const most = Math.max(1, ...rows.flatMap(({ minors }) => minors))
  rows.forEach(({ name, minors, marks }, row) => {
    const y = frame.y + head + row * cell
    pen.text(pen.fit(name, names - 10, nameLook), frame.x, y + 11.5, nameLook)
    minors.forEach((minor, at) => {
      const x = left + at * width
      const depth = Math.sqrt(Math.max(0, minor) / most)
      const box = [x + 0.75, y + 0.75, width - 1.5, cell - 1.5] as const
      pen.box(...box, { colour: minor > 0 ? shade(depth) : colours.tint })
      if (marks[at] === true) {
        const stroke = { colour: colours.ink, width: 1.3 }
        const [a, b, c, d] = box
        const corners = [
          { x: a, y: b },
          { x: a + c, y: b },
          { x: a + c, y: b + d },
          { x: a, y: b + d },
          { x: a, y: b - 0.65 },
        ]
        pen.way(corners, stroke)
      }
      if (minor === 0) return
      const look = {
        size: sizes.tiny,
        colour: depth > 0.55 ? colours.white : colours.ink,
        align: 'center',
      } as const
      const words = text.compact(minor)
      if (pen.widthOf(words, look) > width - 3) return
      pen.text(words, x + width / 2, y + 11, look)
    })
  })
  const y = frame.y + head + rows.length * cell + 13
  const stroke = { colour: colours.ink, width: 1.3 }
  pen.way(
    [
      { x: left + 1, y: y - 7 },
      { x: left + 13, y: y - 7 },
      { x: left + 13, y: y + 1 },
      { x: left + 1, y: y + 1 },
      { x: left + 1, y: y - 7.6 },
    ],
    stroke,
  )
  pen.text(markName, left + 18, y, nameLook)
}

/** From nearly white to dark green; as dark in black and white. */
function shade(depth: number): string {
  const from = [228, 242, 236]
  const to = [0, 70, 49]
  return `#${from
    .map((channel, at) =>
      Math.round(channel + ((to[at] ?? 0) - channel) * depth)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
