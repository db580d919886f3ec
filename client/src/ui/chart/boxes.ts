import { TreemapChart } from 'echarts/charts'
import { TooltipComponent } from 'echarts/components'
import { use as register } from 'echarts/core'
import { readableOn } from './colours.ts'
import type { Drawing } from './drawing.ts'
import {
  drawn,
  fontFamily,
  exactly,
  plain,
  tooltip,
  type ChartLook,
} from './look.ts'
import { dataIn, ownOf } from './own-data.ts'
import type { BoxesSpec, ChartBox } from './spec.ts'

register([TreemapChart, TooltipComponent])

export function draw({ boxes }: BoxesSpec, look: ChartLook): Drawing {
  const sum = boxes.reduce((all, { minor }) => all + minor, 0)
  const words = ({ name, minor }: ChartBox) => {
    const percent = new Intl.NumberFormat(look.locale, {
      style: 'percent',
      maximumFractionDigits: 0,
    }).format(minor / sum)
    return `${name}, ${exactly(minor, 'money', look)}, ${percent}`
  }
  return {
    option: {
      animation: false,
      textStyle: { fontFamily },
      tooltip: {
        ...tooltip(look),
        formatter: (found: unknown) => {
          const box = boxOf(dataIn(found))
          return box === undefined ? '' : plain(words(box))
        },
      },
      series: [
        {
          type: 'treemap',
          roam: false,
          nodeClick: false,
          breadcrumb: { show: false },
          left: 0,
          right: 0,
          top: 0,
          bottom: 0,
          data: boxes.map(box => nodeOf(box, sum, look)),
          levels: [
            { itemStyle: { gapWidth: 3, borderWidth: 0 } },
            { itemStyle: { gapWidth: 1, borderWidth: 0 } },
          ],
          label: {
            show: true,
            position: 'insideTopLeft',
            fontSize: 13,
            lineHeight: 18,
            padding: [4, 4],
            overflow: 'truncate',
          },
          upperLabel: { show: false },
          emphasis: { disabled: true },
        },
      ],
    },
    points: boxes.map((box, at) => ({
      words: words(box),
      to: box.to,
      // The root is the first.
      index: at + 1,
    })),
    linkOf: ({ data }) => boxOf(data)?.to,
  }
}

/** Square pixels in which a name has its amount below it. */
const roomy = 6_500

function nodeOf(box: ChartBox, sum: number, look: ChartLook): object {
  const { name, minor, parts = [] } = box
  const colour = look.colour(box.colour)
  return {
    name,
    value: drawn(minor, 'money', look),
    box,
    itemStyle: { color: colour },
    label: {
      color: readableOn(colour),
      formatter: () =>
        (minor / sum) * look.width * look.height < roomy
          ? name
          : `${name}\n${exactly(minor, 'money', look)}`,
    },
    ...(parts.length > 1 && {
      children: parts.map(part => nodeOf(part, sum, look)),
    }),
  }
}

function boxOf(data: unknown): ChartBox | undefined {
  // Put there by `nodeOf`.
  return ownOf(data, 'box') as ChartBox | undefined
}
