import { SankeyChart } from 'echarts/charts'
import { TooltipComponent } from 'echarts/components'
import { use as register } from 'echarts/core'
import type { Drawing } from './drawing.ts'
import {
  drawn,
  exactly,
  fontFamily,
  plain,
  tooltip,
  type ChartLook,
} from './look.ts'
import { dataIn, ownOf } from './own-data.ts'
import type { ChartFlow, SankeySpec } from './spec.ts'

register([SankeyChart, TooltipComponent])

const usualHeight = 280
/** Pixels of a flow, its name and what it came to beside it. */
const line = 34
const above = 28
const apart = 19
/** A flow so narrow would strike its own name out. */
const narrow = 16
const nodeWidth = 12
/** Pixels from a flow to its name. */
const away = 5
/** Pixels in which there is room for amounts within it. */
const roomy = 560

export function heightOf({ sources, uses }: SankeySpec): number {
  return Math.max(
    usualHeight,
    above + Math.max(sources.length, uses.length) * line,
  )
}

type Side = 'source' | 'middle' | 'use'

export function draw(spec: SankeySpec, look: ChartLook): Drawing {
  const { middle, sources, uses } = spec
  const minor = sources.reduce((sum, each) => sum + each.minor, 0)
  const whole: ChartFlow = { name: middle, minor, colour: '--line-strong' }
  const words = (flow: ChartFlow) =>
    `${flow.name}, ${exactly(flow.minor, 'money', look)}`
  const nodes = [
    ...sources.map(flow => ({ flow, side: 'source' as const })),
    { flow: whole, side: 'middle' as const },
    ...uses.map(flow => ({ flow, side: 'use' as const })),
  ]
  const gaps = apart * Math.max(sources.length, uses.length)
  const room = Math.max(1, look.height - above - gaps)
  const flows = nodes.filter(({ side }) => side !== 'middle')
  const idOf = (flow: ChartFlow) =>
    String(nodes.findIndex(node => node.flow === flow))
  return {
    option: {
      animation: false,
      textStyle: { fontFamily },
      tooltip: {
        ...tooltip(look),
        formatter: (found: unknown) => {
          const flow = flowOf(dataIn(found))
          return flow === undefined ? '' : plain(words(flow))
        },
      },
      series: [
        {
          type: 'sankey',
          left: 0,
          right: besideWidth(look),
          top: above,
          bottom: 4,
          nodeWidth,
          nodeGap: apart,
          layoutIterations: 0,
          draggable: false,
          emphasis: { disabled: true },
          data: nodes.map(({ flow, side }) => ({
            name: idOf(flow),
            flow,
            itemStyle: { color: look.colour(flow.colour), borderWidth: 0 },
            label: labelOf(flow, side, look, (flow.minor / minor) * room),
          })),
          links: flows.map(({ flow, side }) => ({
            source: side === 'source' ? idOf(flow) : idOf(whole),
            target: side === 'source' ? idOf(whole) : idOf(flow),
            value: drawn(flow.minor, 'money', look),
            flow,
            lineStyle: {
              color: look.colour(flow.colour),
              opacity: 0.28,
              curveness: 0.5,
            },
          })),
        },
      ],
    },
    points: nodes.map(({ flow }, index) => ({
      words: words(flow),
      to: flow.to,
      index,
    })),
    linkOf: ({ data }) => flowOf(data)?.to,
  }
}

/** Where it goes stands beside the drawing, for many narrow flows would strike their names out. */
function besideWidth({ width }: ChartLook): number {
  return Math.min(200, width * 0.42)
}

/** Between where it comes from and the middle. */
function withinWidth(look: ChartLook): number {
  return (look.width - besideWidth(look) - 3 * nodeWidth) / 2 - 2 * away
}

/** Where it comes from stands within it. */
function labelOf(
  flow: ChartFlow,
  side: Side,
  look: ChartLook,
  thickness: number,
) {
  const position = { source: 'right', middle: 'top', use: 'right' } as const
  const name = plain(flow.name)
  const amount = exactly(flow.minor, 'money', look)
  // No further than the text, for there is the flow to see.
  const behind =
    side === 'source' && thickness < narrow
      ? { backgroundColor: look.colour('--surface') }
      : {}
  const hasAmount = side === 'use' || (side === 'source' && look.width >= roomy)
  return {
    position: position[side],
    distance: away,
    width: {
      source: withinWidth(look),
      middle: look.width * 0.36,
      use: besideWidth(look) - 20,
    }[side],
    overflow: 'truncate',
    formatter: () =>
      hasAmount ? `{name|${name}}{amount|  ${amount}}` : `{name|${name}}`,
    color: look.colour('--text-quiet'),
    fontSize: 12,
    lineHeight: 16,
    textBorderWidth: 0,
    rich: {
      amount: behind,
      name: {
        ...behind,
        color: look.colour('--text'),
        fontSize: 13,
        fontWeight: 600,
        lineHeight: 16,
      },
    },
  }
}

function flowOf(data: unknown): ChartFlow | undefined {
  // Put there by `draw`.
  return ownOf(data, 'flow') as ChartFlow | undefined
}
