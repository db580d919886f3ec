import { GraphicComponent } from 'echarts/components'
import { use as register, type EChartsType } from 'echarts/core'
import type { BesideName } from './drawing.ts'
import { fontFamily, type ChartLook } from './look.ts'

register([GraphicComponent])

/** Pixels that names beside a drawing take. */
export const besideWidth = 128
const lineHeight = 16
const away = 10

/** Writes names at the height of their values, as far apart as lines of text are. */
export function writeNames(
  chart: EChartsType,
  names: readonly BesideName[],
  look: ChartLook,
): void {
  const heights = names.map(({ value }) =>
    chart.convertToPixel({ yAxisIndex: 0 }, value),
  )
  const placed = spread(heights, lineHeight, look.height - 2 * lineHeight)
  chart.setOption({
    graphic: names.map(({ name }, at) => ({
      type: 'text',
      silent: true,
      x: look.width - besideWidth + away,
      y: placed[at] ?? 0,
      style: {
        text: name,
        width: besideWidth - away,
        overflow: 'truncate',
        fill: look.colour('--text'),
        font: `12px ${fontFamily}`,
        textVerticalAlign: 'middle',
      },
    })),
  })
}

/**
 * The places nearest to these heights that are so far apart, none of them
 * below `lowest`: what is too close moves apart from its middle (pooling of
 * adjacent violators, Barlow et al. 1972).
 */
export function spread(
  heights: readonly number[],
  apart: number,
  lowest: number,
): readonly number[] {
  const order = heights
    .map((_, at) => at)
    .sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0))
  const pools: { sum: number; count: number }[] = []
  order.forEach((at, place) => {
    pools.push({ sum: (heights[at] ?? 0) - place * apart, count: 1 })
    for (let last = pools.length - 1; last > 0; last--) {
      const [before, after] = [pools[last - 1], pools[last]]
      if (!before || !after) break
      if (before.sum / before.count <= after.sum / after.count) break
      before.sum += after.sum
      before.count += after.count
      pools.pop()
    }
  })
  const most = lowest - (heights.length - 1) * apart
  const starts = pools.flatMap(({ sum, count }) =>
    Array.from({ length: count }, () => Math.min(most, sum / count)),
  )
  const placed = [...heights]
  order.forEach((at, place) => {
    placed[at] = (starts[place] ?? 0) + place * apart
  })
  return placed
}
