import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ulid } from '@ourmoney/shared/sync/ids.ts'
import { newServer, type TestServer } from '../e2e/server.ts'
import type { Ledger } from '../src/data/ledger.ts'
import type { ReceiptsAnswer } from '../src/data/views/record.ts'
import type { SyncAnswer } from '../src/data/views/sync.ts'
import type { View, ViewQuery } from '../src/data/views/view.ts'
import { createWorkerDevice } from '../src/data/worker/device-worker.ts'

let server: TestServer
let token: string

beforeAll(async () => {
  server = await newServer({ LEDGER_MAX_RECEIPT_BYTES: '1000000' })
  const reply = await fetch(`${server.url}/api/v1/auth/set-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({
      token: server.setUpLink().split('#')[1],
      name: 'Ana',
      password: 'correct horse battery',
      device: 'test',
    }),
  })
  token = ((await reply.json()) as { accessToken: string }).accessToken
})

afterAll(() => server.dispose())

async function connect(id: string): Promise<void> {
  await fetch(`${server.url}/api/v1/ledgers/${id}`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ name: 'Home' }),
  })
}

type Asking = {
  readonly method?: string
  readonly body?: object
  readonly token?: string
}

async function ask(path: string, asking: Asking = {}): Promise<Response> {
  const { method = 'POST', body, token: by = token } = asking
  return fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      authorization: `Bearer ${by}`,
      origin: server.url,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

/** Somebody who has registered with an invitation to the ledger. */
async function invited(ledger: string) {
  const made = await ask(`/ledgers/${ledger}/invitations`, {
    body: { role: 'editor' },
  })
  const { code } = (await made.json()) as { code: string }
  const reply = await ask('/auth/register', {
    body: { name: ledger, password: 'correct horse battery', device: '', code },
  })
  const session = (await reply.json()) as {
    accessToken: string
    user: { id: string }
  }
  return { token: session.accessToken, id: session.user.id }
}

async function deleteLedger(id: string): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
    origin: server.url,
  }
  const confirmed = await fetch(`${server.url}/api/v1/auth/confirm`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ password: 'correct horse battery' }),
  })
  const { proof } = (await confirmed.json()) as { proof: string }
  const reply = await fetch(`${server.url}/api/v1/ledgers/${id}`, {
    method: 'DELETE',
    headers: {
      authorization: headers.authorization,
      origin: server.url,
      'ourmoney-proof': proof,
    },
  })
  expect(reply.ok).toBe(true)
}

function aDevice(asking: typeof fetch = fetch) {
  // The first device's storage is gone: the next begins with nothing.
  indexedDB = new IDBFactory()
  const device = createWorkerDevice({
    server: server.url,
    now: Date.now,
    random: Math.random,
    fetch: asking,
  })
  device.setTokens(async () => token)
  return device
}

const home = {
  name: 'Home',
  currency: 'EUR',
  timeZone: 'Europe/Lisbon',
  firstDay: 1,
  memberName: 'Ana',
  accountName: 'Purse',
  categories: [],
}

function aPurchase(description: string) {
  return {
    change: 'create',
    doc: {
      kind: 'transaction',
      type: 'expense',
      description,
      minor: 120,
      currency: 'EUR',
      date: '2026-11-22',
    },
  } as const
}

async function until(
  ledger: Ledger,
  query: ViewQuery,
  isSo: (answer: never) => boolean,
): Promise<unknown> {
  const view: View<unknown> = ledger.openView(query)
  return new Promise(resolve => {
    const look = () => {
      const answer = view.latest()
      if (answer === undefined || !isSo(answer as never)) return
      view.close()
      resolve(answer)
    }
    view.subscribe(look)
    look()
  })
}

function inPhase(ledger: Ledger, phase: string): Promise<unknown> {
  return until(
    ledger,
    { view: 'sync' },
    (answer: SyncAnswer) => answer.phase === phase,
  )
}

function standing(ledger: Ledger, as: SyncAnswer['standing']) {
  return until(
    ledger,
    { view: 'sync' },
    (answer: SyncAnswer) => answer.standing === as,
  )
}

type Rows = { readonly rows: readonly { readonly sync?: string | undefined }[] }

/** The newest transaction. */
function inState(state: string) {
  return ({ rows }: Rows) => rows[0]?.sync === state
}

const all = {
  view: 'transactions',
  filter: {},
  order: { by: 'date', descending: true },
  from: 0,
  to: 50,
} as const

test('a ledger is connected, and another device gets all of it', async () => {
  const first = aDevice()
  const ledger = await first.start(home)
  await ledger.save([aPurchase('Coffee'), aPurchase('Bread')])
  await until(ledger, all, (answer: { count: number }) => answer.count === 2)
  await connect(ledger.id)
  await first.connect(ledger.id, 'ana')
  await inPhase(ledger, 'up-to-date')
  const sent = (await until(
    ledger,
    all,
    (answer: { rows: { sync?: string }[] }) =>
      answer.rows.every(row => row.sync === 'synced'),
  )) as { rows: unknown[] }
  expect(sent.rows).toHaveLength(2)
  await ledger.close()

  const second = aDevice()
  const joined = await second.join(ledger.id, 'Home', 'ana')
  await until(joined, all, (answer: { count: number }) => answer.count === 2)
  await until(
    joined,
    { view: 'sync' },
    (answer: SyncAnswer) =>
      answer.phase === 'up-to-date' && answer.pending === 0,
  )
  const lookups = (await until(joined, { view: 'lookups' }, () => true)) as {
    me?: string
  }
  expect(lookups.me).toMatch(/^mem_/)
  await joined.close()
})

test('what was just saved waits until the server has it, and is sent before replication asks for anything', async () => {
  const asked: string[] = []
  const device = aDevice((input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input)
    asked.push(pathname.split('/').at(-1) ?? '')
    return fetch(input, init)
  })
  const ledger = await device.start(home)
  await connect(ledger.id)
  await device.connect(ledger.id, 'ana')
  await inPhase(ledger, 'up-to-date')
  asked.length = 0
  const states: unknown[] = []
  const view: View<Rows> = ledger.openView(all)
  view.subscribe(() => states.push(view.latest()?.rows[0]?.sync))
  await ledger.save([aPurchase('Coffee')])
  await until(ledger, all, inState('synced'))
  await inPhase(ledger, 'up-to-date')
  expect(states.filter(state => state !== undefined)[0]).toBe('pending')
  // The feed may answer and be asked again at any time.
  const sending = asked.filter(path => path !== '_changes')
  expect(sending[0]).toBe('_bulk_docs')
  expect(sending.filter(path => path === '_bulk_docs')).toHaveLength(1)
  await ledger.close()
})

test('a ledger that its owner deleted on the server says so, and stays here', async () => {
  const device = aDevice()
  const ledger = await device.start(home)
  await ledger.save([aPurchase('Coffee')])
  await connect(ledger.id)
  await device.connect(ledger.id, 'ana')
  const phase = (name: string) => inPhase(ledger, name)
  await phase('up-to-date')
  await deleteLedger(ledger.id)
  await phase('ledger-deleted')
  await until(ledger, all, (answer: { count: number }) => answer.count === 1)
  await ledger.close()
})

test('what was typed while the server was down waits and is sent when it is back', async () => {
  const device = aDevice()
  const ledger = await device.start({ ...home, name: ulid(1, Math.random) })
  await connect(ledger.id)
  await device.connect(ledger.id, 'ana')
  const phase = (name: string) => inPhase(ledger, name)
  await phase('up-to-date')
  await server.stop('SIGKILL')
  await phase('offline')
  await ledger.save([aPurchase('Tea')])
  await until(ledger, all, inState('pending'))
  await server.start()
  await until(ledger, all, inState('synced'))
  await ledger.close()
})

test('a receipt kept with no server reaches another device when it is looked at', async () => {
  const file = new Blob(['%PDF-1.7\n', new Uint8Array(150_000).fill(9)])
  const first = aDevice()
  const ledger = await first.start(home)
  const { ids } = await ledger.save([aPurchase('Chair')])
  const transaction = ids[0] ?? ''
  const kept = await ledger.addReceipt(transaction, file, 'chair.pdf')
  const receipt = kept.ids[0] ?? ''
  const inState = (of: Ledger, state: string) =>
    until(
      of,
      { view: 'receipts', transaction },
      (answer: ReceiptsAnswer) => answer.receipts[0]?.state === state,
    )
  await inState(ledger, 'here')
  await connect(ledger.id)
  await first.connect(ledger.id, 'ana')
  await inPhase(ledger, 'up-to-date')
  await inState(ledger, 'here')
  await ledger.close()

  const second = aDevice()
  const joined = await second.join(ledger.id, 'Home', 'ana')
  await inState(joined, 'away')
  const read = await joined.readReceipt(receipt)
  expect(await read.bytes()).toEqual(await file.bytes())
  await inState(joined, 'here')
  await joined.close()
})

test('a receipt that the server has no room for stays here, and says why it waits', async () => {
  const file = new Blob(['%PDF-1.7\n', new Uint8Array(1_500_000).fill(8)])
  const device = aDevice()
  const ledger = await device.start(home)
  const { ids } = await ledger.save([aPurchase('Table')])
  const transaction = ids[0] ?? ''
  const kept = await ledger.addReceipt(transaction, file, 'table.pdf')
  await connect(ledger.id)
  await device.connect(ledger.id, 'ana')
  await until(
    ledger,
    { view: 'receipts', transaction },
    (answer: ReceiptsAnswer) => answer.receipts[0]?.state === 'full',
  )
  const read = await ledger.readReceipt(kept.ids[0] ?? '')
  expect(read.size).toBe(file.size)
  await inPhase(ledger, 'up-to-date')
  await ledger.close()
})

test('B26 R7 R8 R9 a role is known here as soon as it changes, and what is written meanwhile waits for it', async () => {
  const owners = aDevice()
  const book = await owners.start(home)
  await connect(book.id)
  await owners.connect(book.id, 'ana')
  await inPhase(book, 'up-to-date')
  await book.close()

  const rui = await invited(book.id)
  const role = (to: string) =>
    ask(`/ledgers/${book.id}/members/${rui.id}`, {
      method: 'PUT',
      body: { role: to },
    })
  const device = aDevice()
  device.setTokens(async () => rui.token)
  const ledger = await device.join(book.id, 'Home', rui.id)
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
  await until(again, all, inState('synced'))

  await ask(`/ledgers/${book.id}/members/${rui.id}`, { method: 'DELETE' })
  await standing(again, 'none')
  await inPhase(again, 'no-access')
  expect(await (await again.exportJson({})).text()).toContain('Tea')
  await again.close()
})
