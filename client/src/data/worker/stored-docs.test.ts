import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { openLocal, type Pouch } from './pouch.ts'
import { readNewest, readStanding } from './stored-docs.ts'

const open: Pouch[] = []
afterEach(async () => {
  for (const pouch of open.splice(0)) await pouch.destroy()
})

let count = 0

/** What a database went through: a revision of one of ten docs, at any place in its tree. */
const act = fc.record({
  doc: fc.nat(9),
  generation: fc.integer({ min: 1, max: 3 }),
  branch: fc.constantFrom('a', 'b'),
  isDeleted: fc.boolean(),
})

test.each([
  ['whatever was written, deleted and in conflict', act],
  [
    'what was written once',
    fc.record({
      doc: fc.nat(9),
      generation: fc.constant(1),
      branch: fc.constant('a'),
      isDeleted: fc.constant(false),
    }),
  ],
])('%s is read as PouchDB reads it', (_, each) =>
  fc.assert(
    fc.asyncProperty(fc.array(each, { maxLength: 30 }), async acts => {
      const name = `stored-${(count += 1)}`
      const pouch = openLocal(name)
      open.push(pouch)
      for (const { doc, generation, branch, isDeleted } of acts) {
        const ids = Array.from({ length: generation }, (__, at) =>
          `${generation - at}${branch}`.padStart(32, '0'),
        )
        const written = {
          _id: `txn_000${doc}`,
          _rev: `${generation}-${ids[0] ?? ''}`,
          _revisions: { start: generation, ids },
          ...(isDeleted && { _deleted: true }),
          description: `${generation}${branch}`,
        }
        await pouch.bulkDocs([written], { new_edits: false })
      }
      const found = []
      const { doc_count, update_seq } = await pouch.info()
      const onceUpTo = doc_count === update_seq ? doc_count : undefined
      for await (const docs of readStanding(name, onceUpTo)) found.push(...docs)
      const { rows } = await pouch.allDocs({ include_docs: true })
      expect(found.sort((a, b) => (a._id < b._id ? -1 : 1))).toEqual(
        rows.map(({ doc }) => doc),
      )
      const ids = Array.from({ length: 10 }, (__, n) => `txn_000${n}`)
      const standing = new Map(rows.map(({ key, doc }) => [key, doc]))
      const newest = await readNewest(name, ids)
      newest.forEach((doc, at) => {
        if (doc !== undefined) expect(doc).toEqual(standing.get(ids[at] ?? ''))
      })
    }),
    { numRuns: 30 },
  ),
)

test('several pages are read, each doc once', async () => {
  const name = 'stored-pages'
  const pouch = openLocal(name)
  open.push(pouch)
  const docs = Array.from({ length: 4_100 }, (_, n) => ({ _id: `txn_${n}` }))
  await pouch.bulkDocs(docs)
  await pouch.bulkDocs([{ _id: 'txn_4100' }])
  const ids: string[] = []
  for (const isEdited of [false, true]) {
    if (isEdited) await pouch.put({ ...((await pouch.get('txn_7')) as object) })
    ids.length = 0
    const onceUpTo = isEdited ? undefined : 4_101
    for await (const read of readStanding(name, onceUpTo)) {
      ids.push(...read.map(({ _id }) => _id))
    }
    expect(ids).toHaveLength(4_101)
    expect(new Set(ids).size).toBe(4_101)
  }
  expect(ids.at(-1)).toBe('txn_7')
})

test('newest revisions are found by id, where they are the only longest ones', async () => {
  const name = 'stored-newest'
  const pouch = openLocal(name)
  open.push(pouch)
  const edits = ['once', 'twice', 'often'].flatMap((_id, at) =>
    Array.from({ length: 3 ** at }, () => _id),
  )
  const revs = new Map<string, string>()
  for (const [n, _id] of edits.entries()) {
    const before = revs.get(_id)
    const { rev } = await pouch.put({ _id, n, ...(before && { _rev: before }) })
    revs.set(_id, rev)
  }
  await pouch.put({ _id: 'gone', _deleted: true })
  const twin = { _id: 'once', _rev: '1-0000', n: 'other' }
  const read = await readNewest(name, ['twice', 'often', 'gone', 'never'])
  expect(read).toEqual([
    { _id: 'twice', _rev: revs.get('twice'), n: 3 },
    undefined,
    undefined,
    undefined,
  ])
  expect(await readNewest(name, ['once'])).toMatchObject([{ n: 0 }])
  await pouch.bulkDocs([twin], { new_edits: false })
  expect(await readNewest(name, ['once'])).toEqual([undefined])
})

test('of a database that is gone nothing is read, and PouchDB can make it anew', async () => {
  const name = 'stored-gone'
  await expect(readNewest(name, ['txn_1'])).rejects.toThrow()
  const pouch = openLocal(name)
  open.push(pouch)
  await expect(pouch.put({ _id: 'txn_1' })).resolves.toMatchObject({ ok: true })
})

test('what is changed while it is read comes once, as it was', async () => {
  const name = 'stored-meanwhile'
  const pouch = openLocal(name)
  open.push(pouch)
  const { rev } = await pouch.put({ _id: 'txn_1', notes: 'before' })
  await pouch.put({ _id: 'txn_1', _rev: rev, notes: 'after' })
  await pouch.put({ _id: 'txn_2' })
  const found = []
  for await (const docs of readStanding(name, 1)) found.push(...docs)
  expect(found).toMatchObject([{ _id: 'txn_1', _rev: rev, notes: 'before' }])
})
