import { expect, test } from 'vitest'
import { aLook } from './a-look.ts'
import { draw, heightOf } from './multiples.ts'
import type { MultiplesSpec } from './spec.ts'

const labels = ['Sept', 'Oct', 'Nov'].map(short => ({
  short,
  long: `${short} 2026`,
}))
const spec: MultiplesSpec = {
  kind: 'multiples',
  unit: 'money',
  labels,
  charts: [
    {
      name: 'Food',
      colour: '#111111',
      note: '€60.00',
      values: [1_000, 3_000, 2_000],
      links: ['/food/9', undefined, '/food/11'],
    },
    {
      name: 'Fun',
      colour: '#222222',
      note: '€5.00',
      values: [null, 500, 0],
      limit: 400,
    },
  ],
}

type Option = {
  readonly series: readonly {
    readonly name: string
    readonly data: readonly unknown[]
    readonly markLine?: { readonly data: readonly object[] }
  }[]
  readonly yAxis: readonly {
    readonly max?: (of: { readonly max: number }) => number
  }[]
  readonly grid: readonly { readonly left: number; readonly top: number }[]
  readonly graphic: readonly { readonly style: { readonly text: string } }[]
  readonly tooltip: { readonly formatter: (found: unknown) => string }
}

function drawnOf(of = spec, width = 900) {
  const drawing = draw(of, aLook({ width }))
  return { ...drawing, ...(drawing.option as unknown as Option) }
}

test('each has a drawing of its own, with its name and what it comes to', () => {
  const { series, graphic, yAxis } = drawnOf()
  expect(series).toMatchObject([
    { name: 'Food', data: [{ value: 10 }, { value: 30 }, { value: 20 }] },
    { name: 'Fun', data: [null, { value: 5 }, { value: 0 }] },
  ])
  expect(graphic.map(({ style }) => style.text)).toEqual([
    'Food',
    '€60.00',
    'Fun',
    '€5.00',
  ])
  expect(yAxis).toHaveLength(2)
})

test('a limit is always in sight, and what is above it stands out', () => {
  const { series, yAxis } = drawnOf()
  const [food, fun] = series
  expect(food?.markLine).toBeUndefined()
  expect(fun?.markLine?.data).toEqual([{ yAxis: 4 }])
  expect(fun?.data[1]).toHaveProperty('itemStyle')
  expect(fun?.data[2]).not.toHaveProperty('itemStyle')
  expect(yAxis[0]?.max).toBeUndefined()
  expect(yAxis[1]?.max?.({ max: 1 })).toBeGreaterThan(4)
  expect(yAxis[1]?.max?.({ max: 5 })).toBeGreaterThan(5)
})

test('every step of every drawing is told and opened; the one below is of the next', () => {
  const { points, down, linkOf } = drawnOf()
  expect(points).toHaveLength(6)
  expect(points[0]).toEqual({
    words: 'Food, Sept 2026  €10.00',
    to: '/food/9',
    index: 0,
    series: 0,
  })
  expect(points[4]).toMatchObject({ words: 'Fun, Oct 2026  €5.00', series: 1 })
  expect(down).toBe(3)
  expect(linkOf({ seriesIndex: 0, dataIndex: 2 })).toBe('/food/11')
  expect(linkOf({ seriesIndex: 1, dataIndex: 1 })).toBeUndefined()
})

test('steps of its own are told by their own names', () => {
  const [food, fun] = spec.charts
  if (food === undefined || fun === undefined) throw new Error('No drawings')
  const own = { short: 'Q3', long: 'Third quarter' }
  const { points, down, tooltip } = drawnOf({
    ...spec,
    charts: [food, { ...fun, labels: [own], values: [500] }],
  })
  expect(points).toHaveLength(4)
  expect(points[3]).toMatchObject({ words: 'Fun, Third quarter  €5.00' })
  expect(down).toBeUndefined()
  expect(tooltip.formatter([{ seriesIndex: 1, dataIndex: 0 }])).toBe(
    'Fun\nThird quarter  €5.00',
  )
})

test('three stand beside each other where there is room, else two', () => {
  const five = { ...spec, charts: [0, 1, 2, 3, 4].flatMap(() => spec.charts) }
  const firstRow = (width: number) =>
    drawnOf(five, width).grid.filter(
      ({ top }, _, [first]) => top === first?.top,
    ).length
  expect(firstRow(900)).toBe(3)
  expect(firstRow(358)).toBe(2)
  expect(heightOf(five, 358)).toBeGreaterThan(heightOf(five, 900))
})
