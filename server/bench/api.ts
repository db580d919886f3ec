/**
 * What a program waits for at the API, one request at a time, on a ledger of
 * 100,000 transactions; and express-pouchdb's `_find` over an index for the
 * same question in the same run. Beside creating stands what the disk takes to
 * have something for good, which each create waits for.
 */
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeTokenReply } from '@ourmoney/shared/identity/api-tokens.ts'
import { sessionReply } from '@ourmoney/shared/identity/api.ts'
import { proofReply } from '@ourmoney/shared/identity/factors.ts'
import { createDoc } from '@ourmoney/shared/sync/edit.ts'
import { newId } from '@ourmoney/shared/sync/ids.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import { revise } from '../src/book/revise.ts'
import { startMeasured } from './measured-process.ts'
import { startOurServer } from './our-server.ts'

const ledger = '0'.repeat(25) + '1'
const size = Number(process.env['OURMONEY_BENCH_DOCS'] ?? 100_000)
const rounds = Number(process.env['OURMONEY_BENCH_ROUNDS'] ?? 300)
const password = 'a horse, a staple and a battery'
const dir = await mkdtemp(join(tmpdir(), 'ourmoney-bench-'))
const stamp = { at: 1_700_000_000_000, by: 'mem_0001', device: 'bench' }

const ours = await startOurServer({ DATA_DIR: join(dir, 'ours') })
const theirs = await startMeasured(
  join(import.meta.dirname, 'express-pouchdb.ts'),
  { DATA_DIR: await mkdtemp(join(dir, 'theirs-')), WITH_FIND: '1' },
)
try {
  await measure()
} finally {
  await ours.stop()
  await theirs.stop()
  await rm(dir, { recursive: true })
}

async function measure(): Promise<void> {
  const token = await setUp()
  const book = `${ours.origin}/api/v1/ledgers/${ledger}`
  const get = (path: string) => send('GET', book + path, undefined, token)
  await fill(token)
  const start = performance.now()
  await get('/transactions?limit=1')
  const firstAsked = performance.now() - start

  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`)
  console.log(`${size.toLocaleString('en')} transactions\n`)
  console.log('| what | p50, ms | p95, ms |\n|---|---|---|')
  await tell('100 of a month and category', n =>
    get(`/transactions?limit=100&types=expense&${questionOf(n)}`),
  )
  await tell('express-pouchdb `_find` for the same', find, 20)
  await tell('the newest 100', () => get('/transactions?limit=100'))
  await tell('100 by a word that few have', n =>
    get(`/transactions?limit=100&text=shop%20${n % 2000}`),
  )
  await tell('100 largest of a category', n =>
    get(`/transactions?limit=100&order=amount&categories=${categoryOf(n)}`),
  )
  await tell('totals of a month and category', n =>
    get(`/totals?${questionOf(n)}`),
  )
  await tell('totals of all', () => get('/totals'))
  await tell('create', n =>
    send('POST', `${book}/transactions`, fieldsOf(n), token),
  )
  const file = await open(join(dir, 'fsync'), 'a')
  await tell('the disk alone, fdatasync of 300 bytes', async () => {
    await file.write('x'.repeat(300))
    await file.datasync()
  })
  await file.close()
  console.log(
    `\nFirst question, which reads the ledger: ${(firstAsked / 1000).toFixed(1)} s`,
  )
  const status = await readFile(`/proc/${ours.pid}/status`, 'utf8')
  console.log(`Memory of the server: ${status.match(/VmRSS:\s+(\d+)/)?.[1]} kB`)
}

async function tell(
  what: string,
  ask: (round: number) => Promise<unknown>,
  most = rounds,
): Promise<void> {
  const unmeasured = Math.min(20, most / 10)
  for (let round = 0; round < unmeasured; round++) await ask(round)
  const times: number[] = []
  for (let round = 0; round < most; round++) {
    const start = performance.now()
    await ask(20 + round)
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const at = (part: number) =>
    (times[Math.floor(times.length * part)] ?? NaN).toFixed(1)
  console.log(`| ${what} | ${at(0.5)} | ${at(0.95)} |`)
}

/** A month and a category, another one each time. */
function questionOf(round: number): string {
  return `period=${monthOf(round)}&categories=${categoryOf(round)}`
}

function monthOf(round: number): string {
  return `${2022 + (round % 4)}-${String(1 + (round % 12)).padStart(2, '0')}`
}

function categoryOf(round: number): string {
  return `cat_${1000 + (round % 40)}`
}

function find(round: number): Promise<unknown> {
  const month = monthOf(round)
  return send('POST', `${theirs.origin}/ledger/_find`, {
    selector: {
      date: { $gte: `${month}-01`, $lte: `${month}-31` },
      type: 'expense',
      category: categoryOf(round),
    },
    sort: [{ date: 'desc' }],
    limit: 100,
  })
}

function fieldsOf(n: number) {
  const day = String(1 + (n % 28)).padStart(2, '0')
  return {
    type: n % 10 === 0 ? 'income' : 'expense',
    description: `Shop ${n % 2000}`,
    minor: 100 + ((n * 7919) % 50_000),
    currency: 'EUR',
    date: `${monthOf(n)}-${day}`,
    category: categoryOf(Math.floor(n / 48)),
  }
}

async function setUp(): Promise<string> {
  const api = `${ours.origin}/api/v1`
  const { accessToken } = sessionReply.parse(
    await send('POST', `${api}/auth/set-up`, {
      token: /#(\S+)/.exec(ours.output)?.[1],
      name: 'Ann',
      password,
      device: 'bench',
    }),
  )
  await send('PUT', `${api}/ledgers/${ledger}`, { name: 'Home' }, accessToken)
  const confirmed = await send(
    'POST',
    `${api}/auth/confirm`,
    { password },
    accessToken,
  )
  const made = await send(
    'POST',
    `${api}/ledgers/${ledger}/tokens`,
    { name: 'bench', access: 'write', days: 1 },
    accessToken,
    { 'ourmoney-proof': proofReply.parse(confirmed).proof },
  )
  return makeTokenReply.parse(made).token
}

async function fill(token: string): Promise<void> {
  const database = `${theirs.origin}/ledger`
  await send('PUT', database)
  await send('POST', `${database}/_index`, { index: { fields: ['date'] } })
  const names: Doc[] = [
    createDoc(
      'ledger',
      'ledger_main',
      { name: 'Home', currency: 'EUR', timeZone: 'UTC', firstDay: 1 },
      stamp,
    ),
    ...Array.from({ length: 40 }, (_, n) =>
      createDoc(
        'category',
        categoryOf(n),
        { name: `Category ${n}`, type: 'expense' },
        stamp,
      ),
    ),
  ]
  await push(names, token)
  for (let from = 0; from < size; from += 1_000) {
    const docs = Array.from({ length: 1_000 }, (_, n) =>
      createDoc(
        'transaction',
        newId('transaction', stamp.at + from + n, Math.random),
        fieldsOf(from + n),
        stamp,
      ),
    )
    await push(docs, token)
  }
  // Their index is made when somebody asks first.
  await find(0)
}

async function push(docs: readonly Doc[], token: string): Promise<void> {
  const body = {
    docs: docs.map(doc => revise(doc, undefined)),
    new_edits: false,
  }
  await send('POST', `${ours.origin}/sync/${ledger}/db/_bulk_docs`, body, token)
  await send('POST', `${theirs.origin}/ledger/_bulk_docs`, body)
}

async function send(
  method: string,
  url: string,
  body?: object,
  token = '',
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const reply = await fetch(url, {
    method,
    headers: {
      ...headers,
      'content-type': 'application/json',
      ...(token !== '' && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await reply.text()
  if (!reply.ok) throw new Error(`${method} ${url}: ${reply.status} ${text}`)
  return text === '' ? undefined : (JSON.parse(text) as unknown)
}
