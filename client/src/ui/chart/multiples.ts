import { BarChart } from 'echarts/charts'
import {
  GraphicComponent,
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components'
import { use as register } from 'echarts/core'
import type { ChartPoint, Drawing } from './drawing.ts'
import {
  drawn,
  exactly,
  fontFamily,
  plain,
  tooltip,
  type ChartLook,
} from './look.ts'
import type { MultiplesSpec } from './spec.ts'

register([
  BarChart,
  GraphicComponent,
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
])

const gap = 24
const title = 22
const columns = 64
const below = 20
const each = title + columns + below + 14

export function heightOf({ charts }: MultiplesSpec, width: number): number {
  return Math.ceil(charts.length / perRow(width)) * each
}

export function draw(spec: MultiplesSpec, look: ChartLook): Drawing {
  const { charts, labels } = spec
  const across = perRow(look.width)
  const width = (look.width - gap * (across - 1)) / across
  const places = charts.map((_, at) => ({
    x: (at % across) * (width + gap),
    y: Math.floor(at / across) * each,
  }))
  return {
    option: {
      animation: false,
      textStyle: { fontFamily },
      tooltip: {
        ...tooltip(look),
        trigger: 'axis',
        axisPointer: {
          type: 'shadow',
          shadowStyle: { color: look.colour('--hover'), opacity: 0.6 },
        },
        formatter: (found: unknown) => {
          const { chart, label } = placeIn(found)
          return wordsAt(spec, chart, label, look).join('\n')
        },
      },
      grid: places.map(({ x, y }) => ({
        left: x,
        top: y + title,
        width,
        height: columns,
      })),
      xAxis: places.map((_, at) => ({
        gridIndex: at,
        type: 'category',
        data: labelsOf(spec, at).map(({ short }) => short.replace('\n', ' ')),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: look.colour('--line-strong') } },
        axisLabel: {
          color: look.colour('--text-quiet'),
          fontSize: 11,
          interval: (index: number) =>
            index === 0 || index === labelsOf(spec, at).length - 1,
          alignMinLabel: 'left',
          alignMaxLabel: 'right',
        },
      })),
      yAxis: charts.map(({ limit }, at) => ({
        gridIndex: at,
        type: 'value',
        show: false,
        // The limit is always in sight.
        ...(limit !== undefined && {
          max: ({ max }: { readonly max: number }) =>
            Math.max(max, drawn(limit, spec.unit, look)) * 1.05,
        }),
      })),
      series: charts.map(({ name, values, colour, limit }, at) => ({
        type: 'bar',
        name,
        xAxisIndex: at,
        yAxisIndex: at,
        barCategoryGap: '24%',
        emphasis: { disabled: true },
        itemStyle: { color: look.colour(colour), borderRadius: [2, 2, 0, 0] },
        data: values.map(value =>
          value === null
            ? null
            : {
                value: drawn(value, spec.unit, look),
                ...(limit !== undefined &&
                  value > limit && {
                    itemStyle: { color: look.colour('--danger-fill') },
                  }),
              },
        ),
        ...(limit !== undefined && { markLine: limitLine(limit, spec, look) }),
      })),
      graphic: charts.flatMap(({ name, note }, at) => {
        const { x = 0, y = 0 } = places[at] ?? {}
        const text = { silent: true, type: 'text' } as const
        const roomOfNote = 7 * note.length
        return [
          {
            ...text,
            x,
            y: y + 2,
            style: {
              text: name,
              width: Math.max(40, width - roomOfNote - 8),
              overflow: 'truncate',
              fill: look.colour('--text'),
              font: `600 13px ${fontFamily}`,
            },
          },
          {
            ...text,
            x: x + width,
            y: y + 2,
            style: {
              text: note,
              align: 'right',
              fill: look.colour('--text-quiet'),
              font: `13px ${fontFamily}`,
            },
          },
        ]
      }),
    },
    points: pointsOf(spec, look),
    down: charts.some(chart => chart.labels) ? undefined : labels.length,
    linkOf: ({ seriesIndex = 0, dataIndex = 0 }) =>
      charts[seriesIndex]?.links?.[dataIndex],
  }
}

function labelsOf(
  { charts, labels }: MultiplesSpec,
  chart: number,
): MultiplesSpec['labels'] {
  return charts[chart]?.labels ?? labels
}

function limitLine(limit: number, { unit }: MultiplesSpec, look: ChartLook) {
  return {
    silent: true,
    symbol: 'none',
    label: { show: false },
    lineStyle: { color: look.colour('--text'), type: 'dashed', width: 1 },
    data: [{ yAxis: drawn(limit, unit, look) }],
  }
}

function perRow(width: number): number {
  return width >= 820 ? 3 : 2
}

/** One drawing after the other, each step by step. */
function pointsOf(spec: MultiplesSpec, look: ChartLook): readonly ChartPoint[] {
  return spec.charts.flatMap(({ links }, chart) =>
    labelsOf(spec, chart).map((_, label) => ({
      words: wordsAt(spec, chart, label, look).join(', '),
      to: links?.[label],
      index: label,
      series: chart,
    })),
  )
}

function wordsAt(
  spec: MultiplesSpec,
  chart: number,
  label: number,
  look: ChartLook,
): readonly string[] {
  const { name = '', values = [] } = spec.charts[chart] ?? {}
  return [
    plain(name),
    `${labelsOf(spec, chart)[label]?.long ?? ''}  ${exactly(values[label] ?? 0, spec.unit, look)}`,
  ]
}

function placeIn(found: unknown): { chart: number; label: number } {
  const [first] = Array.isArray(found) ? (found as unknown[]) : [found]
  const read = (key: string): number => {
    const value: unknown =
      typeof first === 'object' && first !== null
        ? Reflect.get(first, key)
        : undefined
    return typeof value === 'number' ? value : 0
  }
  return { chart: read('seriesIndex'), label: read('dataIndex') }
}
