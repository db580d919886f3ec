import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breaksBounds } from './json-bounds.ts'

const bounds = { depth: 4, values: [3, 5] }

test.each<[string, ReturnType<typeof breaksBounds>]>([
  ['', undefined],
  ['[[[[1]]]]', undefined],
  ['[[[[[1]]]]]', 'too deep'],
  ['{"a":1,"b":2,"c":3}', undefined],
  ['{"a":1,"b":2,"c":3,"d":4}', 'too many'],
  ['{"docs":[1,2,3,4,5]}', undefined],
  ['{"docs":[1,2,3,4,5,6]}', 'too many'],
  ['[[1,2,3],[4,5,6],[7,8,9]]', 'too many'],
  ['[[[1,2,3,4,5,6,7,8,9]]]', undefined],
  ['["[[[[[,,,,,,","\\",[,,\\\\"]', undefined],
  ['["an open end,,,,,,', undefined],
])('B17 B18 of %s the bounds say: %s', (text, verdict) => {
  expect(breaksBounds(text, bounds)).toBe(verdict)
})

test('B17 deep down there are any number of values, but not in all', () => {
  const bounded = { depth: 4, values: [3], all: 6 }
  expect(breaksBounds('[[1,2,3],[4,5,[6]]]', bounded)).toBe(undefined)
  expect(breaksBounds('[[1,2,3],[4,5,[6,7]]]', bounded)).toBe('too many')
})

test('B17 B18 looks no further than where a bound is broken', () => {
  expect(breaksBounds('[1,2,3,4,[[[[[[', bounds)).toBe('too many')
  expect(breaksBounds('[[[[[1,2,3,4', bounds)).toBe('too deep')
})

test('B17 JSON is as deep as it is when it is parsed', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), text => {
      const deepest = depthOf(JSON.parse(text))
      const verdict = breaksBounds(text, { depth: 3, values: [] })
      expect(verdict).toBe(deepest > 3 ? 'too deep' : undefined)
    }),
  )
})

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}
