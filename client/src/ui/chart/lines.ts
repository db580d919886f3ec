import { LineChart } from 'echarts/charts'
import { use as register } from 'echarts/core'
import { axes, hasRoomForNames, pointsOf } from './axes.ts'
import type { Drawing } from './drawing.ts'
import { drawn, type ChartLook } from './look.ts'
import type { ChartSeries, LinesSpec } from './spec.ts'

register([LineChart])

export function draw(spec: LinesSpec, look: ChartLook): Drawing {
  const { labels, series, unit } = spec
  const hasNames = series.length > 1 && hasRoomForNames(look)
  return {
    option: {
      ...axes(spec, look, { hasNames, isColumns: false }),
      series: series.map(each => lineOf(spec, each, look)),
    },
    ...(hasNames && {
      names: series.map(({ name, values }) => ({
        name,
        value: drawn(values.at(-1) ?? 0, unit, look),
      })),
    }),
    points: pointsOf(spec, look),
    linkOf: ({ seriesIndex = 0, dataIndex = 0 }) =>
      series[seriesIndex]?.links?.[dataIndex] ?? labels[dataIndex]?.to,
  }
}

function lineOf(
  { series, unit, labels }: LinesSpec,
  of: ChartSeries,
  look: ChartLook,
) {
  const colour = look.colour(of.colour)
  return {
    type: 'line',
    name: of.name,
    data: of.values.map(value =>
      value === null ? null : drawn(value, unit, look),
    ),
    symbol: 'circle',
    symbolSize: 6,
    showSymbol: labels.length <= 31,
    lineStyle: { color: colour, width: 2 },
    itemStyle: { color: colour },
    ...(series.length === 1 && {
      areaStyle: { color: colour, opacity: 0.14, origin: 0 },
    }),
    emphasis: { disabled: true },
  }
}
