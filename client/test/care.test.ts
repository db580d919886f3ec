import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerWhen, everything } from '../src/data/contract/a-ledger.ts'
import type { Ledger } from '../src/data/ledger.ts'
import { aHousehold, aPurchase, inPhase, standing } from './a-household.ts'
import { aWeather, away } from './a-weather.ts'

let household: Awaited<ReturnType<typeof aHousehold>>
beforeAll(async () => {
  household = await aHousehold()
})
afterAll(() => household.server.dispose())

const quietly = [() => {}, new AbortController().signal] as const
const ignore = () => {}

async function names(ledger: Ledger, count: number): Promise<string[]> {
  const { rows } = await answerWhen(ledger, everything, a => a.count === count)
  return rows.map(({ description }) => description).sort()
}

function pending(ledger: Ledger, count: number) {
  return answerWhen(ledger, { view: 'sync' }, a => a.pending === count)
}

function refused(ledger: Ledger, count: number) {
  return answerWhen(ledger, { view: 'sync' }, a => a.refused.length === count)
}

/** Nothing that is saved is sent. */
const sendsNothing = {
  on: /_bulk_docs/,
  reply: () => new Response('no', { status: 502 }),
}

/** Each doc is refused, as somebody is who may not write. */
const refusesAll = {
  on: /_bulk_docs/,
  reply: (body: string) => {
    const { docs } = JSON.parse(body) as { docs: { _id: string }[] }
    return Response.json(
      docs.map(({ _id: id }) => ({
        id,
        error: 'forbidden',
        reason: 'schema: not liked',
      })),
      { status: 201 },
    )
  },
}

test('verify finds what the server lacks and what the device lacks, and mending makes both alike', async () => {
  const weather = aWeather()
  const { ledger } = await household.aBook(weather.fetch)
  await ledger.save([aPurchase('Bread'), aPurchase('Milk')])
  await pending(ledger, 0)
  await inPhase(ledger, 'up-to-date')
  const alike = await ledger.verify(...quietly)
  expect(alike).toMatchObject({ records: 5, serverLacks: [], deviceLacks: [] })

  weather.set(sendsNothing)
  await ledger.save([aPurchase('Tea')])
  const one = await ledger.verify(...quietly)
  expect(one.serverLacks).toHaveLength(1)
  expect(one.deviceLacks).toEqual([])
  weather.clear()
  expect(await ledger.mend(one)).toEqual({ sent: 1, fetched: 0, refused: 0 })
  expect((await ledger.verify(...quietly)).serverLacks).toEqual([])
  await ledger.close()

  const other = household.aDevice(weather.fetch)
  weather.set({
    on: /\/db\/_changes/,
    reply: () => new Response('', { status: 502 }),
  })
  const joined = await other.join(
    { id: ledger.id, name: 'Home', role: 'owner' },
    'ana',
  )
  await inPhase(joined, 'offline')
  weather.clear()
  const all = await joined.verify(...quietly)
  expect(all.deviceLacks).toHaveLength(6)
  expect(await joined.mend(all)).toMatchObject({ fetched: 6 })
  expect(await names(joined, 3)).toEqual(['Bread', 'Milk', 'Tea'])
  await joined.close()
})

test('verify can be stopped, and says so when the server is away', async () => {
  const weather = aWeather()
  const { ledger } = await household.aBook(weather.fetch)
  const stop = new AbortController()
  stop.abort()
  expect(await ledger.verify(ignore, stop.signal)).toMatchObject({
    phase: 'cancelled',
  })
  weather.set(away)
  for (const work of [ledger.verify, ledger.rebuild]) {
    await expect(work(...quietly)).rejects.toMatchObject({
      code: 'unreachable',
    })
  }
  await ledger.close()
})

test('R9 what was refused is listed by name, tried again, and gone once it is taken', async () => {
  const weather = aWeather()
  const { ledger } = await household.aBook(weather.fetch)
  weather.set(refusesAll)
  await ledger.save([aPurchase('Ferry')])
  await refused(ledger, 1)
  const query = { view: 'unsynced', most: 10 } as const
  const listed = await answerWhen(ledger, query, a => a.refused.length > 0)
  expect(listed.refused[0]).toMatchObject({
    kind: 'transaction',
    name: 'Ferry',
    reason: 'schema: not liked',
  })
  await pending(ledger, 0)
  weather.clear()
  await ledger.retryRefused(listed.refused.map(({ id }) => id))
  await refused(ledger, 0)
  expect((await ledger.verify(...quietly)).serverLacks).toEqual([])
  await ledger.close()
})

test('what was refused and is discarded is as the server has it, or gone', async () => {
  const weather = aWeather()
  const { device, ledger } = await household.aBook(weather.fetch)
  const { ids } = await ledger.save([aPurchase('Bread')])
  await pending(ledger, 0)
  await inPhase(ledger, 'up-to-date')
  weather.set(refusesAll)
  await ledger.save([
    { change: 'edit', target: { ids }, set: { description: 'Cake' } },
    aPurchase('Ferry'),
  ])
  const { refused: list } = await refused(ledger, 2)
  // What was sent ahead is sent once more by replication.
  await pending(ledger, 0)
  await inPhase(ledger, 'up-to-date')
  expect(await names(ledger, 2)).toEqual(['Cake', 'Ferry'])
  weather.clear()
  await ledger.discardRefused(list.map(({ id }) => id))
  expect(await names(ledger, 1)).toEqual(['Bread'])
  await refused(ledger, 0)
  await inPhase(ledger, 'up-to-date')
  await pending(ledger, 0)
  expect(await ledger.verify(...quietly)).toMatchObject({
    serverLacks: [],
    deviceLacks: [],
  })
  await ledger.save([
    { change: 'edit', target: { ids }, set: { description: 'Roll' } },
  ])
  await pending(ledger, 0)
  await ledger.close()
  const again = await device.open(ledger.id)
  expect(await names(again, 1)).toEqual(['Roll'])
  await again.close()
})

test('a device is rebuilt only when the server or a rescue file has all of it, and the file brings the rest back', async () => {
  const weather = aWeather()
  const { ledger } = await household.aBook(weather.fetch)
  await ledger.save([aPurchase('Bread')])
  await pending(ledger, 0)
  await inPhase(ledger, 'up-to-date')
  weather.set(sendsNothing)
  await ledger.save([aPurchase('Ferry')])
  await expect(ledger.rebuild(...quietly)).rejects.toMatchObject({
    code: 'not-rescued',
  })
  expect(await names(ledger, 2)).toEqual(['Bread', 'Ferry'])
  const file = await ledger.rescue('unsynced', ...quietly)
  expect(file?.records).toBe(1)
  expect(await ledger.rebuild(...quietly)).toBe('done')
  weather.clear()
  expect(await names(ledger, 1)).toEqual(['Bread'])
  await inPhase(ledger, 'up-to-date')

  const blob = file?.blob ?? new Blob()
  expect(await ledger.readRescue(blob, ...quietly)).toMatchObject({ added: 1 })
  expect(await ledger.readRescue(blob, ...quietly)).toMatchObject({
    added: 0,
    known: 1,
  })
  expect(await names(ledger, 2)).toEqual(['Bread', 'Ferry'])
  await pending(ledger, 0)
  await inPhase(ledger, 'up-to-date')
  expect(await ledger.verify(...quietly)).toMatchObject({
    records: 5,
    serverLacks: [],
    deviceLacks: [],
  })
  await ledger.close()
})

test('what is written while a rebuild compares is asked about, too', async () => {
  const weather = aWeather()
  const { ledger } = await household.aBook(weather.fetch)
  await ledger.save([aPurchase('Bread')])
  await pending(ledger, 0)
  await inPhase(ledger, 'up-to-date')
  const here = Promise.withResolvers<void>()
  weather.set({
    on: /_bulk_docs|_changes\?style=all_docs&limit=2000&since=0/,
    reply: async (body, pass) => {
      if (body !== '') return sendsNothing.reply()
      // The server lists its own after this device has, and after that it is saved.
      await here.promise
      await ledger.save([aPurchase('Ferry')])
      return pass()
    },
  })
  const rebuilding = ledger.rebuild(({ done }) => {
    if (done > 0) here.resolve()
  }, new AbortController().signal)
  await expect(rebuilding).rejects.toMatchObject({ code: 'not-rescued' })
  expect(await names(ledger, 2)).toEqual(['Bread', 'Ferry'])
  await ledger.close()
})

test('an edit that was rescued meets another of the same record: both are kept, whoever reads the file', async () => {
  const weather = aWeather()
  const { ledger } = await household.aBook(weather.fetch)
  const { ids } = await ledger.save([aPurchase('Dinner')])
  await pending(ledger, 0)
  await inPhase(ledger, 'up-to-date')
  weather.set(sendsNothing)
  await ledger.save([
    { change: 'edit', target: { ids }, set: { description: 'Lunch' } },
  ])
  const file = await ledger.rescue('unsynced', ...quietly)
  await ledger.close()
  weather.clear()

  const other = household.aDevice()
  const joined = await other.join(
    { id: ledger.id, name: 'Home', role: 'owner' },
    'ana',
  )
  await inPhase(joined, 'up-to-date')
  await joined.save([{ change: 'edit', target: { ids }, set: { minor: 999 } }])
  await joined.readRescue(file?.blob ?? new Blob(), ...quietly)
  const { rows } = await answerWhen(
    joined,
    everything,
    a => a.rows[0]?.description === 'Lunch' && a.rows[0].minor === 999,
  )
  expect(rows).toHaveLength(1)
  await joined.close()
})

test('R3 what waits stays sealed while somebody else is signed in here, and is sent by whose it is', async () => {
  const { ledger: other } = await household.aBook()
  await other.close()
  const rui = await household.invited(other.id)
  const weather = aWeather()
  const { device, ledger } = await household.aBook(weather.fetch)
  weather.set(sendsNothing)
  await ledger.save([aPurchase('Ferry')])
  await pending(ledger, 1)
  await ledger.close()
  weather.clear()

  device.setTokens(rui.id, async () => rui.token)
  expect(await device.ledgers(rui.id)).toEqual([])
  weather.asked.length = 0
  await expect(device.open(ledger.id)).rejects.toThrow('not-found')
  expect(weather.asked).toEqual([])
  expect(await device.ledgers('ana')).toHaveLength(1)
  const opened = await device.open(ledger.id)
  await inPhase(opened, 'needs-sign-in')
  expect(weather.asked).toEqual([])
  await pending(opened, 1)
  device.setTokens('ana', async () => household.token)
  await pending(opened, 0)
  await inPhase(opened, 'up-to-date')
  expect(await opened.verify(...quietly)).toMatchObject({ serverLacks: [] })
  await opened.close()
})

test('R7 who was removed with fifty edits of a journey reads and rescues them; none is sent', async () => {
  const weather = aWeather()
  const { ledger: book } = await household.aBook()
  await book.close()
  const rui = await household.invited(book.id)
  const device = household.aDevice(weather.fetch)
  device.setTokens(rui.id, async () => rui.token)
  const ledger = await device.join(
    { id: book.id, name: 'Home', role: 'editor' },
    rui.id,
  )
  await standing(ledger, 'editor')
  await inPhase(ledger, 'up-to-date')

  weather.set(away)
  for (let n = 0; n < 50; n++) await ledger.save([aPurchase(`Stop ${n}`)])
  await pending(ledger, 50)
  const member = `/ledgers/${book.id}/members/${rui.id}`
  await household.ask(member, { method: 'DELETE' })
  weather.clear()
  await ledger.syncNow()
  await inPhase(ledger, 'no-access')
  expect(await names(ledger, 50)).toHaveLength(50)
  await pending(ledger, 50)
  const file = await ledger.rescue('unsynced', ...quietly)
  expect(file?.records).toBe(50)
  await ledger.close()

  const owners = household.aDevice()
  const again = await owners.join(
    { id: book.id, name: 'Home', role: 'owner' },
    'ana',
  )
  await inPhase(again, 'up-to-date')
  expect(await names(again, 0)).toEqual([])
  await again.close()
})

test('R8 R9 who was made a viewer on a journey keeps the edits, refused one by one, and sends them as editor again', async () => {
  const weather = aWeather()
  const { ledger: book } = await household.aBook()
  await book.close()
  const rui = await household.invited(book.id)
  const role = (to: string) =>
    household.ask(`/ledgers/${book.id}/members/${rui.id}`, {
      method: 'PUT',
      body: { role: to },
    })
  const device = household.aDevice(weather.fetch)
  device.setTokens(rui.id, async () => rui.token)
  const ledger = await device.join(
    { id: book.id, name: 'Home', role: 'editor' },
    rui.id,
  )
  await standing(ledger, 'editor')
  await inPhase(ledger, 'up-to-date')

  weather.set(away)
  await ledger.save([aPurchase('Ferry'), aPurchase('Inn')])
  await pending(ledger, 2)
  await role('viewer')
  weather.clear()
  await ledger.syncNow()
  await standing(ledger, 'viewer')
  expect(await names(ledger, 2)).toEqual(['Ferry', 'Inn'])
  await role('editor')
  await standing(ledger, 'editor')
  const { refused: list } = await answerWhen(
    ledger,
    { view: 'sync' },
    () => true,
  )
  if (list.length > 0) await ledger.retryRefused(list.map(({ id }) => id))
  await refused(ledger, 0)
  await pending(ledger, 0)
  await inPhase(ledger, 'up-to-date')
  expect(await ledger.verify(...quietly)).toMatchObject({ serverLacks: [] })
  await ledger.close()
})

test('R11 a network that comes and goes fifty times leaves nothing behind', async () => {
  const weather = aWeather()
  const { device, ledger } = await household.aBook(weather.fetch)
  for (let n = 0; n < 50; n++) {
    weather.set(away)
    await ledger.save([aPurchase(`Stop ${n}`)])
    weather.clear()
    device.wake(true)
  }
  const start = performance.now()
  await pending(ledger, 0)
  await inPhase(ledger, 'up-to-date')
  expect(performance.now() - start).toBeLessThan(10_000)
  expect(await ledger.verify(...quietly)).toMatchObject({ serverLacks: [] })
  await ledger.close()
})

test('R14 a first _bulk_get that fails does not become a request for each record', async () => {
  const { ledger: book } = await household.aBook()
  await book.save(Array.from({ length: 20 }, (_, n) => aPurchase(`Stop ${n}`)))
  await pending(book, 0)
  await inPhase(book, 'up-to-date')
  await book.close()

  const weather = aWeather()
  const device = household.aDevice(weather.fetch)
  const joined = await device.join(
    { id: book.id, name: 'Home', role: 'owner' },
    'ana',
  )
  await names(joined, 20)
  await inPhase(joined, 'up-to-date')
  // From here on ordinary replication pulls.
  weather.failOnce(/_bulk_get/, 503)
  const docs = Array.from({ length: 30 }, (_, n) => aStoredPurchase(n))
  const pushed = await household.push(book.id, docs)
  expect(await pushed.json()).toEqual([])
  await answerWhen(joined, everything, a => a.count === 50)
  const singles = weather.asked.filter(path => /\/db\/(txn|acc)_/.test(path))
  expect(singles).toEqual([])
  expect(
    weather.asked.filter(path => path.endsWith('_bulk_get')).length,
  ).toBeGreaterThan(1)
  await joined.close()
})

function aStoredPurchase(n: number) {
  return {
    _id: `txn_${String(n).padStart(26, '0')}`,
    _rev: `1-${n.toString(16).padStart(32, '0')}`,
    ...aPurchase('Pushed').doc,
    v: 1,
  }
}

test('R24 ten thousand edits of a journey go in parts that the server takes, also when the app is closed amid them', async () => {
  const weather = aWeather()
  const { device, ledger } = await household.aBook(weather.fetch)
  weather.set(away)
  await ledger.save(
    Array.from({ length: 10_000 }, (_, n) => aPurchase(`Stop ${n}`)),
  )
  await pending(ledger, 10_000)
  weather.clear()
  device.wake(true)
  await answerWhen(
    ledger,
    { view: 'sync' },
    a => a.pending > 0 && a.pending < 9_000,
  )
  await ledger.close()
  const again = await device.open(ledger.id)
  await pending(again, 0)
  await inPhase(again, 'up-to-date')
  expect(Math.max(...weather.sizes)).toBeLessThan(8_000_000)
  const { serverLacks, records } = await again.verify(...quietly)
  expect([records, serverLacks.length]).toEqual([10_003, 0])
  await again.close()
}, 120_000)
