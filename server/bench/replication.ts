/**
 * Processor time of the server while a PouchDB pushes everything it has and
 * another fetches all of it: ours, with the gate and tokens, beside
 * express-pouchdb without either. Each round starts a new process.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import PouchDB from 'pouchdb-core'
import { sessionReply } from '@ourmoney/shared/identity/api.ts'
import { createDoc } from '@ourmoney/shared/sync/edit.ts'
import { derivedId, newId } from '@ourmoney/shared/sync/ids.ts'
import { startMeasured } from './measured-process.ts'
import { startOurServer } from './our-server.ts'

const require = createRequire(import.meta.url)
for (const plugin of [
  'pouchdb-adapter-leveldb',
  'pouchdb-adapter-memory',
  'pouchdb-adapter-http',
  'pouchdb-replication',
]) {
  PouchDB.plugin(require(plugin))
}

const batch = 500
const ledger = '0'.repeat(25) + '1'
const sizes = (process.env['OURMONEY_BENCH_DOCS'] ?? '10000,100000')
  .split(',')
  .map(Number)

type Cost = { readonly push: number; readonly pull: number }
type Device = PouchDB.Database & {
  readonly replicate: Record<
    'to' | 'from',
    (remote: PouchDB.Database, options: object) => Promise<unknown>
  >
}
type Server = {
  readonly remote: PouchDB.Database
  readonly cpuSeconds: () => Promise<number>
  readonly stop: () => Promise<void>
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`)
console.log('| docs | server | push, CPU s | pull, CPU s | both, CPU s |')
console.log('|---|---|---|---|---|')
for (const size of sizes) await compare(size)

async function compare(size: number): Promise<void> {
  const rounds = Number(
    process.env['OURMONEY_BENCH_ROUNDS'] ?? (size > 20_000 ? 3 : 5),
  )
  const dir = await mkdtemp(join(tmpdir(), 'ourmoney-bench-'))
  const source = new PouchDB(join(dir, 'source'), {
    adapter: 'leveldb',
  }) as Device
  await fill(source, size)
  const contestants = [
    { name: 'express-pouchdb', start: startTheirs, costs: [] as Cost[] },
    { name: 'OurMoney', start: startOurs, costs: [] as Cost[] },
  ]
  for (let round = 0; round < rounds; round++) {
    for (const { name, start, costs } of contestants) {
      const dataDir = await mkdtemp(join(dir, 'server-'))
      const server = await start(dataDir)
      costs.push(await measure(server, source, size))
      await server.stop()
      await rm(dataDir, { recursive: true })
      console.error(size, name, costs.at(-1))
    }
    contestants.reverse()
  }
  await source.close()
  await rm(dir, { recursive: true })

  contestants.sort((a, b) => (a.name < b.name ? 1 : -1))
  const theirs = contestants[0]?.costs ?? []
  for (const { name, costs } of contestants) {
    const cells = [push, pull, both].map(part => {
      const seconds = median(costs.map(part))
      const ratio = Math.round((100 * seconds) / median(theirs.map(part)))
      return costs === theirs
        ? seconds.toFixed(2)
        : `${seconds.toFixed(2)} (${ratio} %)`
    })
    const row = [size.toLocaleString('en'), name, ...cells]
    console.log(`| ${row.join(' | ')} |`)
  }
}

function push(cost: Cost): number {
  return cost.push
}
function pull(cost: Cost): number {
  return cost.pull
}
function both(cost: Cost): number {
  return cost.push + cost.pull
}

async function measure(
  { remote, cpuSeconds }: Server,
  source: Device,
  size: number,
): Promise<Cost> {
  const target = new PouchDB('target', { adapter: 'memory' }) as Device
  const start = await cpuSeconds()
  await source.replicate.to(remote, { batch_size: batch })
  const pushed = await cpuSeconds()
  await target.replicate.from(remote, { batch_size: batch })
  const pulled = await cpuSeconds()
  const { doc_count } = await target.info()
  if (doc_count !== size) throw new Error(`Only ${doc_count} docs arrived`)
  await target.destroy()
  return { push: pushed - start, pull: pulled - pushed }
}

async function startTheirs(dataDir: string): Promise<Server> {
  const program = join(import.meta.dirname, 'express-pouchdb.ts')
  const running = await startMeasured(program, { DATA_DIR: dataDir })
  const remote = new PouchDB(`${running.origin}/ledger`, { adapter: 'http' })
  await remote.info()
  return { ...running, remote }
}

async function startOurs(dataDir: string): Promise<Server> {
  const running = await startOurServer({ DATA_DIR: dataDir })
  const token = /#(\S+)/.exec(running.output)?.[1]
  const setUp = await send('POST', `${running.origin}/api/v1/auth/set-up`, {
    token,
    name: 'Ann',
    password: 'a horse, a staple and a battery',
    device: 'bench',
  })
  const { accessToken } = sessionReply.parse(setUp)
  const authorization = `Bearer ${accessToken}`
  const path = `${running.origin}/api/v1/ledgers/${ledger}`
  await send('PUT', path, { name: 'Home' }, { authorization })
  const remote = new PouchDB(`${running.origin}/sync/${ledger}/db`, {
    adapter: 'http',
    skip_setup: true,
    fetch: (target: string, options: RequestInit = {}) => {
      const headers = new Headers(options.headers)
      headers.set('authorization', authorization)
      return fetch(target, { ...options, headers })
    },
  } as unknown as PouchDB.Configuration.DatabaseConfiguration)
  return { ...running, remote }
}

async function send(
  method: string,
  url: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const reply = await fetch(url, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!reply.ok) throw new Error(`${url}: ${reply.status}`)
  return reply.json()
}

/** Transactions of about 280 bytes. */
async function fill(source: PouchDB.Database, size: number): Promise<void> {
  const category = derivedId('category', 'Food')
  const member = derivedId('member', 'Ann')
  for (let from = 0; from < size; from += 5_000) {
    const docs = Array.from({ length: Math.min(5_000, size - from) }, (_, n) =>
      createDoc(
        'transaction',
        newId('transaction', 1_700_000_000_000 + from + n, Math.random),
        {
          type: 'expense',
          description: 'Groceries for the week',
          minor: 1_000 + n,
          currency: 'EUR',
          date: `2026-11-${10 + (n % 20)}`,
          category,
          member,
        },
        { at: 1_700_000_000_000 + n, by: 'mem_0000', device: 'bench' },
      ),
    )
    await source.bulkDocs(docs)
  }
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}
