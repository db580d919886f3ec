import { expect, test } from 'vitest'
import { aLook } from './a-look.ts'
import { draw, heightOf } from './sankey.ts'
import type { SankeySpec } from './spec.ts'

const spec: SankeySpec = {
  kind: 'sankey',
  middle: 'November',
  sources: [
    { name: 'Salary', minor: 200_000, colour: '#111111', to: '/salary' },
    { name: 'Gift', minor: 1_000, colour: '#222222' },
  ],
  uses: [
    { name: 'Rent', minor: 150_000, colour: '#333333', to: '/rent' },
    // Called as a source is.
    { name: 'Gift', minor: 51_000, colour: '#444444', to: '/gift' },
  ],
}

type Node = {
  readonly name: string
  readonly flow: object
  readonly label: {
    readonly formatter: () => string
    readonly width: number
    readonly rich: { readonly name: { readonly backgroundColor?: string } }
  }
}
type Link = {
  readonly source: string
  readonly target: string
  readonly value: number
}

function drawnOf(look = aLook()) {
  const drawing = draw(spec, look)
  const [series] = drawing.option['series'] as [
    {
      readonly data: readonly Node[]
      readonly links: readonly Link[]
      readonly right: number
    },
  ]
  return { ...drawing, ...series }
}

test('flows go through the middle, and two of one name stay apart', () => {
  const { data, links } = drawnOf()
  const names = data.map(({ name }) => name)
  expect(new Set(names).size).toBe(5)
  const [salary, gift, middle, rent, given] = names
  expect(links).toMatchObject([
    { source: salary, target: middle, value: 2_000 },
    { source: gift, target: middle, value: 10 },
    { source: middle, target: rent, value: 1_500 },
    { source: middle, target: given, value: 510 },
  ])
})

test('each can be told and opened, by the keys and by a press on it or its flow', () => {
  const { points, data, links, linkOf } = drawnOf()
  expect(points).toMatchObject([
    { words: 'Salary, €2,000.00', to: '/salary', index: 0 },
    { words: 'Gift, €10.00', to: undefined, index: 1 },
    { words: 'November, €2,010.00', to: undefined, index: 2 },
    { words: 'Rent, €1,500.00', to: '/rent', index: 3 },
    { words: 'Gift, €510.00', to: '/gift', index: 4 },
  ])
  expect(linkOf({ data: data[4] })).toBe('/gift')
  expect(linkOf({ data: links[0] })).toBe('/salary')
  expect(linkOf({})).toBeUndefined()
})

test('sources have their amounts where there is room, and a narrow one is not struck out', () => {
  const labels = (width: number) =>
    drawnOf(aLook({ width })).data.map(({ label }) => label.formatter())
  expect(labels(900)).toEqual([
    '{name|Salary}{amount|  €2,000.00}',
    '{name|Gift}{amount|  €10.00}',
    '{name|November}',
    '{name|Rent}{amount|  €1,500.00}',
    '{name|Gift}{amount|  €510.00}',
  ])
  expect(labels(358).slice(0, 2)).toEqual(['{name|Salary}', '{name|Gift}'])
  const [salary, gift] = drawnOf().data
  expect(salary?.label.rich.name.backgroundColor).toBeUndefined()
  expect(gift?.label.rich.name.backgroundColor).toBeDefined()
})

test.each([358, 900])(
  'names stay on their side of the middle, %s pixels wide',
  width => {
    const [source, , , use] = drawnOf(aLook({ width })).data
    const right = drawnOf(aLook({ width })).right
    expect(source?.label.width).toBeGreaterThan(60)
    expect(source?.label.width).toBeLessThan((width - right) / 2 - 2 * 12)
    expect(use?.label.width).toBeLessThan(right)
  },
)

test('it is as high as its longer side has lines', () => {
  const [use] = spec.uses
  const many = Array.from({ length: 20 }, () => use).filter(
    each => each !== undefined,
  )
  expect(heightOf(spec)).toBe(280)
  expect(heightOf({ ...spec, uses: many })).toBeGreaterThan(20 * 32)
})
