import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ulid } from '@ourmoney/shared/sync/ids.ts'
import {
  answerWhen as until,
  everything,
} from '../src/data/contract/a-ledger.ts'
import type { Ledger } from '../src/data/ledger.ts'
import type { View } from '../src/data/views/view.ts'
import {
  aHousehold,
  aPurchase,
  home,
  inPhase,
  standing,
} from './a-household.ts'

let household: Awaited<ReturnType<typeof aHousehold>>
beforeAll(async () => {
  household = await aHousehold({ LEDGER_MAX_RECEIPT_BYTES: '1000000' })
})
afterAll(() => household.server.dispose())

type Rows = { readonly rows: readonly { readonly sync?: string | undefined }[] }

/** The newest transaction. */
function inState(state: string) {
  return ({ rows }: Rows) => rows[0]?.sync === state
}

test('a ledger is connected, and another device gets all of it', async () => {
  const first = household.aDevice()
  const ledger = await first.start(home)
  await ledger.save([aPurchase('Coffee'), aPurchase('Bread')])
  await until(ledger, everything, answer => answer.count === 2)
  await household.connect(ledger.id)
  await first.connect(ledger.id, 'ana')
  await inPhase(ledger, 'up-to-date')
  const sent = await until(ledger, everything, answer =>
    answer.rows.every(row => row.sync === 'synced'),
  )
  expect(sent.rows).toHaveLength(2)
  await ledger.close()

  const second = household.aDevice()
  const joined = await second.join(
    { id: ledger.id, name: 'Home', role: 'owner' },
    'ana',
  )
  await until(joined, everything, answer => answer.count === 2)
  await until(
    joined,
    { view: 'sync' },
    answer => answer.phase === 'up-to-date' && answer.pending === 0,
  )
  const lookups = await until(joined, { view: 'lookups' }, () => true)
  expect(lookups.me).toMatch(/^mem_/)
  await joined.close()
})

test('what was just saved waits until the server has it, and is sent before replication asks for anything', async () => {
  const asked: string[] = []
  const device = household.aDevice((input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input)
    asked.push(pathname.split('/').at(-1) ?? '')
    return fetch(input, init)
  })
  const ledger = await device.start(home)
  await household.connect(ledger.id)
  await device.connect(ledger.id, 'ana')
  await inPhase(ledger, 'up-to-date')
  asked.length = 0
  const states: unknown[] = []
  const view: View<Rows> = ledger.openView(everything)
  view.subscribe(() => states.push(view.latest()?.rows[0]?.sync))
  await ledger.save([aPurchase('Coffee')])
  await until(ledger, everything, inState('synced'))
  await inPhase(ledger, 'up-to-date')
  expect(states.filter(state => state !== undefined)[0]).toBe('pending')
  // The feed may answer and be asked again at any time.
  const sending = asked.filter(path => path !== '_changes')
  expect(sending[0]).toBe('_bulk_docs')
  expect(sending.filter(path => path === '_bulk_docs')).toHaveLength(1)
  await ledger.close()
})

test('a ledger that its owner deleted on the server says so, and stays here', async () => {
  const device = household.aDevice()
  const ledger = await device.start(home)
  await ledger.save([aPurchase('Coffee')])
  await household.connect(ledger.id)
  await device.connect(ledger.id, 'ana')
  const phase = (name: string) => inPhase(ledger, name)
  await phase('up-to-date')
  await household.deleteLedger(ledger.id)
  await phase('ledger-deleted')
  await until(ledger, everything, answer => answer.count === 1)
  await ledger.close()
})

test('what was typed while the server was down waits and is sent when it is back', async () => {
  const device = household.aDevice()
  const ledger = await device.start({ ...home, name: ulid(1, Math.random) })
  await household.connect(ledger.id)
  await device.connect(ledger.id, 'ana')
  const phase = (name: string) => inPhase(ledger, name)
  await phase('up-to-date')
  await household.server.stop('SIGKILL')
  await phase('offline')
  await ledger.save([aPurchase('Tea')])
  await until(ledger, everything, inState('pending'))
  await household.server.start()
  await until(ledger, everything, inState('synced'))
  await ledger.close()
})

test('a receipt kept with no server reaches another device when it is looked at', async () => {
  const file = new Blob(['%PDF-1.7\n', new Uint8Array(150_000).fill(9)])
  const first = household.aDevice()
  const ledger = await first.start(home)
  const { ids } = await ledger.save([aPurchase('Chair')])
  const transaction = ids[0] ?? ''
  const kept = await ledger.addReceipt(transaction, file, 'chair.pdf')
  const receipt = kept.ids[0] ?? ''
  const inState = (of: Ledger, state: string) =>
    until(
      of,
      { view: 'receipts', transaction },
      answer => answer.receipts[0]?.state === state,
    )
  await inState(ledger, 'here')
  await household.connect(ledger.id)
  await first.connect(ledger.id, 'ana')
  await inPhase(ledger, 'up-to-date')
  await inState(ledger, 'here')
  await ledger.close()

  const second = household.aDevice()
  const joined = await second.join(
    { id: ledger.id, name: 'Home', role: 'owner' },
    'ana',
  )
  await inState(joined, 'away')
  const read = await joined.readReceipt(receipt)
  expect(await read.bytes()).toEqual(await file.bytes())
  await inState(joined, 'here')
  await joined.close()
})

test('a receipt that the server has no room for stays here, and says why it waits', async () => {
  const file = new Blob(['%PDF-1.7\n', new Uint8Array(1_500_000).fill(8)])
  const device = household.aDevice()
  const ledger = await device.start(home)
  const { ids } = await ledger.save([aPurchase('Table')])
  const transaction = ids[0] ?? ''
  const kept = await ledger.addReceipt(transaction, file, 'table.pdf')
  await household.connect(ledger.id)
  await device.connect(ledger.id, 'ana')
  await until(
    ledger,
    { view: 'receipts', transaction },
    answer => answer.receipts[0]?.state === 'full',
  )
  const read = await ledger.readReceipt(kept.ids[0] ?? '')
  expect(read.size).toBe(file.size)
  await inPhase(ledger, 'up-to-date')
  await ledger.close()
})

test('B26 R7 R8 R9 a role is known here as soon as it changes, and what is written meanwhile waits for it', async () => {
  const owners = household.aDevice()
  const book = await owners.start(home)
  await household.connect(book.id)
  await owners.connect(book.id, 'ana')
  await inPhase(book, 'up-to-date')
  await book.close()

  const rui = await household.invited(book.id)
  const role = (to: string) =>
    household.ask(`/ledgers/${book.id}/members/${rui.id}`, {
      method: 'PUT',
      body: { role: to },
    })
  const device = household.aDevice()
  device.setTokens(rui.id, async () => rui.token)
  const ledger = await device.join(
    { id: book.id, name: 'Home', role: 'editor' },
    rui.id,
  )
  await standing(ledger, 'editor')
  await inPhase(ledger, 'up-to-date')

  await role('viewer')
  await standing(ledger, 'viewer')
  await expect(ledger.save([aPurchase('Coffee')])).rejects.toMatchObject({
    code: 'read-only',
  })
  await ledger.close()
  const again = await device.open(book.id)
  await standing(again, 'viewer')

  await role('editor')
  await standing(again, 'editor')
  await again.save([aPurchase('Tea')])
  await until(again, everything, inState('synced'))

  await household.ask(`/ledgers/${book.id}/members/${rui.id}`, {
    method: 'DELETE',
  })
  await standing(again, 'none')
  await inPhase(again, 'no-access')
  expect(await exported(again)).toContain('Tea')
  await again.close()
})

test('R3 what one person wrote and did not send never goes to the server as another', async () => {
  const asked: string[] = []
  let isAway = false
  const watched: typeof fetch = (input, init) => {
    if (isAway) throw new TypeError('away')
    asked.push(new Headers(init?.headers).get('authorization') ?? '')
    return fetch(input, init)
  }
  const { device, ledger: hers } = await household.aBook(watched)
  const rui = await household.invited(hers.id)

  isAway = true
  await hers.save([aPurchase('Ferry')])
  expect(await device.unsent(hers.id)).toBe(1)
  device.setTokens(rui.id, async () => rui.token)
  isAway = false
  asked.length = 0
  await inPhase(hers, 'needs-sign-in')
  await device.ledgers(rui.id)
  const his = await device.join(
    { id: hers.id, name: 'Home', role: 'editor' },
    rui.id,
  )
  await inPhase(his, 'up-to-date')
  expect(new Set(asked)).toEqual(new Set([`Bearer ${rui.token}`]))
  expect(await exported(his)).not.toContain('Ferry')
  await his.close()

  await device.ledgers('ana')
  device.setTokens('ana', async () => household.token)
  await inPhase(hers, 'up-to-date')
  expect(await device.unsent(hers.id)).toBe(0)
  await hers.close()
})

async function exported(ledger: Ledger): Promise<string | undefined> {
  const { signal } = new AbortController()
  const ask = { format: 'json', filter: {} } as const
  const file = await ledger.exportFile(ask, () => {}, signal)
  return file?.blob.text()
}
