import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { listItems } from './list-items.ts'

const heights = { day: 40, row: 48 }
const days = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 20 })

function spansOf(counts: readonly number[]) {
  let start = 0
  return counts.map((count, index) => {
    const span = {
      day: index,
      start,
      count,
      incomeMinor: 0,
      expenseMinor: 0,
    }
    start += count
    return span
  })
}

test('heads and rows stand in order, each row once', () => {
  fc.assert(
    fc.property(days, counts => {
      const rows = counts.reduce((sum, count) => sum + count, 0)
      const items = listItems(rows, spansOf(counts), heights)
      const expected = counts.flatMap((count, day) => [
        day,
        ...Array.from({ length: count }, () => 'row'),
      ])
      const found = Array.from({ length: items.count }, (_, index) => {
        const item = items.at(index)
        return item.kind === 'day' ? item.day.day : 'row'
      })
      expect(found).toEqual(expected)
    }),
  )
})

test('a head and its rows are of one day', () => {
  fc.assert(
    fc.property(days, counts => {
      const spans = spansOf(counts)
      const rows = counts.reduce((sum, count) => sum + count, 0)
      const items = listItems(rows, spans, heights)
      const expected = counts.flatMap((count, number) =>
        Array.from({ length: count + 1 }, () => ({
          day: spans[number],
          number,
        })),
      )
      const found = Array.from({ length: items.count }, (_, index) =>
        items.dayAt(index),
      )
      expect(found).toEqual(expected)
    }),
  )
})

test('a row is found at its index', () => {
  fc.assert(
    fc.property(days, counts => {
      const rows = counts.reduce((sum, count) => sum + count, 0)
      const items = listItems(rows, spansOf(counts), heights)
      for (let row = 0; row < rows; row++) {
        expect(items.at(items.indexOfRow(row))).toMatchObject({ row })
      }
    }),
  )
})

test('items follow each other without a gap and are found by any of their pixels', () => {
  fc.assert(
    fc.property(days, counts => {
      const rows = counts.reduce((sum, count) => sum + count, 0)
      const items = listItems(rows, spansOf(counts), heights)
      let top = 0
      for (let index = 0; index < items.count; index++) {
        const height = heights[items.at(index).kind]
        expect(items.topOf(index)).toBe(top)
        expect(items.indexAt(top)).toBe(index)
        expect(items.indexAt(top + height - 1)).toBe(index)
        top += height
      }
      expect(items.height).toBe(top)
    }),
  )
})

test('above the list its first item is nearest, below it its last', () => {
  const items = listItems(3, spansOf([1, 2]), heights)
  expect(items.indexAt(-100)).toBe(0)
  expect(items.indexAt(10_000)).toBe(4)
})

test('without days there are only rows', () => {
  const items = listItems(3, [], heights)
  expect(items.count).toBe(3)
  expect(items.at(2)).toEqual({
    kind: 'row',
    row: 2,
    isFirst: false,
    isLast: true,
  })
  expect(items.indexOfRow(2)).toBe(2)
  expect(items.dayAt(2)).toBeUndefined()
})
