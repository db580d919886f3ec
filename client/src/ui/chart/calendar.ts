import { CustomChart } from 'echarts/charts'
import { GraphicComponent, TooltipComponent } from 'echarts/components'
import { use as register } from 'echarts/core'
import { mixed } from './colours.ts'
import type { Drawing } from './drawing.ts'
import {
  compact,
  drawn,
  exactly,
  fontFamily,
  tooltip,
  type ChartLook,
} from './look.ts'
import type { CalendarSpec, ChartDay } from './spec.ts'

register([CustomChart, GraphicComponent, TooltipComponent])

const gap = 32
const head = 44
const bare = 20
const between = 3
/** Pixels of a field that has room for its amount. */
const roomy = 40
/** How strong the strongest is: its text stays legible. */
const strongest = 0.55
const weakest = 0.1

type Placed = ChartDay & {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export function heightOf(spec: CalendarSpec, width: number): number {
  const { cell, across, monthHeight } = layoutOf(spec, width)
  const rows = Math.ceil(spec.months.length / across)
  return Math.max(cell.height, rows * monthHeight - bare)
}

export function draw(spec: CalendarSpec, look: ChartLook): Drawing {
  const { months, weekdays } = spec
  const { cell, across, width, monthHeight } = layoutOf(spec, look.width)
  const corners = months.map((_, at) => ({
    x: (at % across) * (width + gap),
    y: Math.floor(at / across) * monthHeight,
  }))
  const days = months.flatMap(({ days: all }, at) =>
    all.map((day): Placed => ({
      ...day,
      x: (corners[at]?.x ?? 0) + day.column * (cell.width + between),
      y: (corners[at]?.y ?? 0) + head + day.week * (cell.height + between),
      ...cell,
    })),
  )
  const most = Math.max(1, ...days.map(({ minor }) => minor))
  const words = ({ long, minor }: ChartDay) =>
    `${long}, ${exactly(minor, 'money', look)}`
  const text = { silent: true, type: 'text' } as const
  return {
    option: {
      animation: false,
      textStyle: { fontFamily },
      tooltip: {
        ...tooltip(look),
        formatter: (found: { readonly dataIndex?: number }) => {
          const day = days[found.dataIndex ?? -1]
          return day === undefined ? '' : words(day)
        },
      },
      series: [
        {
          type: 'custom',
          coordinateSystem: 'none',
          emphasis: { disabled: true },
          data: days.map(({ minor }) => drawn(minor, 'money', look)),
          renderItem: ({ dataIndex }: { readonly dataIndex: number }) =>
            fieldOf(days[dataIndex], most, look),
        },
      ],
      graphic: months.flatMap(({ name }, at) => {
        const { x = 0, y = 0 } = corners[at] ?? {}
        return [
          {
            ...text,
            x,
            y,
            style: {
              text: name,
              fill: look.colour('--text'),
              font: `600 13px ${fontFamily}`,
            },
          },
          ...weekdays.map((weekday, column) => ({
            ...text,
            x: x + column * (cell.width + between) + cell.width / 2,
            y: y + head - 18,
            style: {
              text: weekday,
              align: 'center',
              fill: look.colour('--text-quiet'),
              font: `11px ${fontFamily}`,
            },
          })),
        ]
      }),
    },
    points: days.map((day, index) => ({
      words: words(day),
      to: day.to,
      index,
    })),
    down: weekdays.length,
    linkOf: ({ dataIndex = -1 }) => days[dataIndex]?.to,
  }
}

/** One month is as wide as there is room for; many are beside each other. */
function layoutOf({ months }: CalendarSpec, all: number) {
  const across =
    months.length === 1 ? 1 : Math.min(months.length, all >= 820 ? 3 : 2)
  const gaps = gap * (across - 1)
  const width = (all - gaps) / across
  const side = (width - between * 6) / 7
  const cell = {
    width: side,
    height: side >= roomy ? Math.min(56, Math.max(40, side * 0.6)) : 26,
  }
  const weeks = Math.max(
    ...months.flatMap(({ days }) => days.map(({ week }) => week + 1)),
    1,
  )
  const monthHeight = head + weeks * (cell.height + between) + bare
  return { across, width, cell, monthHeight }
}

/** A day of the month and, where it has room, what it cost. */
function fieldOf(day: Placed | undefined, most: number, look: ChartLook) {
  if (day === undefined) return undefined
  const { x, y, width, height, minor, number, isToday } = day
  const surface = look.colour('--surface')
  const heat =
    minor <= 0 ? 0 : weakest + Math.sqrt(minor / most) * (strongest - weakest)
  const hasAmount = width >= roomy
  const middle = { textAlign: 'center', textVerticalAlign: 'middle' } as const
  return {
    type: 'group',
    children: [
      {
        type: 'rect',
        // Its line stands within it.
        shape: {
          x: x + 1,
          y: y + 1,
          width: width - 2,
          height: height - 2,
          r: 4,
        },
        style: {
          fill:
            heat === 0
              ? surface
              : mixed(look.colour('--accent-fill'), surface, heat),
          ...(isToday
            ? { stroke: look.colour('--text'), lineWidth: 2 }
            : heat === 0 && { stroke: look.colour('--line'), lineWidth: 1 }),
        },
      },
      {
        type: 'text',
        silent: true,
        style: {
          text: String(number),
          x: hasAmount ? x + 6 : x + width / 2,
          y: hasAmount ? y + 6 : y + height / 2,
          fill: look.colour(minor === 0 ? '--text-quiet' : '--text'),
          font: `${isToday ? 700 : 400} 11px ${fontFamily}`,
          ...(!hasAmount && middle),
        },
      },
      ...(hasAmount && minor !== 0
        ? [
            {
              type: 'text',
              silent: true,
              style: {
                text: compact(drawn(minor, 'money', look), 'money', look),
                x: x + width - 6,
                y: y + height - 6,
                textAlign: 'right',
                textVerticalAlign: 'bottom',
                fill: look.colour('--text'),
                font: `600 12px ${fontFamily}`,
              },
            },
          ]
        : []),
    ],
  }
}
