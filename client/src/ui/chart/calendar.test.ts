import { expect, test } from 'vitest'
import { aLook } from './a-look.ts'
import { draw, heightOf } from './calendar.ts'
import type { CalendarSpec, ChartDay } from './spec.ts'

const weekdays = ['M', 'T', 'W', 'T', 'F', 'S', 'S']

/** From a Monday on. */
function aMonth(name: string, minors: readonly number[]) {
  return {
    name,
    days: minors.map((minor, at): ChartDay => ({
      number: at + 1,
      column: at % 7,
      week: Math.floor(at / 7),
      minor,
      long: `${at + 1} ${name}`,
      to: minor === 0 ? undefined : `/${name}/${at + 1}`,
      isToday: at === 2,
    })),
  }
}

const quiet = Array.from({ length: 28 }, () => 0)
const one: CalendarSpec = {
  kind: 'calendar',
  weekdays,
  months: [aMonth('June', [...quiet.slice(4), 100, 400, -50, 0])],
}
const two: CalendarSpec = {
  ...one,
  months: [...one.months, aMonth('July', quiet)],
}

type Shape = {
  readonly type: string
  readonly shape?: { readonly x: number; readonly y: number }
  readonly style: {
    readonly text?: string
    readonly fill: string
    readonly stroke?: string
    readonly lineWidth?: number
  }
}
type Series = {
  readonly data: readonly number[]
  readonly renderItem: (asked: { readonly dataIndex: number }) => {
    readonly children: readonly Shape[]
  }
}

function drawnOf(spec: CalendarSpec, width = 900) {
  const colours: Record<string, string> = {
    '--surface': '#ffffff',
    '--accent-fill': '#00b37e',
    '--text': '#121214',
  }
  const look = aLook({ width, colour: name => colours[name] ?? '#888888' })
  const drawing = draw(spec, look)
  const [{ data, renderItem }] = drawing.option['series'] as [Series]
  const field = (dataIndex: number) => renderItem({ dataIndex }).children
  return { ...drawing, data, field }
}

test('every day is told and opened, a week further down', () => {
  const { points, down, linkOf, data } = drawnOf(one)
  expect(down).toBe(7)
  expect(points).toHaveLength(28)
  expect(points[24]).toMatchObject({
    words: '25 June, €1.00',
    to: '/June/25',
    index: 24,
  })
  expect(linkOf({ dataIndex: 25 })).toBe('/June/26')
  expect(linkOf({ dataIndex: 0 })).toBeUndefined()
  expect(linkOf({})).toBeUndefined()
  expect(data.slice(24)).toEqual([1, 4, -0.5, 0])
})

test('the more, the stronger; nothing and what came back stay plain', () => {
  const { field } = drawnOf(one)
  const fills = [24, 25, 26, 27].map(at => field(at)[0]?.style.fill)
  expect(new Set(fills).size).toBe(3)
  expect(fills.slice(2)).toEqual(['#ffffff', '#ffffff'])
})

test('today has a strong line around it', () => {
  const { field } = drawnOf(one)
  expect(field(2)[0]?.style).toMatchObject({ stroke: '#121214', lineWidth: 2 })
  expect(field(3)[0]?.style.lineWidth).toBe(1)
})

test('amounts stand where there is room, else the number of the day alone', () => {
  const texts = (spec: CalendarSpec, width: number) =>
    drawnOf(spec, width)
      .field(25)
      .flatMap(({ style }) => style.text ?? [])
  expect(texts(one, 900)).toEqual(['26', '4'])
  expect(texts(two, 358)).toEqual(['26'])
})

test('months stand beside each other, then below', () => {
  const corner = (spec: CalendarSpec, at: number) =>
    drawnOf(spec).field(at)[0]?.shape
  const [june, july] = [corner(two, 0), corner(two, 28)]
  expect(july?.y).toBe(june?.y)
  expect(july?.x).toBeGreaterThan(june?.x ?? 0)
  const four = { ...two, months: [...two.months, ...two.months] }
  expect(corner(four, 3 * 28)).toMatchObject({ x: june?.x })
  expect(heightOf(four, 900)).toBeGreaterThan(heightOf(two, 900))
})
