import { GridComponent, TooltipComponent } from 'echarts/components'
import { use as register } from 'echarts/core'
import type { ChartPoint } from './drawing.ts'
import {
  compact,
  exactly,
  fontFamily,
  plain,
  tooltip,
  type ChartLook,
} from './look.ts'
import { besideWidth } from './names-beside.ts'
import type { ChartBand, ChartLabel, ChartSeries, ChartUnit } from './spec.ts'

register([GridComponent, TooltipComponent])

/** Pixels from which on names stand beside the last values; the legend's style knows it too. */
const roomForNames = 640

/** What is drawn over time: series by label. */
export type OverTime = {
  readonly unit: ChartUnit
  readonly labels: readonly ChartLabel[]
  readonly series: readonly ChartSeries[]
  readonly sumName?: string | undefined
  readonly bands?: readonly ChartBand[] | undefined
}

export function hasRoomForNames({ width }: ChartLook): boolean {
  return width >= roomForNames
}

/** Quiet axes, a tooltip for everything of one moment, and room for names where they stand beside. */
export function axes(
  of: OverTime,
  look: ChartLook,
  { hasNames, isColumns }: { hasNames: boolean; isColumns: boolean },
) {
  const { labels, unit } = of
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: {
      left: 0,
      right: hasNames ? besideWidth : 8,
      top: 20,
      bottom: 0,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    tooltip: {
      ...tooltip(look),
      trigger: 'axis',
      axisPointer: isColumns
        ? {
            type: 'shadow',
            shadowStyle: { color: look.colour('--hover'), opacity: 0.6 },
          }
        : { type: 'line', lineStyle: { color: look.colour('--line-strong') } },
      formatter: (found: unknown) => {
        const at = indexIn(found)
        return at === undefined ? '' : linesAt(of, at, look).join('\n')
      },
    },
    xAxis: {
      type: 'category',
      boundaryGap: isColumns,
      data: labels.map(({ short }) => short),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: look.colour('--line') } },
      axisLabel: {
        color: look.colour('--text-quiet'),
        fontSize: 12,
        lineHeight: 16,
        hideOverlap: true,
      },
    },
    yAxis: {
      type: 'value',
      splitNumber: 3,
      axisLabel: {
        color: look.colour('--text-quiet'),
        fontSize: 12,
        formatter: (value: number) => compact(value, unit, look),
      },
      splitLine: { lineStyle: { color: look.colour('--line') } },
    },
  }
}

/** What the arrow keys go through: everything of one moment after another. */
export function pointsOf(of: OverTime, look: ChartLook): readonly ChartPoint[] {
  return of.labels.map(({ to }, at) => ({
    words: linesAt(of, at, look).join(', '),
    to,
    index: at,
  }))
}

function linesAt(
  { labels, series, unit, sumName, bands = [] }: OverTime,
  at: number,
  look: ChartLook,
): readonly string[] {
  const valueOf = (each: ChartSeries) => each.values[at] ?? 0
  const shown = series.filter(
    each => valueOf(each) !== 0 || series.length === 1,
  )
  const lines = shown.map(
    each => `${plain(each.name)}  ${exactly(valueOf(each), unit, look)}`,
  )
  const sum = series.reduce((all, each) => all + valueOf(each), 0)
  return [
    labels[at]?.long ?? '',
    ...lines,
    ...bands.flatMap(({ name, low, high }) => {
      const [from, to] = [low[at] ?? null, high[at] ?? null]
      return from === null || to === null || from === to
        ? []
        : [
            `${plain(name)}  ${exactly(from, unit, look)} – ${exactly(to, unit, look)}`,
          ]
    }),
    ...(sumName === undefined || shown.length < 2
      ? []
      : [`${sumName}  ${exactly(sum, unit, look)}`]),
  ]
}

function indexIn(found: unknown): number | undefined {
  const [first] = Array.isArray(found) ? (found as unknown[]) : [found]
  const index: unknown =
    typeof first === 'object' && first !== null
      ? Reflect.get(first, 'dataIndex')
      : undefined
  return typeof index === 'number' ? index : undefined
}
