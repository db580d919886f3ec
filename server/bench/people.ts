/**
 * What people notice of each other at the server's door: how long a feed stays
 * open once its session is revoked, and how long a save takes to another
 * person's feed, with 20 people saving, quiet and while 200 a minute sign in.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sessionReply } from '@ourmoney/shared/identity/api.ts'
import { createDoc } from '@ourmoney/shared/sync/edit.ts'
import { derivedId, newId } from '@ourmoney/shared/sync/ids.ts'
import { startOurServer } from './our-server.ts'

const ledger = '0'.repeat(25) + '1'
const editors = 20
const seconds = Number(process.env['OURMONEY_BENCH_SECONDS'] ?? 30)
const revocations = Number(process.env['OURMONEY_BENCH_ROUNDS'] ?? 100)
const person = {
  name: 'Ann',
  password: 'a horse, a staple and a battery',
  device: 'bench',
}

const dataDir = await mkdtemp(join(tmpdir(), 'ourmoney-bench-'))
const server = await startOurServer({ DATA_DIR: dataDir })
const auth = `${server.origin}/api/v1/auth`
const database = `${server.origin}/sync/${ledger}/db`

let token = ''

try {
  await measure()
} finally {
  await server.stop()
  await rm(dataDir, { recursive: true })
}

async function measure(): Promise<void> {
  const setUpToken = /#(\S+)/.exec(server.output)?.[1]
  const setUp = { token: setUpToken, ...person }
  token = sessionReply.parse(
    await ask('POST', `${auth}/set-up`, setUp),
  ).accessToken
  await ask('PUT', `${server.origin}/api/v1/ledgers/${ledger}`, {
    name: 'Home',
  })

  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`,
  )
  console.log('| what | p50, ms | p95, ms |')
  console.log('|---|---|---|')
  tell('session revoked → its feed closed', await revoke())
  tell(`save → another’s feed, ${editors} people saving`, await saveForAWhile())
  const signingIn = signInAgainAndAgain()
  tell('the same while 200 a minute sign in', await saveForAWhile())
  await signingIn.stop()
  console.log(`\n${signingIn.count()} signed in meanwhile.`)
}

async function signIn() {
  return sessionReply.parse(await ask('POST', `${auth}/sign-in`, person))
}

async function revoke(): Promise<readonly number[]> {
  const taken: number[] = []
  for (let n = 0; n < revocations; n++) {
    const { accessToken, session } = await signIn()
    const feed = await openFeed(accessToken, await lastSeq())
    const start = performance.now()
    await ask('DELETE', `${auth}/sessions/${session}`)
    await feed.text()
    taken.push(performance.now() - start)
  }
  return taken
}

/** Each of them saves once a second; one feed hears of all of it. */
async function saveForAWhile(): Promise<readonly number[]> {
  const sent = new Map<string, number>()
  const taken: number[] = []
  const until = performance.now() + seconds * 1000
  const listening = hear(id => {
    const start = sent.get(id)
    if (start !== undefined) taken.push(performance.now() - start)
  })
  await Promise.all(
    Array.from({ length: editors }, async (_, editor) => {
      await pause((editor * 1000) / editors)
      while (performance.now() < until) {
        const id = newId('transaction', Date.now(), Math.random)
        const start = performance.now()
        sent.set(id, start)
        await save(id)
        await pause(Math.max(0, 1000 - (performance.now() - start)))
      }
    }),
  )
  await pause(500)
  await listening.stop()
  if (taken.length < sent.size) throw new Error('Some saves were not heard of')
  return taken
}

function hear(onHeard: (id: string) => void) {
  const stopping = new AbortController()
  async function listen(): Promise<void> {
    let since = await lastSeq()
    while (!stopping.signal.aborted) {
      const reply = await openFeed(token, since)
      const heard = (await reply.json()) as {
        results: { id: string }[]
        last_seq: number
      }
      heard.results.forEach(({ id }) => onHeard(id))
      since = heard.last_seq
    }
  }
  const listening = listen()
  return {
    stop: async () => {
      stopping.abort()
      await save(newId('transaction', Date.now(), Math.random))
      await listening
    },
  }
}

function signInAgainAndAgain() {
  const stopping = new AbortController()
  let count = 0
  async function run(): Promise<void> {
    const coming: Promise<unknown>[] = []
    while (!stopping.signal.aborted) {
      coming.push(signIn().then(() => (count += 1)))
      await pause(60_000 / 200)
    }
    await Promise.all(coming)
  }
  const running = run()
  return {
    count: () => count,
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

async function save(id: string): Promise<void> {
  const doc = {
    ...createDoc(
      'transaction',
      id,
      {
        type: 'expense',
        description: 'Bread',
        minor: 320,
        currency: 'EUR',
        date: '2026-11-26',
        category: derivedId('category', 'Food'),
        member: derivedId('member', 'Ann'),
      },
      { at: Date.now(), by: 'mem_0000', device: 'bench' },
    ),
    _rev: `1-${crypto.randomUUID().replaceAll('-', '')}`,
  }
  const refused = await ask('POST', `${database}/_bulk_docs`, {
    docs: [doc],
    new_edits: false,
  })
  if (JSON.stringify(refused) !== '[]') throw new Error(JSON.stringify(refused))
}

function openFeed(bearer: string, since: number): Promise<Response> {
  return fetch(`${database}/_changes?feed=longpoll&since=${since}`, {
    headers: { authorization: `Bearer ${bearer}` },
  })
}

async function lastSeq(): Promise<number> {
  const info = (await ask('GET', database)) as { update_seq: number }
  return info.update_seq
}

async function ask(method: string, url: string, body?: object) {
  const reply = await fetch(url, {
    method,
    headers: {
      ...(url.includes('/auth/s') && method === 'POST'
        ? {}
        : { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!reply.ok) throw new Error(`${method} ${url}: ${await reply.text()}`)
  return reply.status === 204 ? undefined : reply.json()
}

function tell(what: string, taken: readonly number[]): void {
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number) =>
    (sorted[Math.floor(sorted.length * share)] ?? NaN).toFixed(0)
  console.log(`| ${what} | ${at(0.5)} | ${at(0.95)} |`)
}
