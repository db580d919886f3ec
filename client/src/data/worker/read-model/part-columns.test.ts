import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { PartColumns, type Part } from './part-columns.ts'

const part = fc.record({
  category: fc.nat(9),
  member: fc.nat(9),
  minor: fc.integer(),
})
const steps = fc.array(
  fc.record({
    at: fc.nat(40),
    parts: fc.option(fc.array(part, { maxLength: 100 })),
  }),
  { maxLength: 120 },
)

test('parts stay with their row, whatever is put and removed around them, and in a snapshot', () => {
  fc.assert(
    fc.property(steps, fc.nat(100), (all, stop) => {
      let columns = new PartColumns()
      const rows = new Map<number, readonly Part[]>()
      all.forEach(({ at, parts }, index) => {
        if (parts === null) columns.remove(at)
        else columns.put(at, parts)
        rows.set(at, parts ?? [])
        if (index !== stop) return
        const stored = structuredClone(columns.stored())
        columns = PartColumns.from(stored) ?? new PartColumns()
      })
      for (const [at, parts] of rows) expect(columns.of(at)).toEqual(parts)
      expect(columns.stored().places.length > 0).toBe(
        [...rows.values()].some(parts => parts.length > 0),
      )
    }),
  )
})
