import { newServer } from '../e2e/server.ts'
import type { NewLedger } from '../src/data/device.ts'
import type { Ledger } from '../src/data/ledger.ts'
import type { SyncAnswer } from '../src/data/views/sync.ts'
import { answerWhen } from '../src/data/contract/a-ledger.ts'
import { readPlainStatements } from '../src/data/contract/a-statement.ts'
import { createWorkerDevice } from '../src/data/worker/device-worker.ts'

const password = 'correct horse battery'

type Asking = {
  readonly method?: string
  readonly body?: object
  readonly token?: string
  readonly proof?: string
}

/** A server of one's own with Ana on it, and devices without a browser. */
export async function aHousehold(env: Readonly<Record<string, string>> = {}) {
  const server = await newServer(env)
  const { accessToken: token } = await asked<{ accessToken: string }>(
    '/auth/set-up',
    {
      body: {
        token: server.setUpLink().split('#')[1],
        name: 'Ana',
        password,
        device: 'test',
      },
      token: '',
    },
  )

  async function ask(path: string, asking: Asking = {}): Promise<Response> {
    const { method = 'POST', body, proof, token: by = token } = asking
    return fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(by !== '' && { authorization: `Bearer ${by}` }),
        ...(proof !== undefined && { 'ourmoney-proof': proof }),
        origin: server.url,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  }

  async function asked<Reply>(path: string, asking: Asking): Promise<Reply> {
    return (await (await ask(path, asking)).json()) as Reply
  }

  /** With nothing on it; one that was there before is gone. */
  function aDevice(asking: typeof fetch = fetch) {
    indexedDB = new IDBFactory()
    const device = createWorkerDevice({
      server: server.url,
      now: Date.now,
      random: Math.random,
      fetch: asking,
      readStatements: readPlainStatements,
    })
    device.setTokens('ana', async () => token)
    return device
  }

  async function connect(id: string): Promise<void> {
    await ask(`/ledgers/${id}`, { method: 'PUT', body: { name: 'Home' } })
  }

  return {
    server,
    token,
    ask,
    aDevice,
    connect,
    /** A ledger of Ana's on a new device, alike on the server. */
    aBook: async (asking?: typeof fetch) => {
      const device = aDevice(asking)
      const ledger = await device.start(home)
      await connect(ledger.id)
      await device.connect(ledger.id, 'ana')
      await inPhase(ledger, 'up-to-date')
      return { device, ledger }
    },
    /** Somebody who has registered with an invitation to the ledger. */
    invited: async (ledger: string) => {
      const { code } = await asked<{ code: string }>(
        `/ledgers/${ledger}/invitations`,
        { body: { role: 'editor' } },
      )
      const session = await asked<{
        accessToken: string
        user: { id: string }
      }>('/auth/register', {
        body: { name: ledger, password, device: '', code },
      })
      return { token: session.accessToken, id: session.user.id }
    },
    /** Writes docs on the server, as another device does. */
    push: (ledger: string, docs: readonly object[]) =>
      fetch(`${server.url}/sync/${ledger}/db/_bulk_docs`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
        },
        body: JSON.stringify({ docs, new_edits: false }),
      }),
    deleteLedger: async (id: string) => {
      const { proof } = await asked<{ proof: string }>('/auth/confirm', {
        body: { password },
      })
      return ask(`/ledgers/${id}`, { method: 'DELETE', proof })
    },
  }
}

export const home: NewLedger = {
  name: 'Home',
  currency: 'EUR',
  timeZone: 'Europe/Lisbon',
  firstDay: 1,
  memberName: 'Ana',
  accountName: 'Purse',
  categories: [],
}

export function aPurchase(description: string) {
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

export function inPhase(ledger: Ledger, phase: string): Promise<SyncAnswer> {
  return answerWhen(ledger, { view: 'sync' }, answer => answer.phase === phase)
}

export function standing(ledger: Ledger, as: SyncAnswer['standing']) {
  return answerWhen(ledger, { view: 'sync' }, answer => answer.standing === as)
}
