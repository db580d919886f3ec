import { describe, expect, test } from 'vitest'
import { convertMinor } from '@ourmoney/shared/rate/convert.ts'
import type { RatesChoice } from '../files.ts'
import type { Ledger } from '../ledger.ts'
import {
  answerWhen,
  aRate,
  create,
  edit,
  type OpenLedger,
  usingLedger,
} from './a-ledger.ts'

/** Files of rates bring each rate once. */
export function ratesContract(open: OpenLedger): void {
  const using = usingLedger(open)

  describe('rates', () => {
    test('I6 a file of rates twice brings nothing twice; what was done since stays', () =>
      using(async ledger => {
        const looked = await ledger.lookAtRates(ratesFile)
        expect(looked).toMatchObject({
          ok: true,
          value: {
            days: ['2026-11-19', '2026-11-20'],
            currencies: [
              { currency: 'GBP', count: 2 },
              { currency: 'USD', count: 2 },
            ],
          },
        })
        const all = { currencies: ['USD', 'GBP'], from: '', to: '9' }
        const first = await importRates(ledger, all)
        expect(first).toMatchObject({
          phase: 'done',
          days: 2,
          added: 4,
          missing: 0,
          unreadable: 0,
        })
        const pair = { one: 'USD', other: 'EUR' }
        const query = { view: 'rates', until: undefined, most: 9 } as const
        const dollars = { ...query, ...pair }
        const stored = await answerWhen(ledger, dollars, a => a.count === 2)
        expect(stored.rates.map(({ ratePpm }) => ratePpm)).toEqual([
          1_083_200, 1_084_000,
        ])
        const [newest, older] = stored.rates.map(({ id }) => id)
        await edit(ledger, newest ?? '', { ratePpm: 5 })
        await ledger.save([
          { change: 'remove', target: { ids: [older ?? ''] } },
        ])
        expect(await importRates(ledger, all)).toMatchObject({
          added: 0,
          known: 3,
          deletedBefore: 1,
        })
        const kept = await answerWhen(ledger, dollars, a => a.count === 1)
        expect(kept.rates[0]?.ratePpm).toBe(5)
      }))

    test('of a file of rates only the choice comes in', () =>
      using(async ledger => {
        const choice = {
          currencies: ['GBP'],
          from: '2026-11-20',
          to: '2026-11-30',
        }
        expect(await importRates(ledger, choice)).toMatchObject({
          days: 1,
          added: 1,
        })
        const query = { view: 'currencies', today: '2026-11-22' } as const
        const { pairs } = await answerWhen(
          ledger,
          query,
          a => a.pairs.length > 0,
        )
        expect(pairs).toMatchObject([{ latest: { quote: 'GBP' }, count: 1 }])
      }))

    test('a rate of a day leads between two currencies that are not the ledger’s', () =>
      using(async ledger => {
        const dollars = { base: 'EUR', quote: 'USD', ratePpm: 1_100_000 }
        const pounds = { base: 'EUR', quote: 'GBP', ratePpm: 880_000 }
        await create(ledger, aRate(dollars), aRate(pounds))
        const query = { view: 'rateOn', currency: 'USD' } as const
        const { rate } = await answerWhen(
          ledger,
          { ...query, into: 'GBP', date: '2026-11-22' },
          a => a.rate !== undefined,
        )
        expect(rate && convertMinor(1_100, 'USD', 'GBP', [rate])).toBe(880)
        const late = { ...query, into: 'GBP', date: '2026-12-22' }
        await answerWhen(ledger, late, a => a.rate === undefined)
      }))

    test('I4 a file that is no file of rates is refused by what is wrong with it', () =>
      using(async ledger => {
        const cut = new Blob(['Date,USD,\n2026-11-20,1.0'])
        expect(await ledger.lookAtRates(cut)).toEqual({
          ok: false,
          failure: {
            code: 'cut-short',
            line: 2,
            found: '2026-11-20,1.0',
          },
        })
      }))
  })
}

const ratesFile = new Blob([
  'Date,USD,GBP,\n2026-11-20,1.0832,0.8512,\n2026-11-19,1.0840,0.8500,\n',
])

function importRates(ledger: Ledger, choice: RatesChoice) {
  const { signal } = new AbortController()
  return ledger.importRates(ratesFile, choice, () => {}, signal)
}
