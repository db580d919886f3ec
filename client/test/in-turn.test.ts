import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerWhen, everything } from '../src/data/contract/a-ledger.ts'
import { createWorkerDevice } from '../src/data/worker/device-worker.ts'
import { aHousehold, aPurchase, home, inPhase } from './a-household.ts'
import { aWeather, away } from './a-weather.ts'

let household: Awaited<ReturnType<typeof aHousehold>>
beforeAll(async () => {
  household = await aHousehold()
})
afterAll(() => household.server.dispose())

const stored = {
  _id: `txn_${'0'.repeat(26)}`,
  _rev: `1-${'0'.repeat(32)}`,
  ...aPurchase('Nails').doc,
  v: 1,
}

test('ledgers that nobody looks at say what waits in them, and are synced in their turn, each as its own person', async () => {
  const weather = aWeather()
  const { device, ledger: shown } = await household.aBook(weather.fetch)
  const left = await device.start({ ...home, name: 'Shop' })
  await household.connect(left.id)
  await device.connect(left.id, 'ana')
  await inPhase(left, 'up-to-date')
  weather.set({ ...away, on: new RegExp(left.id) })
  await left.save([aPurchase('Rope')])
  await inPhase(left, 'offline')
  await device.leave(left.id)
  const of = (user: string) => async () =>
    (await device.ledgers(user)).find(({ id }) => id === left.id)?.unsent
  expect(await of('ana')()).toBe(1)
  await shown.close()
  await household.push(left.id, [stored])
  weather.clear()

  // The app is closed and opened again, on the other ledger; first by another person.
  const again = createWorkerDevice({
    server: household.server.url,
    now: Date.now,
    random: Math.random,
    fetch: weather.fetch,
  })
  weather.asked.length = 0
  const token = household.token
  await again.ledgers('rui')
  const his = await again.start(home)
  again.setTokens('rui', async () => token)
  await again.leave(his.id)
  await again.ledgers('ana')
  again.setTokens('ana', async () => token)
  const looked = await again.open(shown.id)
  await expect.poll(of('ana'), { timeout: 30_000 }).toBe(0)
  const asked = weather.asked.filter(path => path.includes(left.id))
  expect(asked.some(path => path.endsWith('_bulk_docs'))).toBe(true)
  // What is looked at was asked for first.
  const [first] = weather.asked.filter(path => path.startsWith('/sync/'))
  expect(first).toContain(shown.id)

  weather.set(away)
  const opened = await again.open(left.id)
  const { rows } = await answerWhen(opened, everything, a => a.count === 2)
  expect(rows.map(({ description }) => description).sort()).toEqual([
    'Nails',
    'Rope',
  ])
  await opened.close()
  await looked.close()
})
