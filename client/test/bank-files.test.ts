import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ruleFields } from '@ourmoney/shared/rule/rule.ts'
import {
  answerWhen as until,
  create,
  everything,
} from '../src/data/contract/a-ledger.ts'
import {
  bringIn,
  reviewOf,
  type Statement,
} from '../src/data/contract/a-statement.ts'
import type { Ledger } from '../src/data/ledger.ts'
import { aHousehold, home, inPhase } from './a-household.ts'

let household: Awaited<ReturnType<typeof aHousehold>>
beforeAll(async () => {
  household = await aHousehold()
})
afterAll(() => household.server.dispose())

/** A device that can be taken off the network. */
function aDevice() {
  let isAway = false
  const device = household.aDevice((input, init) => {
    if (isAway) throw new TypeError('away')
    return fetch(input, init)
  })
  const storage = indexedDB
  return {
    ...device,
    goAway: () => (isAway = true),
    comeBack: () => {
      isAway = false
      // Each device of a test has a storage of its own.
      indexedDB = storage
    },
  }
}

const shops = ['LIDL', 'FNAC', 'GALP', 'LIDL']
const statement: Statement = {
  rows: [
    ...Array.from({ length: 40 }, (_, at) => ({
      description: shops[at % 4] ?? '',
      minor: -100 - (at % 5),
      date: `2026-11-0${1 + (at % 9)}`,
      category: at % 4 === 1 ? 'Fun' : undefined,
      bankId: at % 2 === 0 ? `ref-${at}` : undefined,
    })),
    // Legitimate twins.
    {},
    {},
    { account: 'P', minor: 5_000, description: 'Cash' },
    { minor: -5_000, description: 'ATM' },
  ],
}
const size = 43

async function importInto(ledger: Ledger, fixed?: string) {
  const { accounts, categories } = await until(
    ledger,
    { view: 'lookups' },
    a => a.accounts.length === 2,
  )
  const places = {
    '': accounts.find(({ name }) => name === 'Giro')?._id ?? '',
    P: accounts.find(({ name }) => name === 'Purse')?._id ?? '',
  }
  expect(categories.length).toBeGreaterThan(0)
  const review = await reviewOf(ledger, statement, places)
  if (fixed !== undefined) {
    await ledger.changeReview(review.id, [1], { description: fixed })
  }
  return bringIn(ledger, review)
}

test('I6 two devices bring in one file without a network, and end with one set', async () => {
  const first = aDevice()
  const ledger = await first.start({
    ...home,
    categories: [
      { name: 'Food', type: 'expense', icon: 'cart', colour: '#336699' },
    ],
  })
  const { categories } = await until(
    ledger,
    { view: 'lookups' },
    a => a.categories.length === 1,
  )
  await create(
    ledger,
    { kind: 'account', name: 'Giro', type: 'bank', currency: 'EUR' },
    {
      kind: 'rule',
      ...ruleFields({
        name: 'Food',
        order: 1,
        when: [{ is: 'matches', pattern: '^lidl' }],
        set: { category: categories[0]?._id },
        isOff: false,
      }),
    },
  )
  await household.connect(ledger.id)
  await first.connect(ledger.id, 'ana')
  await inPhase(ledger, 'up-to-date')
  first.goAway()
  await importInto(ledger)
  await until(ledger, everything, a => a.count === size)
  await ledger.close()

  const second = aDevice()
  const other = await second.join(
    { id: ledger.id, name: 'Home', role: 'owner' },
    'ana',
  )
  await inPhase(other, 'up-to-date')
  second.goAway()
  await importInto(other, 'Groceries')
  await until(other, everything, a => a.count === size)
  second.comeBack()
  await other.syncNow()
  await until(other, everything, a =>
    a.rows.every(row => row.sync === 'synced'),
  )
  await other.close()

  first.comeBack()
  const again = await first.open(ledger.id)
  await until(
    again,
    everything,
    a =>
      a.rows.every(row => row.sync === 'synced') &&
      a.rows.some(row => row.description === 'Groceries'),
  )
  const { count, rows } = await until(again, everything, () => true)
  expect(count).toBe(size)
  expect(rows.filter(row => row.type === 'transfer')).toHaveLength(1)
  expect(rows.filter(row => row.description === 'LIDL')).toHaveLength(19)
  const { batches } = await until(again, { view: 'batches' }, () => true)
  expect(batches).toHaveLength(1)
  const { count: conflicts } = await until(
    again,
    { view: 'conflicts', most: 1 },
    () => true,
  )
  expect(conflicts).toBe(0)
  const review = await reviewOf(again, statement, {
    '': rows.find(row => row.description === 'FNAC')?.account ?? '',
    P: rows.find(row => row.type === 'transfer')?.toAccount ?? '',
  })
  expect(review).toMatchObject({ taken: 0, broughtInBefore: true })
  await again.close()
})
