import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LedgerError } from '../../ledger-error.ts'
import { changed, changes } from '../a-changed-file.ts'
import { readEarlier } from './read-earlier.ts'

const record = (n: number) => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  type: n % 2 === 0 ? 'outcome' : 'income',
  description: `Bread ${n} ção`,
  price: n + 0.25,
  category: 'Food',
  createdAt: `2026-11-0${n}T10:00:00.000Z`,
  isDeleted: n === 3,
})

const seed = new TextEncoder().encode(
  JSON.stringify([1, 2, 3, 4, 5, 6].map(record)),
)

test('I4 a file of the earlier system is read or refused whatever was changed in it, in time', async () => {
  let rows = 0
  await fc.assert(
    fc.asyncProperty(changes, async made => {
      const bytes = changed(seed, made)
      const start = performance.now()
      try {
        const reader = await readEarlier(new Blob([bytes]), {
          currency: 'EUR',
          timeZone: 'Europe/Lisbon',
        })
        for (;;) {
          const batch = await reader.next()
          if (batch === undefined) break
          const { read, skipped, unreadableRows } = batch
          expect(batch.rows.length + skipped + unreadableRows.length).toBe(read)
          for (const { doc } of batch.rows) {
            expect(Number.isSafeInteger(doc.minor)).toBe(true)
          }
          rows += batch.rows.length
        }
      } catch (cause) {
        if (!(cause instanceof LedgerError)) throw cause
        expect(cause.code).toBe('not-an-export')
      }
      expect(performance.now() - start).toBeLessThan(5_000)
    }),
    // Unchanged first, for most others are refused.
    { numRuns: 500, examples: [[[]]] },
  )
  expect(rows).toBeGreaterThan(0)
}, 60_000)
