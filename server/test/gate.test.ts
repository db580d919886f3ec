import { afterAll, beforeAll, expect, test } from 'vitest'
import fc from 'fast-check'
import { readStructure } from '@ourmoney/shared/sync/structure.ts'
import { aTransactionDoc } from '@ourmoney/shared/testing/docs.ts'
import { createRefusedBodies } from '../src/routes/replication/refused-bodies.ts'
import { aLedger, aServer, type AServer } from './a-server.ts'

let server: AServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(async () => server.dispose())

const hash = (n: number) => n.toString(16).padStart(32, '0')
const many = (each: unknown) => Array.from({ length: 1_001 }, () => each)
let ids = 0
const newest = () => `txn_${String(ids).padStart(8, '0')}`
const newId = () => {
  ids += 1
  return newest()
}

function aDoc(changes: Record<string, unknown> = {}) {
  const _id = newId()
  return { ...aTransactionDoc(), _id, _rev: `1-${hash(ids)}`, ...changes }
}

function call(method: 'GET' | 'POST' | 'PUT', path: string, payload?: unknown) {
  return server.app.inject({
    method,
    url: `/sync/${aLedger}/db${path}`,
    headers: {
      authorization: `Bearer ${server.token}`,
      'content-type': 'application/json',
    },
    ...(payload !== undefined && {
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    }),
  })
}

async function push(...docs: unknown[]) {
  const reply = await call('POST', '/_bulk_docs', { docs, new_edits: false })
  expect(reply.statusCode).toBe(201)
  return reply.json<{ id: string; error: string; reason: string }[]>()
}

async function isStored(id: string): Promise<boolean> {
  const reply = await call('GET', `/_changes?limit=2000`)
  return reply
    .json<{ results: { id: string }[] }>()
    .results.some(row => row.id === id)
}

test('a sound doc is stored and comes back', async () => {
  const doc = aDoc()
  expect(await push(doc)).toEqual([])
  const reply = await call('GET', `/${doc._id}?revs=true`)
  expect(reply.json()).toMatchObject({ description: 'Coffee', _rev: doc._rev })
})

test.each<[string, unknown, RegExp]>([
  ['B6 a design doc', { _id: '_design/x', views: {} }, /bad-id/],
  ['B7 a local doc', { _id: '_local/x' }, /bad-id/],
  ['B16 an id that is a key of every object', { _id: '__proto__' }, /bad-id/],
  ['B22 a lone surrogate', { _id: 'txn_s\ud800' }, /bad-id/],
  ['B11 revision 0', { _rev: `0-${hash(1)}` }, /bad-revision/],
  [
    'B11 a 400-digit revision',
    { _rev: `${'9'.repeat(400)}-a` },
    /bad-revision/,
  ],
  [
    'B11 a revision past 2^53',
    { _rev: `9007199254740993-${hash(1)}` },
    /bad-revision/,
  ],
  ['B11 no revision', { _rev: undefined }, /bad-revision/],
  ['B11 a revision that is a number', { _rev: 1 }, /bad-revision/],
  ['B12 no ids', { _revisions: { start: 1, ids: [] } }, /bad-revisions/],
  ['B12 null', { _revisions: null }, /bad-revisions/],
  ['B12 a string', { _revisions: 'x' }, /bad-revisions/],
  ['B12 objects', { _revisions: { start: 1, ids: [{}] } }, /bad-revisions/],
  [
    'B24 an attachment',
    { _attachments: { a: { stub: true } } },
    /reserved-field/,
  ],
  ['B24 an unknown reserved field', { _conflicts: [] }, /reserved-field/],
  ['B23 a deletion that is not true', { _deleted: 1 }, /reserved-field/],
  ['B20 another kind than the id', { kind: 'category' }, /kind/],
  ['schema: half a cent', { minor: 1.5 }, /schema: minor/],
  [
    'R32 schema: parts that do not sum to the amount',
    { minor: 120, splits: [{ minor: 60 }, { minor: 61 }] },
    /^schema: splits: sum$/,
  ],
  [
    'R32 schema: exact shares that do not sum to the amount',
    {
      minor: 120,
      shareMode: 'exact',
      shares: [{ member: 'mem_a000', minor: 1 }],
    },
    /^schema: shares: sum$/,
  ],
  ['R25 more than 64 KB', { later: 'x'.repeat(70_000) }, /too-large/],
  [
    'C8 a colour that is more',
    { kind: 'member', _id: 'mem_0001', name: 'a', colour: 'red;}' },
    /schema: colour/,
  ],
  ['B21 a number for a doc', 7, /not-a-doc/],
  ['B21 a list for a doc', [], /not-a-doc/],
])(
  '%s is refused for itself, the rest of the batch flows',
  async (_, bad, reason) => {
    const good = aDoc()
    const other =
      typeof bad === 'object' && bad !== null && !Array.isArray(bad)
        ? aDoc(bad as Record<string, unknown>)
        : bad
    const refused = await push(good, other)
    expect(refused).toHaveLength(1)
    expect(refused[0]?.error).toBe('forbidden')
    expect(refused[0]?.reason).toMatch(reason)
    expect(await isStored(good._id)).toBe(true)
  },
)

test('B12 whatever stands in _revisions, the server lives and stores nothing crooked', async () => {
  const anything = fc.oneof(
    fc.json().map(text => JSON.parse(text) as unknown),
    fc.record({ start: fc.integer(), ids: fc.array(fc.string()) }),
    fc.record({ start: fc.constant(1), ids: fc.array(fc.constant(hash(9))) }),
  )
  await fc.assert(
    fc.asyncProperty(anything, fc.string(), async (_revisions, _rev) => {
      const refused = await push(aDoc({ _revisions }), aDoc({ _rev }))
      expect(refused).toHaveLength(2)
    }),
    { numRuns: 60 },
  )
  expect((await call('GET', '/_changes')).statusCode).toBe(200)
})

test('B12 a history that is longer than the generation is refused', async () => {
  const ids = [hash(50_001), hash(50_002)]
  const doc = aDoc({ _rev: `1-${ids[0]}`, _revisions: { start: 1, ids } })
  expect((await push(doc))[0]?.reason).toMatch(/bad-revisions/)
})

test.each([1_001, 20_000, 200_000])(
  'B13 %i ancestors are refused',
  async count => {
    const ids = Array.from({ length: count }, (_, n) => hash(n + 1))
    const doc = aDoc({
      _rev: `900000-${ids[0]}`,
      _revisions: { start: 900_000, ids },
    })
    const reply = await call('POST', '/_bulk_docs', {
      docs: [doc],
      new_edits: false,
    })
    // The largest does not even fit into a request.
    if (reply.statusCode === 413) return
    expect(reply.json<{ reason: string }[]>()[0]?.reason).toMatch(
      /bad-revisions|too-many-keys/,
    )
  },
)

test('B14 a revision forged to win for ever is refused', async () => {
  const doc = aDoc()
  await push(doc)
  const forged = { ...doc, _rev: `999999-${'f'.repeat(32)}` }
  expect((await push(forged))[0]?.reason).toMatch(/too far ahead/)
})

test('B14 a known hash under another generation is another revision', async () => {
  const doc = aDoc()
  await push(doc)
  const forged = { ...doc, _rev: `999999-${doc._rev.slice(2)}` }
  expect((await push(forged))[0]?.reason).toMatch(/too far ahead/)
})

test('B15 leaves are capped', async () => {
  const _id = newId()
  const docs = Array.from({ length: 120 }, (_, n) =>
    aDoc({ _id, _rev: `1-${hash(700 + n)}` }),
  )
  const refused = await push(...docs)
  expect(refused).toHaveLength(20)
  expect(refused[0]?.reason).toMatch(/too-many-leaves/)

  // Who merges them needs no more room: each new leaf takes an old one's place.
  const merged = docs.slice(0, 100).map((doc, n) => ({
    ...(n === 0 ? doc : { _id, _deleted: true }),
    _rev: `2-${hash(900 + n)}`,
    _revisions: { start: 2, ids: [hash(900 + n), doc._rev.slice(2)] },
  }))
  expect(await push(...merged)).toEqual([])
  expect((await call('GET', `/${_id}?conflicts=true`)).json()).toMatchObject({
    _rev: merged[0]?._rev,
  })
})

test('B16 poisoned keys are refused at any depth, and poison nothing', async () => {
  const text = JSON.stringify(aDoc({ later: { deep: { mark: 1 } } })).replace(
    '"mark"',
    '"__proto__"',
  )
  const reply = await call(
    'POST',
    '/_bulk_docs',
    `{"new_edits":false,"docs":[${text}]}`,
  )
  expect(reply.json<{ reason: string }[]>()[0]?.reason).toMatch(/bad-key/)
  expect(({} as { mark?: unknown }).mark).toBeUndefined()
})

test('B17 deep JSON is refused, the server lives', async () => {
  for (const depth of [40, 5_000, 100_000]) {
    const deep = '['.repeat(depth) + ']'.repeat(depth)
    const text = JSON.stringify(aDoc({ later: 'HERE' })).replace('"HERE"', deep)
    const body = `{"new_edits":false,"docs":[${text}]}`
    const reply = await call('POST', '/_bulk_docs', body)
    if (depth === 40) expect(reply.json<object[]>()).toHaveLength(1)
    else expect(reply.statusCode).toBe(400)
  }
})

test('B17 a body past its limit is 413, an encoded one 415', async () => {
  const long = JSON.stringify({
    docs: [],
    new_edits: false,
    x: 'x'.repeat(9e6),
  })
  expect((await call('POST', '/_bulk_docs', long)).statusCode).toBe(413)
  const reply = await server.app.inject({
    method: 'POST',
    url: `/sync/${aLedger}/db/_bulk_docs`,
    headers: {
      authorization: `Bearer ${server.token}`,
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    },
    payload: Buffer.alloc(100),
  })
  expect(reply.statusCode).toBe(415)
})

test.each<['GET' | 'POST', string, unknown]>([
  ['POST', '/_bulk_docs', { docs: many({}), new_edits: false }],
  ['POST', '/_bulk_docs', { docs: [], new_edits: true }],
  ['POST', '/_bulk_docs', { docs: 'x', new_edits: false }],
  ['POST', '/_bulk_get', { docs: many({ id: 'txn_0001' }) }],
  ['POST', '/_revs_diff', { txn_0001: many(`1-${hash(1)}`) }],
  ['POST', '/_revs_diff', { txn_0001: 'x' }],
  ['GET', '/_changes?limit=1000000000', undefined],
  ['GET', '/_changes?since=-1', undefined],
  ['GET', '/_changes?since=abc', undefined],
  ['GET', '/_changes?filter=app/mine', undefined],
  ['GET', '/_changes?view=app/mine', undefined],
  ['POST', '/_changes', { doc_ids: many('txn_0001') }],
  ['POST', '/_bulk_docs', '{"docs":['],
])('B18 %s %s is 400', async (method, path, body) => {
  const reply = await call(method, path, body)
  expect(reply.statusCode).toBe(400)
  expect(reply.json()).toMatchObject({ code: 'bad-request' })
})

test('B17 B18 what is too deep or too much is refused before it is parsed', async () => {
  const deep = `{"docs":${'['.repeat(5_000)}`
  const docs = `{"docs":[${'{},'.repeat(100_000)}`
  const ids = Array.from({ length: 10_000 }, (_, n) => `"txn_${n}0000":["1-a"]`)
  for (const [path, body, detail] of [
    ['/_bulk_docs', deep, 'body: too deep'],
    ['/_bulk_docs', docs, 'body: too many'],
    ['/_bulk_get', docs, 'body: too many'],
    ['/_revs_diff', `{${ids.join()}`, 'body: too many'],
  ] as const) {
    const reply = await call('POST', path, body)
    expect(reply.statusCode).toBe(400)
    expect(reply.json()).toMatchObject({ code: 'bad-request', detail })
  }
})

test('B17 no body is read of who may not be here', async () => {
  const reply = await server.app.inject({
    method: 'POST',
    url: `/sync/${aLedger}/db/_bulk_docs`,
    headers: { 'content-type': 'application/json' },
    payload: 'no JSON',
  })
  expect(reply.statusCode).toBe(401)
})

test('B17 B18 who sends nonsense again and again waits, before it is read', async () => {
  const own = await aServer({ refusedBodies: createRefusedBodies() })
  const post = (path: string, payload: string) =>
    own.app.inject({
      method: 'POST',
      url: `/sync/${aLedger}/db/${path}`,
      headers: {
        authorization: `Bearer ${own.token}`,
        'content-type': 'application/json',
      },
      payload,
    })
  const statuses: number[] = []
  for (let sent = 0; sent < 6; sent++) {
    statuses.push((await post('_bulk_docs', '[[')).statusCode)
    statuses.push((await post('_revs_diff', '{"txn_0001":1}')).statusCode)
  }
  expect(statuses).toEqual([...Array(10).fill(400), 429, 429])
  const sound = await post('_bulk_docs', '{"docs":[],"new_edits":false}')
  expect(sound.statusCode).toBe(429)
  expect(Number(sound.headers['retry-after'])).toBeLessThanOrEqual(6)
  await own.dispose()
})

test('B13 B18 docs that are all refused keep no writer waiting and wake no feed', async () => {
  const before = server.databases.writes(aLedger)
  let release = () => {}
  const turn = new Promise<void>(resolve => (release = resolve))
  const writing = server.databases.alone(aLedger, () => turn)
  try {
    const bad = aDoc({ _rev: `0-${hash(1)}` })
    const refused = await push(bad, aDoc({ minor: 0.5 }), 'x')
    expect(refused.map(({ id }) => id)).toEqual([bad._id, newest(), ''])
    expect(server.databases.writes(aLedger)).toBe(before)
  } finally {
    release()
    await writing
  }
})

test('B18 a list of a million is refused by its length alone', () => {
  const list = new Proxy(Array(1_000_000).fill(0), {
    ownKeys: () => {
      throw new Error('its keys were made')
    },
  })
  expect(readStructure(aDoc({ tags: list }))).toMatch(/too-many-keys/)
})

test('B19 of doubled keys the last counts, and is what is checked', async () => {
  const doc = aDoc()
  const text = JSON.stringify(doc).replace(
    '"minor":120',
    '"minor":120,"minor":0.5',
  )
  const body = `{"new_edits":false,"docs":[${text}]}`
  const reply = await call('POST', '/_bulk_docs', body)
  expect(reply.json<{ reason: string }[]>()[0]?.reason).toMatch(/schema: minor/)
})

test('B20 createdBy and kind never change, a lower version never replaces a higher', async () => {
  const doc = aDoc({ v: 9 })
  await push(doc)
  const next = (changes: Record<string, unknown>, n: number) => ({
    ...doc,
    _rev: `2-${hash(n)}`,
    _revisions: { start: 2, ids: [hash(n), doc._rev.slice(2)] },
    ...changes,
  })
  const refused = await push(
    next({ createdBy: 'mem_mallory' }, 90_001),
    next({ v: 1 }, 90_002),
    next({ description: 'fine' }, 90_003),
  )
  expect(refused.map(each => each.reason)).toEqual([
    expect.stringMatching(/createdBy/),
    expect.stringMatching(/newer version/),
  ])
})

test('B20 a doc and its next version in one request are held to the same', async () => {
  const doc = aDoc()
  const next = (createdBy: string | undefined, n: number) => ({
    ...doc,
    createdBy,
    _rev: `2-${hash(n)}`,
    _revisions: { start: 2, ids: [hash(n), doc._rev.slice(2)] },
  })
  const refused = await push(
    doc,
    next('mem_mallory', 91_001),
    next(doc.createdBy, 91_002),
  )
  expect(refused.map(each => each.reason)).toEqual([
    expect.stringMatching(/createdBy/),
  ])
})

test('B23 a bare tombstone passes', async () => {
  const doc = aDoc()
  await push(doc)
  const tombstone = {
    _id: doc._id,
    _deleted: true,
    _rev: `2-${hash(80_000)}`,
    _revisions: { start: 2, ids: [hash(80_000), doc._rev.slice(2)] },
  }
  expect(await push(tombstone)).toEqual([])
  expect((await call('GET', `/${doc._id}`)).statusCode).toBe(404)
})

test('R26 kinds and versions of later are kept', async () => {
  const later = aDoc({ v: 7, minor: 'words now', colour: 'any' })
  const unknown = aDoc({ _id: 'dream_00001', kind: 'dream', v: 1, a: { b: 1 } })
  expect(await push(later, unknown)).toEqual([])
  expect((await call('GET', '/dream_00001')).json()).toMatchObject({
    a: { b: 1 },
  })
})

test('B8 checkpoints are per person, small, and of one shape', async () => {
  const checkpoint = { session_id: 's', history: [], last_seq: 5, version: 1 }
  const put = await call('PUT', '/_local/abc%3D%3D', checkpoint)
  expect(put.statusCode).toBe(201)
  const got = await call('GET', '/_local/abc%3D%3D')
  expect(got.json()).toMatchObject({ ...checkpoint, _id: '_local/abc==' })
  expect((await call('PUT', '/_local/abc%3D%3D', checkpoint)).statusCode).toBe(
    409,
  )
  expect((await call('PUT', '/_local/x', { note: 1 })).statusCode).toBe(400)
  const long = { ...checkpoint, more: 'x'.repeat(9_000) }
  expect((await call('PUT', '/_local/x', long)).statusCode).toBe(413)
  expect((await call('GET', '/_local_docs')).statusCode).toBe(404)
  expect((await call('GET', '/_local/none')).statusCode).toBe(404)
})

test.each([
  ['PUT', '/db'],
  ['DELETE', '/db'],
  ['GET', '/db/_all_docs'],
  ['GET', '/_all_dbs'],
  ['GET', '/_config'],
  ['GET', '/db/_security'],
  ['POST', '/_replicate'],
  ['POST', '/db/_compact'],
  ['POST', '/db/_purge'],
  ['POST', '/db/_temp_view'],
  ['GET', '/db/_design/x'],
  ['PUT', '/db/_design/x'],
  ['POST', '/db/_find'],
  ['POST', '/db/_index'],
  ['GET', '/_session'],
  ['GET', '/_utils'],
  ['PUT', '/db/txn_0001'],
  ['DELETE', '/db/txn_0001'],
  ['POST', '/db'],
  ['GET', '/db/txn_0001/attachment'],
  ['OPTIONS', '/db'],
  ['HEAD', '/db/_find'],
] as const)('B4 %s %s is not there', async (method, path) => {
  const reply = await server.app.inject({
    method,
    url: `/sync/${aLedger}${path}`,
    headers: { authorization: `Bearer ${server.token}` },
  })
  expect([404, 405]).toContain(reply.statusCode)
})

test.each([
  '%2e%2e',
  '..%2f..%2f',
  '%252e',
  'ABC',
  '%00',
  '%20',
  'x;x',
  '%EF%BC%A1',
  'a'.repeat(90),
  '_users',
  '_replicator',
  'system',
  '__proto__',
  '1'.repeat(26),
])('B1 B2 B3 the ledger %s is 404 for who is no member', async id => {
  for (const path of ['/db', '/db/_changes', '/db/txn_0001', '/db/_local/x']) {
    const reply = await server.app.inject({
      url: `/sync/${id}${path}`,
      headers: { authorization: `Bearer ${server.token}` },
    })
    expect(reply.statusCode).toBe(404)
  }
})

test('A9 B1 without a token nothing but the welcome answers', async () => {
  const open = await server.app.inject({ url: `/sync/${aLedger}/` })
  expect(open.json()).toMatchObject({
    couchdb: 'Welcome',
    uuid: server.databases.epoch(aLedger),
  })
  const unknown = await server.app.inject({ url: `/sync/${'9'.repeat(26)}/` })
  expect(Object.keys(unknown.json<object>())).toEqual(
    Object.keys(open.json<object>()),
  )
  for (const path of ['', '/_changes', '/txn_0001', '/_local/x']) {
    const url = `/sync/${aLedger}/db${path}?token=${server.token}`
    const reply = await server.app.inject({ url })
    expect(reply.statusCode).toBe(401)
  }
})

test('S16 errors of _bulk_get carry no stack', async () => {
  const reply = await call('POST', '/_bulk_get', {
    docs: [{ id: 'txn_none', rev: `1-${hash(1)}` }],
  })
  expect(reply.json()).toMatchObject({ results: [{ docs: [{ error: {} }] }] })
  expect(reply.body).not.toMatch(/stack|node_modules/)
})

test('B18 a _bulk_get that asks for nothing is answered, though PouchDB would never', async () => {
  const reply = await call('POST', '/_bulk_get', { docs: [] })
  expect(reply.json()).toEqual({ results: [] })
})
