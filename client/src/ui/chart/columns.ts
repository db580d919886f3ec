import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { use as register } from 'echarts/core'
import { besideWidth } from './names-beside.ts'
import {
  compact,
  drawn,
  fontFamily,
  money,
  plain,
  tooltip,
  type ChartLook,
} from './look.ts'
import type { ChartPoint, Drawing } from './drawing.ts'
import type { ChartSeries, ColumnsSpec } from './spec.ts'

register([BarChart, LineChart, GridComponent, TooltipComponent])

/** Pixels from which on names stand beside what is stacked; the legend's style knows it too. */
const roomForNames = 640
/** Pixels that a column with its amount above it takes. */
const labelled = 44

export function draw(spec: ColumnsSpec, look: ChartLook): Drawing {
  const { labels, series, line } = spec
  const hasNames =
    spec.isStacked && series.length > 1 && look.width >= roomForNames
  const all = [...series, ...(line ? [line] : [])]
  return {
    option: {
      animation: false,
      textStyle: { fontFamily },
      grid: {
        left: 0,
        right: hasNames ? besideWidth : 0,
        top: 20,
        bottom: 0,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      tooltip: {
        ...tooltip(look),
        trigger: 'axis',
        axisPointer: {
          type: 'shadow',
          shadowStyle: { color: look.colour('--hover'), opacity: 0.6 },
        },
        formatter: (found: unknown) => {
          const at = indexIn(found)
          return at === undefined ? '' : linesAt(spec, at, look).join('\n')
        },
      },
      xAxis: {
        type: 'category',
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
          formatter: (value: number) => compact(value, look),
        },
        splitLine: { lineStyle: { color: look.colour('--line') } },
      },
      series: [
        ...series.map(each => columnsOf(spec, each, look)),
        ...(line ? [lineOf(line, look)] : []),
      ],
    },
    ...(hasNames && { names: namesBeside(spec, look) }),
    points: labels.map(({ to }, at): ChartPoint => ({
      words: linesAt(spec, at, look).join(', '),
      to,
      index: at,
    })),
    linkOf: ({ seriesIndex = 0, dataIndex = 0 }) =>
      all[seriesIndex]?.links?.[dataIndex] ?? labels[dataIndex]?.to,
  }
}

function columnsOf(spec: ColumnsSpec, of: ChartSeries, look: ChartLook) {
  const { now, isStacked, labels, series } = spec
  const isAlone = series.length === 1
  const hasAmounts = isAlone && look.width / labels.length >= labelled
  return {
    type: 'bar',
    name: of.name,
    ...(isStacked && { stack: 'all' }),
    barCategoryGap: '28%',
    barMaxWidth: 56,
    emphasis: { disabled: true },
    data: of.minors.map((minor, at) => {
      const isQuiet = isAlone && now !== undefined && at !== now
      const round = minor < 0 ? [0, 0, 4, 4] : [4, 4, 0, 0]
      return {
        value: drawn(minor, look.currency),
        itemStyle: {
          color: look.colour(isQuiet ? '--bar-rest' : of.colour),
          borderRadius: isStacked && !isAlone ? 0 : round,
          // A line of the ground between what is stacked.
          ...(isStacked &&
            !isAlone && {
              borderColor: look.colour('--surface'),
              borderWidth: 1,
            }),
        },
        label: amountAbove(minor, hasAmounts, at === now, look),
      }
    }),
  }
}

function amountAbove(
  minor: number,
  isShown: boolean,
  isNow: boolean,
  look: ChartLook,
) {
  return {
    show: isShown && minor !== 0,
    position: minor < 0 ? 'bottom' : 'top',
    formatter: () => compact(drawn(minor, look.currency), look),
    color: look.colour(isNow ? '--text' : '--text-quiet'),
    fontSize: 12,
    fontWeight: isNow ? 600 : 400,
  }
}

/** Beside the last column stands what each part of it is, so that nobody looks it up. */
function namesBeside({ series }: ColumnsSpec, look: ChartLook) {
  let above = 0
  let below = 0
  return series.map(({ name, minors }) => {
    const value = drawn(minors.at(-1) ?? 0, look.currency)
    const middle = (value < 0 ? below : above) + value / 2
    if (value < 0) below += value
    else above += value
    return { name, value: middle }
  })
}

function lineOf(of: ChartSeries, look: ChartLook) {
  const colour = look.colour(of.colour)
  return {
    type: 'line',
    name: of.name,
    data: of.minors.map(minor => drawn(minor, look.currency)),
    symbol: 'circle',
    symbolSize: 6,
    lineStyle: { color: colour, width: 2 },
    itemStyle: { color: colour },
    emphasis: { disabled: true },
    z: 4,
  }
}

function linesAt(
  { labels, series, line, sumName }: ColumnsSpec,
  at: number,
  look: ChartLook,
): readonly string[] {
  const shown = series.filter(
    each => (each.minors[at] ?? 0) !== 0 || series.length === 1,
  )
  const sum = series.reduce((all, each) => all + (each.minors[at] ?? 0), 0)
  const lines = [...shown, ...(line ? [line] : [])].map(
    each => `${plain(each.name)}  ${money(each.minors[at] ?? 0, look)}`,
  )
  return [
    labels[at]?.long ?? '',
    ...lines,
    ...(sumName === undefined || shown.length < 2
      ? []
      : [`${sumName}  ${money(sum, look)}`]),
  ]
}

function indexIn(found: unknown): number | undefined {
  const [first] = Array.isArray(found) ? (found as unknown[]) : [found]
  const index =
    typeof first === 'object' && first !== null
      ? Reflect.get(first, 'dataIndex')
      : undefined
  return typeof index === 'number' ? index : undefined
}
