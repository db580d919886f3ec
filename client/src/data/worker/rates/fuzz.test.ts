import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isLocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import { readDay } from '@ourmoney/shared/rate/day-rates.ts'
import { changed, changes } from '../a-changed-file.ts'
import { lookAtRates } from './import-rates.ts'
import { daysOf } from './days-of.ts'
import { RatesFileError } from './rates-file.ts'

const day = (date: string) => `<Cube time='${date}'>
  <Cube currency='USD' rate='1.0832'/><Cube currency='JPY' rate='163.21'/>
</Cube>`

const seeds = [
  'Date,USD,JPY,CYP,\n2026-11-20,1.0832,163.21,N/A,\n2026-11-19,1.0840,162.90,N/A,\n',
  'CURRENCY;TIME_PERIOD;OBS_VALUE\nUSD;2026-11-20;1,0832\nJPY;2026-11-20;163,21\n',
  `<?xml version="1.0"?><gesmes:Envelope><Cube>${day('2026-11-20')}${day('2026-11-19')}</Cube></gesmes:Envelope>`,
].map(text => new TextEncoder().encode(text))

test('I4 a file of rates is read or refused whatever was changed in it, in time', async () => {
  let read = 0
  await fc.assert(
    fc.asyncProperty(fc.nat(), changes, async (which, made) => {
      const seed = seeds[which % seeds.length] ?? new Uint8Array()
      const bytes = changed(seed, made)
      const file = new Blob([bytes])
      const start = performance.now()
      const looked = await lookAtRates(file)
      if (looked.ok) read += 1
      else expect(looked.failure.found.length).toBeLessThanOrEqual(80)
      try {
        for await (const { row, bytesRead } of daysOf(file)) {
          expect(bytesRead).toBeLessThanOrEqual(file.size)
          const found = readDay(row, 'EUR', () => true)
          for (const { date, ratePpm } of found.rates) {
            expect(isLocalDate(date)).toBe(true)
            expect(Number.isSafeInteger(ratePpm) && ratePpm > 0).toBe(true)
          }
        }
        expect(looked.ok).toBe(true)
      } catch (cause) {
        if (!(cause instanceof RatesFileError)) throw cause
        expect(looked.ok).toBe(false)
      }
      expect(performance.now() - start).toBeLessThan(5_000)
    }),
    // Unchanged first, for most others are refused.
    { numRuns: 500, examples: [[0, []]] },
  )
  expect(read).toBeGreaterThan(0)
}, 60_000)
