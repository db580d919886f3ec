import { LineChart } from 'echarts/charts'
import { use as register } from 'echarts/core'
import { axes, hasRoomForNames, pointsOf } from './axes.ts'
import type { Drawing } from './drawing.ts'
import { drawn, type ChartLook } from './look.ts'
import type { ChartBand, ChartSeries, LinesSpec } from './spec.ts'

register([LineChart])

export function draw(spec: LinesSpec, look: ChartLook): Drawing {
  const { labels, series, unit, bands = [] } = spec
  const hasNames = series.length > 1 && hasRoomForNames(look)
  return {
    option: {
      ...axes(spec, look, { hasNames, isColumns: false }),
      series: [
        ...series.map(each => lineOf(spec, each, look)),
        ...bands.flatMap((band, at) => bandOf(spec, band, at, look)),
      ],
    },
    ...(hasNames && {
      names: series.flatMap(({ name, values }) => {
        const last = values.at(-1)
        return last === null || last === undefined
          ? []
          : [{ name, value: drawn(last, unit, look) }]
      }),
    }),
    points: pointsOf(spec, look),
    linkOf: ({ seriesIndex = 0, dataIndex = 0 }) =>
      series[seriesIndex]?.links?.[dataIndex] ?? labels[dataIndex]?.to,
  }
}

/** A line that nobody sees, and on it the area up to the other bound. */
function bandOf(
  { unit }: LinesSpec,
  { low, high, colour }: ChartBand,
  at: number,
  look: ChartLook,
) {
  const stack = `band ${at}`
  const drawnAt = (value: number | null | undefined) =>
    value === null || value === undefined ? null : drawn(value, unit, look)
  const bounds = low.map((value, place) => {
    const from = drawnAt(value)
    const to = drawnAt(high[place])
    return from === null || to === null ? [null, null] : [from, to - from]
  })
  const unseen = {
    type: 'line',
    stack,
    // Also where one bound is below zero and the other above.
    stackStrategy: 'all',
    symbol: 'none',
    lineStyle: { opacity: 0 },
    silent: true,
    emphasis: { disabled: true },
    z: 1,
  }
  return [
    { ...unseen, data: bounds.map(([from]) => from) },
    {
      ...unseen,
      data: bounds.map(([, height]) => height),
      areaStyle: { color: look.colour(colour), opacity: 0.18 },
    },
  ]
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
