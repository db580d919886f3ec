import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, MarkLineComponent } from 'echarts/components'
import { use as register } from 'echarts/core'
import { axes, hasRoomForNames, pointsOf } from './axes.ts'
import type { BesideName, Drawing } from './drawing.ts'
import { compact, drawn, type ChartLook } from './look.ts'
import type { ChartSeries, ColumnsSpec } from './spec.ts'

register([AriaComponent, BarChart, LineChart, MarkLineComponent])

/** Pixels that a column with its amount above it takes. */
const labelled = 44

/** What colours tell apart is told apart by patterns too. */
const patterns = {
  enabled: true,
  label: { enabled: false },
  decal: { show: true },
} as const

export function draw(spec: ColumnsSpec, look: ChartLook): Drawing {
  const { labels, series, line, isStacked } = spec
  const hasNames = isStacked && series.length > 1 && hasRoomForNames(look)
  const all = [...series, ...(line ? [line] : [])]
  const shown = { ...spec, series: all }
  return {
    option: {
      ...axes(shown, look, { hasNames, isColumns: true }),
      ...(look.isPaper && series.length > 1 && { aria: patterns }),
      series: [
        ...series.map((each, at) => columnsOf(spec, each, at, look)),
        ...(line ? [lineOf(spec, line, look)] : []),
      ],
    },
    ...(hasNames && { names: namesBeside(spec, look) }),
    points: pointsOf(shown, look),
    linkOf: ({ seriesIndex = 0, dataIndex = 0 }) =>
      all[seriesIndex]?.links?.[dataIndex] ?? labels[dataIndex]?.to,
  }
}

function columnsOf(
  spec: ColumnsSpec,
  of: ChartSeries,
  place: number,
  look: ChartLook,
) {
  const { now, unit, labels, series, level } = spec
  const isAlone = series.length === 1
  const isStacked = spec.isStacked && !isAlone
  const hasAmounts = isAlone && look.width / labels.length >= labelled
  return {
    type: 'bar',
    name: of.name,
    ...(isStacked && { stack: 'all' }),
    barCategoryGap: '28%',
    barMaxWidth: 56,
    emphasis: { disabled: true },
    data: of.values.map((value, at) => {
      const isQuiet = isAlone && now !== undefined && at !== now
      const round = (value ?? 0) < 0 ? [0, 0, 4, 4] : [4, 4, 0, 0]
      return {
        value: value === null ? null : drawn(value, unit, look),
        itemStyle: {
          color: look.colour(isQuiet ? '--bar-rest' : of.colour),
          borderRadius: isStacked ? 0 : round,
          // A line of the ground between what is stacked.
          ...(isStacked && {
            borderColor: look.colour('--surface'),
            borderWidth: 1,
          }),
        },
        label: amountAbove(value ?? 0, spec, hasAmounts, at === now, look),
      }
    }),
    ...(place === 0 && level && { markLine: levelLine(spec, level, look) }),
  }
}

function amountAbove(
  value: number,
  { unit }: ColumnsSpec,
  isShown: boolean,
  isNow: boolean,
  look: ChartLook,
) {
  return {
    show: isShown && value !== 0,
    position: value < 0 ? 'bottom' : 'top',
    formatter: () => compact(drawn(value, unit, look), unit, look),
    color: look.colour(isNow ? '--text' : '--text-quiet'),
    fontSize: 12,
    fontWeight: isNow ? 600 : 400,
  }
}

function levelLine(
  { unit }: ColumnsSpec,
  { name, value }: NonNullable<ColumnsSpec['level']>,
  look: ChartLook,
) {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: look.colour('--text-quiet'), type: 'dashed', width: 1 },
    label: {
      position: 'insideEndTop',
      formatter: () => name,
      color: look.colour('--text-quiet'),
      fontSize: 12,
      // It stands before the last column.
      backgroundColor: look.colour('--surface'),
      borderRadius: 4,
      padding: [2, 4],
    },
    z: 5,
    data: [{ yAxis: drawn(value, unit, look) }],
  }
}

/** Beside the last column stands what each part of it is, so that nobody looks it up. */
function namesBeside(
  { series, unit }: ColumnsSpec,
  look: ChartLook,
): readonly BesideName[] {
  let above = 0
  let below = 0
  return series.map(({ name, values }) => {
    const value = drawn(values.at(-1) ?? 0, unit, look)
    const middle = (value < 0 ? below : above) + value / 2
    if (value < 0) below += value
    else above += value
    return { name, value: middle }
  })
}

function lineOf({ unit }: ColumnsSpec, of: ChartSeries, look: ChartLook) {
  const colour = look.colour(of.colour)
  return {
    type: 'line',
    name: of.name,
    data: of.values.map(value =>
      value === null ? null : drawn(value, unit, look),
    ),
    symbol: 'circle',
    symbolSize: 7,
    lineStyle: { color: colour, width: 2 },
    itemStyle: {
      color: colour,
      borderColor: look.colour('--surface'),
      borderWidth: 1,
    },
    emphasis: { disabled: true },
    z: 4,
  }
}
