/**
 * Many at the server's door at once: 3,000 feeds that wait, 50 devices that
 * come online with 500 edits each, and one that sends what no client would.
 * The server has the first core for itself, who asks it the second.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sessionReply } from '@ourmoney/shared/identity/api.ts'
import { createDoc } from '@ourmoney/shared/sync/edit.ts'
import { newId } from '@ourmoney/shared/sync/ids.ts'
import { hostile } from './hostile-writes.ts'
import { startMeasured } from './measured-process.ts'

/** A person may have a hundred; one is for the devices. */
const ledgers = Number(process.env['OURMONEY_BENCH_LEDGERS'] ?? 99)
const feedsEach = Math.ceil(3_000 / ledgers)
const devices = Number(process.env['OURMONEY_BENCH_DEVICES'] ?? 50)
const editsEach = 500
const seconds = Number(process.env['OURMONEY_BENCH_SECONDS'] ?? 30)
const person = {
  name: 'Ann',
  password: 'a horse, a staple and a battery',
  device: 'bench',
}

execFileSync('taskset', ['-cp', '1', String(process.pid)])
const dataDir = await mkdtemp(join(tmpdir(), 'ourmoney-bench-'))
const server = await startMeasured(
  join(import.meta.dirname, '../src/main.ts'),
  { DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error' },
  0,
)
const { hostname, port } = new URL(server.origin)
const agent = new Agent({ keepAlive: true, maxSockets: Infinity })
let token = ''

try {
  const setUpToken = /#(\S+)/.exec(server.output)?.[1]
  const reply = await ask('POST', '/api/v1/auth/set-up', {
    token: setUpToken,
    ...person,
  })
  token = sessionReply.parse(reply).accessToken
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`,
  )
  console.log('| what | measured | target |')
  console.log('|---|---|---|')
  await waitForMany()
  await comeOnline()
  await sendHostile()
} finally {
  await server.stop()
  agent.destroy()
  await rm(dataDir, { recursive: true })
}

async function waitForMany(): Promise<void> {
  const ids = Array.from({ length: ledgers }, (_, n) => ledgerId(n))
  for (const [n, id] of ids.entries()) {
    // From addresses of their own: what one asks is limited.
    await ask('PUT', `/api/v1/ledgers/${id}`, { name: 'Home' }, addressOf(n))
  }
  const before = await server.taken()
  const waiting = ids.flatMap(id =>
    Array.from({ length: feedsEach }, () => openFeed(id, 0)),
  )
  await pause(5_000)
  const idle = await server.taken()
  await pause(seconds * 1_000)
  const after = await server.taken()
  const count = waiting.length.toLocaleString('en')
  const share = (100 * (after.cpuSeconds - idle.cpuSeconds)) / seconds
  const files = openFiles()
  tell(
    `${count} idle feeds on ${ledgers.toLocaleString('en')} ledgers: memory`,
    `${after.megabytes.toFixed(0)} MB (${before.megabytes.toFixed(0)} before)`,
    '≤ 250 MB',
  )
  tell('the same: processor', `${share.toFixed(1)} %`, '≤ 2 %')
  tell('the same: open files, without sockets', String(files), '')

  const start = performance.now()
  await Promise.all(ids.map(id => save(id, [aDoc()])))
  const written = performance.now()
  await Promise.all(waiting)
  const end = performance.now()
  tell('a write to each of the ledgers', milliseconds(written - start), '')
  tell(
    'the last write acknowledged → the last feed awake',
    milliseconds(end - written),
    '≤ 1 s',
  )
  const [one = ''] = ids
  const since = await lastSeq(one)
  const crowd = Array.from({ length: ledgers }, () => openFeed(one, since))
  await pause(2_000)
  await save(one, [aDoc()])
  const saved = performance.now()
  await Promise.all(crowd)
  tell(
    `one write → ${ledgers.toLocaleString('en')} feeds of one ledger awake`,
    milliseconds(performance.now() - saved),
    '≤ 1 s',
  )
}

/** Each sends what it has, then fetches until it has what all the others sent. */
async function comeOnline(): Promise<void> {
  const ledger = ledgerId(ledgers)
  await ask('PUT', `/api/v1/ledgers/${ledger}`, { name: 'Home' })
  const all = devices * editsEach
  const sent = new Set<string>()
  await server.taken()
  const start = performance.now()
  await Promise.all(
    Array.from({ length: devices }, async () => {
      for (let at = 0; at < editsEach; at += 100) {
        const docs = Array.from({ length: 100 }, aDoc)
        await diff(ledger, docs)
        await save(ledger, docs)
        for (const { _id } of docs) sent.add(_id)
      }
      await fetchAll(ledger, all)
    }),
  )
  const took = performance.now() - start
  const { loopP99, megabytes } = await server.taken()
  const kept = await fetchAll(ledger, all)
  const lost = [...sent].filter(id => !kept.has(id)).length
  tell(
    `${devices} devices come online with ${editsEach} edits each: all have all`,
    `${(took / 1_000).toFixed(1)} s, ${lost} lost`,
    '≤ 60 s, 0 lost',
  )
  tell(
    'the same: event loop late, p99',
    `${milliseconds(loopP99)}, ${megabytes.toFixed(0)} MB`,
    '≤ 200 ms',
  )
}

async function fetchAll(ledger: string, all: number): Promise<Set<string>> {
  const got = new Set<string>()
  for (let since = 0; got.size < all;) {
    const path = `/sync/${ledger}/db/_changes?since=${since}&limit=1000&style=all_docs`
    const { results, last_seq } = (await ask('GET', path)) as Changes
    if (results.length === 0) await pause(200)
    since = last_seq
    if (results.length === 0) continue
    const docs = results.map(({ id, changes }) => ({
      id,
      rev: changes[0]?.rev,
    }))
    const path2 = `/sync/${ledger}/db/_bulk_get?revs=true&latest=true`
    const bodies = (await ask('POST', path2, { docs })) as {
      results: { id: string; docs: { ok?: object }[] }[]
    }
    for (const { id, docs: found } of bodies.results) {
      if (found[0]?.ok !== undefined) got.add(id)
    }
  }
  return got
}

type Changes = {
  readonly results: readonly {
    readonly id: string
    readonly changes: readonly { readonly rev: string }[]
  }[]
  readonly last_seq: number
}

/** Twenty a second of what the gate refuses, while others save. */
async function sendHostile(): Promise<void> {
  const ledger = ledgerId(ledgers)
  const quiet = await saveForAWhile(ledger)
  const stopping = new AbortController()
  let sent = 0
  const sending = (async () => {
    const coming: Promise<unknown>[] = []
    while (!stopping.signal.aborted) {
      const { path, body } = hostile(sent++)
      coming.push(send('POST', `/sync/${ledger}/db/${path}`, body))
      await pause(50)
    }
    await Promise.all(coming)
  })()
  const disturbed = await saveForAWhile(ledger)
  stopping.abort()
  await sending
  const target = '≤ 2 × quiet'
  tell('ten people saving: p95 of a save', milliseconds(quiet), '')
  tell(
    `the same while ${sent} hostile requests come, 20 a second`,
    milliseconds(disturbed),
    target,
  )
}

async function saveForAWhile(ledger: string): Promise<number> {
  const taken: number[] = []
  const until = performance.now() + seconds * 1_000
  await Promise.all(
    Array.from({ length: 10 }, async (_, n) => {
      await pause(n * 20)
      while (performance.now() < until) {
        const start = performance.now()
        await save(ledger, [aDoc()])
        taken.push(performance.now() - start)
        await pause(200)
      }
    }),
  )
  const sorted = taken.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.95)] ?? NaN
}

function aDoc() {
  return {
    ...createDoc(
      'transaction',
      newId('transaction', Date.now(), Math.random),
      {
        type: 'expense',
        description: 'Bread',
        minor: 320,
        currency: 'EUR',
        date: '2026-11-26',
      },
      { at: Date.now(), by: 'mem_0000', device: 'bench' },
    ),
    _rev: `1-${crypto.randomUUID().replaceAll('-', '')}`,
  }
}

function diff(ledger: string, docs: readonly ReturnType<typeof aDoc>[]) {
  const asked = Object.fromEntries(docs.map(({ _id, _rev }) => [_id, [_rev]]))
  return ask('POST', `/sync/${ledger}/db/_revs_diff`, asked)
}

async function save(ledger: string, docs: readonly object[]): Promise<void> {
  const body = { docs, new_edits: false }
  const refused = await ask('POST', `/sync/${ledger}/db/_bulk_docs`, body)
  if (JSON.stringify(refused) !== '[]') throw new Error(JSON.stringify(refused))
}

async function openFeed(ledger: string, since: number): Promise<void> {
  for (;;) {
    const path = `/sync/${ledger}/db/_changes?feed=longpoll&heartbeat=30000&since=${since}`
    const { results } = (await ask('GET', path)) as Changes
    // A feed ends by itself before a proxy would end it.
    if (results.length > 0) return
  }
}

async function lastSeq(ledger: string): Promise<number> {
  const info = await ask('GET', `/sync/${ledger}/db`)
  return (info as { update_seq: number }).update_seq
}

async function ask(
  method: string,
  path: string,
  body?: object,
  localAddress?: string,
): Promise<unknown> {
  const { status, text } = await send(
    method,
    path,
    body === undefined ? undefined : JSON.stringify(body),
    localAddress,
  )
  if (status >= 400) throw new Error(`${method} ${path}: ${status} ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}

function send(
  method: string,
  path: string,
  body?: string,
  localAddress?: string,
) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const asked = request(
      {
        method,
        host: hostname,
        port,
        path,
        agent,
        ...(localAddress !== undefined && { localAddress }),
        headers: {
          ...(token !== '' && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          }),
        },
      },
      reply => {
        const pieces: string[] = []
        reply.setEncoding('utf8')
        reply.on('data', (piece: string) => pieces.push(piece))
        reply.on('error', reject)
        reply.on('end', () =>
          resolve({
            status: reply.statusCode ?? 0,
            text: pieces.join(''),
          }),
        )
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

function ledgerId(n: number): string {
  return String(n).padStart(26, '0')
}

function addressOf(n: number): string {
  return `127.0.${Math.floor(n / 250)}.${1 + (n % 250)}`
}

/** Descriptors of the server that are files. */
function openFiles(): number {
  const folder = `/proc/${String(server.pid)}/fd`
  const lines = execFileSync('ls', ['-l', folder])
  const all = readdirSync(folder).length
  const sockets = lines.toString().match(/socket:/g)?.length ?? 0
  return all - sockets
}

function milliseconds(taken: number): string {
  return `${taken.toFixed(0)} ms`
}

function tell(what: string, measured: string, target: string): void {
  console.log(`| ${what} | ${measured} | ${target} |`)
}
