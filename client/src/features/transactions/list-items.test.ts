import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { listItems } from './list-items.ts'

const days = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 20 })

function spansOf(counts: readonly number[]) {
  let start = 0
  return counts.map((count, index) => {
    const span = {
      date: `day ${index}`,
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
      const items = listItems(rows, spansOf(counts))
      const expected = counts.flatMap((count, day) => [
        `day ${day}`,
        ...Array.from({ length: count }, () => 'row'),
      ])
      const found = Array.from({ length: items.count }, (_, index) => {
        const item = items.at(index)
        return item.kind === 'day' ? item.day.date : 'row'
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
      const items = listItems(rows, spans)
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
      const items = listItems(rows, spansOf(counts))
      for (let row = 0; row < rows; row++) {
        expect(items.at(items.indexOfRow(row))).toMatchObject({ row })
      }
    }),
  )
})

test('without days there are only rows', () => {
  const items = listItems(3, [])
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
