import type { Axis } from '../axis.ts'
import { along } from '../axis.ts'
import type { Rect } from '../hatch.ts'
import { colours, partFills, fills, sizes, type Fill } from '../look.ts'
import type { NumberText } from '../number-text.ts'
import type { Pen } from '../pen.ts'
import type { PdfSeries } from '../content.ts'

/** What every chart is drawn with. */
export type Canvas = {
  readonly pen: Pen
  readonly text: NumberText
}

export const tickLook = { size: sizes.small, colour: colours.quiet } as const
export const nameLook = { size: sizes.small, colour: colours.ink } as const

/** How series are filled: as what they are, else each as none of the others. */
export function fillsOf(series: readonly PdfSeries[]): readonly Fill[] {
  return series.map(({ tone }, at) =>
    tone === undefined
      ? (partFills[at % partFills.length] ?? fills.rest)
      : fills[tone],
  )
}

/** Points that the numbers beside an axis take, with the space to them. */
export function ticksWidth({ pen, text }: Canvas, axis: Axis): number {
  const widths = axis.ticks.map(each =>
    pen.widthOf(text.compact(each), tickLook),
  )
  return Math.max(...widths) + 6
}

/** Lines across at round numbers, and the numbers to the left of them. */
export function drawTicks(
  { pen, text }: Canvas,
  { x, y, width, height }: Rect,
  axis: Axis,
): void {
  for (const tick of axis.ticks) {
    const at = y + height * (1 - along(axis, tick))
    const isZero = tick === 0
    pen.line(
      { x, y: at },
      { x: x + width, y: at },
      {
        colour: isZero ? colours.ink : colours.line,
        width: isZero ? 0.8 : 0.5,
      },
    )
    pen.text(text.compact(tick), x - 6, at + 2.6, {
      ...tickLook,
      align: 'right',
    })
  }
}

export type LegendEntry = {
  readonly name: string
  readonly fill: Fill | 'line'
}

/** Names with what they look like, one after the other from the left. */
export function drawLegend(
  { pen }: Canvas,
  entries: readonly LegendEntry[],
  left: number,
  y: number,
): void {
  let x = left
  for (const { name, fill } of entries) {
    if (fill === 'line') {
      const stroke = { colour: colours.ink, width: 1.4 }
      pen.line({ x, y: y - 2.5 }, { x: x + 12, y: y - 2.5 }, stroke)
      pen.dot(x + 6, y - 2.5, 1.8, colours.ink)
    } else pen.box(x, y - 6.5, 12, 7.5, fill)
    pen.text(name, x + 16, y, nameLook)
    x += 16 + pen.widthOf(name, nameLook) + 16
  }
}

/** Heights moved apart so far that nothing stands on another, in their order. */
export function apart(
  heights: readonly number[],
  gap: number,
  top: number,
  bottom: number,
): readonly number[] {
  const placed: number[] = []
  for (const each of heights) {
    placed.push(Math.max(each, (placed.at(-1) ?? top - gap) + gap))
  }
  let most = bottom
  for (let at = placed.length - 1; at >= 0; at--) {
    placed[at] = Math.min(placed[at] ?? most, most)
    most = (placed[at] ?? most) - gap
  }
  return placed
}
