/**
 * Many at the server's door at once: 3,000 feeds that wait, 50 devices that
 * come online with 500 edits each, and one that sends what no client would.
 * Each has a new server, with the first core for itself; who asks has the second.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { cpus } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { createDoc } from '@ourmoney/shared/sync/edit.ts'
import { newId } from '@ourmoney/shared/sync/ids.ts'
import { openDoor, type Door } from './door.ts'
import type { Taken } from './measured-process.ts'
import { hostile } from './hostile-writes.ts'

const people = Number(process.env['OURMONEY_BENCH_PEOPLE'] ?? 10)
/** More a person may not have. */
const ledgersEach = 100
const feedsEach = 3
/** In which every feed ends once and is opened again. */
const idleSeconds = 60
const devices = Number(process.env['OURMONEY_BENCH_DEVICES'] ?? 50)
const editsEach = 500
const seconds = Number(process.env['OURMONEY_BENCH_SECONDS'] ?? 30)
const parts = {
  feeds: waitForMany,
  devices: comeOnline,
  hostile: sendHostile,
}
const wanted = process.env['OURMONEY_BENCH_PARTS']?.split(',')

/** Where one person's token reaches one ledger. */
type At = {
  readonly door: Door
  readonly token: string
  readonly ledger: string
}

execFileSync('taskset', ['-acp', '1', String(process.pid)])
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`)
console.log('| what | measured | target |')
console.log('|---|---|---|')
for (const [name, measure] of Object.entries(parts)) {
  if (wanted?.includes(name) === false) continue
  const door = await openDoor(0)
  try {
    await measure(door)
  } finally {
    await door.close()
  }
}

async function waitForMany(door: Door): Promise<void> {
  const empty = await door.server.taken()
  const places: At[] = []
  for (let person = 0; person < people; person++) {
    const from = `127.0.1.${1 + person}`
    const token = await door.register(`Person ${person}`, from)
    for (let n = 0; n < ledgersEach; n++) {
      places.push(await makeLedger(door, token, places.length, from))
    }
  }
  const count = places.length.toLocaleString('en')
  const before = await untilQuiet(door)
  const waiting: Promise<void>[] = []
  for (const at of places) {
    for (let n = 0; n < feedsEach; n++) waiting.push(openFeed(at, 0))
    await pause(5)
  }
  const idle = await untilQuiet(door)
  await pause(idleSeconds * 1_000)
  const after = await door.server.taken()
  const share = (100 * (after.cpuSeconds - idle.cpuSeconds)) / idleSeconds
  const files = openFiles(door)
  const megabytes = [after, before, empty].map(each =>
    each.megabytes.toFixed(0),
  )
  tell(
    `${waiting.length.toLocaleString('en')} idle feeds on ${count} ledgers: memory`,
    `${megabytes[0]} MB; ${megabytes[1]} before they came, ${megabytes[2]} before there were ledgers`,
    '≤ 250 MB',
  )
  tell('the same: processor', `${share.toFixed(1)} %`, '≤ 2 %')
  tell('the same: open files, without sockets', String(files), 'bounded')

  const start = performance.now()
  await Promise.all(places.map(at => save(at, [aDoc()])))
  const written = performance.now()
  await Promise.all(waiting)
  tell(
    `a write to each of the ${count} ledgers`,
    milliseconds(written - start),
    '',
  )
  tell(
    'the last of them acknowledged → the last feed awake',
    milliseconds(performance.now() - written),
    '≤ 1 s',
  )
  await wakeTogether(places)
}

/** What it takes once it has nothing to do any more. */
async function untilQuiet({ server }: Door): Promise<Taken> {
  let taken = await server.taken()
  for (;;) {
    await pause(2_000)
    const later = await server.taken()
    if (later.cpuSeconds - taken.cpuSeconds < 0.1) return later
    taken = later
  }
}

/** One write to a ledger that everybody of it listens to. */
async function wakeTogether([at]: readonly At[]): Promise<void> {
  if (at === undefined) return
  const info = await at.door.ask({ ...at, method: 'GET', path: pathOf(at) })
  const since = (info as { update_seq: number }).update_seq
  const crowd = Array.from({ length: 100 }, () => openFeed(at, since))
  await pause(2_000)
  await save(at, [aDoc()])
  const saved = performance.now()
  await Promise.all(crowd)
  tell(
    'one write → 100 feeds of one ledger awake',
    milliseconds(performance.now() - saved),
    '≤ 1 s',
  )
}

/** Each sends what it has, then fetches until it has what all the others sent. */
async function comeOnline(door: Door): Promise<void> {
  const at = await makeLedger(door, door.token)
  const all = devices * editsEach
  const sent = new Set<string>()
  await door.server.taken()
  const start = performance.now()
  await Promise.all(
    Array.from({ length: devices }, async () => {
      for (let from = 0; from < editsEach; from += 100) {
        const docs = Array.from({ length: 100 }, aDoc)
        await diff(at, docs)
        await save(at, docs)
        for (const { _id } of docs) sent.add(_id)
      }
      await fetchAll(at, all)
    }),
  )
  const took = performance.now() - start
  const { loopP99, loopMost, megabytes } = await door.server.taken()
  const kept = await fetchAll(at, all)
  const lost = [...sent].filter(id => !kept.has(id)).length
  tell(
    `${devices} devices come online with ${editsEach} edits each: all have all`,
    `${(took / 1_000).toFixed(1)} s, ${lost} lost`,
    '≤ 60 s, 0 lost',
  )
  tell(
    'the same: event loop late, p99',
    `${milliseconds(loopP99)}, at most ${milliseconds(loopMost)}`,
    '≤ 200 ms',
  )
  tell('the same: memory at its end', `${megabytes.toFixed(0)} MB`, '')
}

async function fetchAll(at: At, all: number): Promise<Set<string>> {
  const { door } = at
  const got = new Set<string>()
  for (let since = 0; got.size < all;) {
    const path = pathOf(
      at,
      `/_changes?since=${since}&limit=1000&style=all_docs`,
    )
    const { results, last_seq } = (await door.ask({
      ...at,
      method: 'GET',
      path,
    })) as Changes
    if (results.length === 0) await pause(200)
    since = last_seq
    if (results.length === 0) continue
    const docs = results.map(({ id, changes }) => ({
      id,
      rev: changes[0]?.rev,
    }))
    const bodies = (await door.ask({
      ...at,
      method: 'POST',
      path: pathOf(at, '/_bulk_get?revs=true&latest=true'),
      body: { docs },
    })) as { results: { id: string; docs: { ok?: object }[] }[] }
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

/** Twenty a second of what the gate refuses, from one device, while others save. */
async function sendHostile(door: Door): Promise<void> {
  const at = await makeLedger(door, door.token)
  const token = await door.signIn()
  // Made before, or who measures would be late itself.
  const prepared = Array.from({ length: seconds * 20 }, (_, n) => hostile(n))
  const quiet = await saveForAWhile(at)
  const stopping = new AbortController()
  const statuses = new Map<number, number>()
  const sending = (async () => {
    const coming: Promise<unknown>[] = []
    for (const { path, body } of prepared) {
      if (stopping.signal.aborted) break
      const asked = { method: 'POST', path: pathOf(at, `/${path}`) } as const
      const sent = door.send({ ...asked, body, token })
      const count = sent.then(({ status }) =>
        statuses.set(status, (statuses.get(status) ?? 0) + 1),
      )
      coming.push(count)
      await pause(50)
    }
    await Promise.all(coming)
  })()
  const disturbed = await saveForAWhile(at)
  stopping.abort()
  await sending
  tell('ten people saving: p95 of a save', milliseconds(quiet), '')
  const answers = [...statuses].map(([status, count]) => `${count} × ${status}`)
  tell(
    `the same while hostile requests come, 20 a second (${answers.join(', ')})`,
    milliseconds(disturbed),
    '≤ 2 × quiet',
  )
}

async function saveForAWhile(at: At): Promise<number> {
  const taken: number[] = []
  const until = performance.now() + seconds * 1_000
  await Promise.all(
    Array.from({ length: 10 }, async (_, n) => {
      await pause(n * 20)
      while (performance.now() < until) {
        const start = performance.now()
        await save(at, [aDoc()])
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

async function makeLedger(
  door: Door,
  token: string,
  n = 0,
  localAddress = '127.0.0.1',
): Promise<At> {
  const ledger = String(n).padStart(26, '0')
  await door.ask({
    method: 'PUT',
    path: `/api/v1/ledgers/${ledger}`,
    body: { name: 'Home' },
    token,
    localAddress,
  })
  return { door, token, ledger }
}

function diff(at: At, docs: readonly ReturnType<typeof aDoc>[]) {
  const body = Object.fromEntries(docs.map(({ _id, _rev }) => [_id, [_rev]]))
  const path = pathOf(at, '/_revs_diff')
  return at.door.ask({ ...at, method: 'POST', path, body })
}

async function save(at: At, docs: readonly object[]): Promise<void> {
  const refused = await at.door.ask({
    ...at,
    method: 'POST',
    path: pathOf(at, '/_bulk_docs'),
    body: { docs, new_edits: false },
  })
  if (JSON.stringify(refused) !== '[]') throw new Error(JSON.stringify(refused))
}

async function openFeed(at: At, since: number): Promise<void> {
  const query = `feed=longpoll&heartbeat=30000&since=${since}`
  const path = pathOf(at, `/_changes?${query}`)
  for (;;) {
    const reply = await at.door.ask({ ...at, method: 'GET', path })
    // A feed ends by itself before a proxy would end it.
    if ((reply as Changes).results.length > 0) return
  }
}

function pathOf({ ledger }: At, rest = ''): string {
  return `/sync/${ledger}/db${rest}`
}

/** Descriptors of the server that are files. */
function openFiles({ server }: Door): number {
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
