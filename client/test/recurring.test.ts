import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { occurrenceId } from '@ourmoney/shared/recurring/posted.ts'
import {
  answerWhen as until,
  everything,
} from '../src/data/contract/a-ledger.ts'
import type { Ledger } from '../src/data/ledger.ts'
import { createWorkerDevice } from '../src/data/worker/device-worker.ts'
import { aHousehold, inPhase } from './a-household.ts'

let household: Awaited<ReturnType<typeof aHousehold>>
beforeAll(async () => {
  household = await aHousehold()
})
afterAll(() => household.server.dispose())

const today = '2026-11-22'

/** A device whose network can go; it keeps what is on it while another is used. */
function aDevice(storage = new IDBFactory()) {
  let isAway = false
  indexedDB = storage
  const device = createWorkerDevice({
    server: household.server.url,
    now: Date.now,
    random: Math.random,
    fetch: (input, init) => {
      if (isAway) throw new TypeError('away')
      return fetch(input, init)
    },
  })
  device.setTokens('ana', async () => household.token)
  return {
    device,
    storage,
    goAway: () => (isAway = true),
  }
}

test('two devices without a network post the same day once, and what one of them left out stays out', async () => {
  const first = aDevice()
  const { ledger: mine } = await startBook(first)
  const { ids } = await mine.save([
    {
      change: 'create',
      doc: {
        kind: 'recurring',
        name: 'Rent',
        rrule: 'FREQ=MONTHLY;BYMONTHDAY=1',
        start: '2026-10-01',
        draft: {
          type: 'expense',
          description: 'Rent',
          minor: 70_000,
          currency: 'EUR',
          category: 'cat_0000',
        },
        post: 'on-the-day',
      },
    },
  ])
  const rule = ids[0] ?? ''
  await sent(mine)
  await mine.close()
  first.goAway()

  const second = aDevice()
  const theirs = await second.device.join(
    { id: mine.id, name: 'Home', role: 'owner' },
    'ana',
  )
  await until(
    theirs,
    { view: 'recurring', today, until: today },
    answer => answer.due.length === 2,
  )
  second.goAway()
  expect(await theirs.postDue(today)).toBe(2)
  await until(theirs, everything, answer => answer.count === 2)
  await theirs.close()

  const away = aDevice(first.storage)
  away.goAway()
  const offline = await away.device.open(mine.id, 'ana')
  await offline.save([
    {
      change: 'skip',
      due: [{ recurring: rule, date: '2026-11-01' }],
      isSkipped: true,
    },
  ])
  expect(await offline.postDue(today)).toBe(1)
  await offline.close()

  const back = aDevice(first.storage)
  const again = await back.device.open(mine.id, 'ana')
  await sent(again)
  await again.close()
  back.goAway()

  const other = aDevice(second.storage)
  const joined = await other.device.open(mine.id, 'ana')
  await sent(joined)
  await until(joined, everything, answer => answer.count === 2)
  const { conflicted } = await inPhase(joined, 'up-to-date')
  expect(conflicted).toBe(0)
  await joined.postDue(today)
  const list = await until(joined, everything, answer => answer.count === 1)
  expect(list.rows[0]?.id).toBe(occurrenceId(rule, '2026-10-01'))
  const { doc } = await until(
    joined,
    { view: 'record', id: occurrenceId(rule, '2026-10-01') },
    answer => answer.sync === 'synced',
  )
  // Both wrote the same bytes: there is one first version, and nothing to merge.
  expect(doc?._rev).toMatch(/^1-/)
  await joined.close()
})

async function startBook({ device }: ReturnType<typeof aDevice>) {
  const ledger = await device.start({
    name: 'Home',
    currency: 'EUR',
    timeZone: 'Europe/Lisbon',
    firstDay: 1,
    memberName: 'Ana',
    accountName: 'Purse',
    categories: [],
  })
  await household.connect(ledger.id)
  await device.connect(ledger.id, 'ana')
  await inPhase(ledger, 'up-to-date')
  return { ledger }
}

/** Everything of it is on the server, and everything of the server's here. */
function sent(ledger: Ledger) {
  return until(
    ledger,
    { view: 'sync' },
    answer =>
      answer.phase === 'up-to-date' && answer.pending === 0 && !answer.loading,
  )
}
