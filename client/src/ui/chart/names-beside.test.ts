import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { spread } from './names-beside.ts'

test('what has room stays where it is, and the rest makes room', () => {
  expect(spread([10, 100, 200], 16, 240)).toEqual([10, 100, 200])
  expect(spread([100, 104, 102], 16, 240)).toEqual([86, 118, 102])
  expect(spread([230, 239], 16, 240)).toEqual([224, 240])
})

test('names keep their order and never lie on each other', () => {
  const heights = fc.array(fc.integer({ min: 0, max: 240 }), { maxLength: 12 })
  fc.assert(
    fc.property(heights, given => {
      const placed = spread(given, 16, 240)
      const order = given
        .map((_, at) => at)
        .sort((a, b) => (given[a] ?? 0) - (given[b] ?? 0))
      order.slice(1).forEach((at, index) => {
        const before = placed[order[index] ?? 0] ?? 0
        expect((placed[at] ?? 0) - before).toBeGreaterThan(15.999)
      })
      for (const each of placed) expect(each).toBeLessThan(240.001)
    }),
  )
})
