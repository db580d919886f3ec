import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aTransactionDoc, playedHistories } from '../../testing/docs.ts'
import { checkDoc } from './check-doc.ts'
import { editDoc, removeDoc, restoreDoc, settleDoc } from './edit.ts'
import { canonicalText, encodeDoc } from './encode.ts'
import { groupOf } from './groups.ts'
import { mergeLeaves } from './merge.ts'
import type { Doc } from './kinds.ts'

const on = (device: string, at: number, id = `${device}${at}`) => ({
  id,
  at,
  by: `mem_${device}`,
  device,
})

test('edits of different fields both survive', () => {
  const doc = aTransactionDoc()
  const a = editDoc(doc, { description: 'Tea' }, on('a', 2000))
  const b = editDoc(doc, { date: '2026-11-20' }, on('b', 3000))
  const merged = mergeLeaves([a, b])
  expect(merged).toMatchObject({ description: 'Tea', date: '2026-11-20' })
  expect(merged.conflicts).toBeUndefined()
})

test('of two edits of one field the later stands and the other waits', () => {
  const doc = aTransactionDoc()
  const a = editDoc(doc, { description: 'Tea' }, on('a', 2000))
  const b = editDoc(doc, { description: 'Bread' }, on('b', 3000))
  const merged = mergeLeaves([b, a])
  expect(merged).toMatchObject({
    description: 'Bread',
    conflicts: [
      { group: 'description', value: { description: 'Tea' }, by: 'mem_a' },
    ],
  })
})

test('an edit made in knowledge of another is no conflict, whatever the clocks say', () => {
  const doc = aTransactionDoc()
  const a = editDoc(doc, { description: 'Tea' }, on('a', 9_000_000))
  const b = editDoc(a, { description: 'Bread' }, on('b', 1))
  const merged = mergeLeaves([a, b])
  expect(merged).toMatchObject({ description: 'Bread' })
  expect(merged.conflicts).toBeUndefined()
})

test('an amount and its splits move together', () => {
  const doc = aTransactionDoc()
  const a = editDoc(
    doc,
    { minor: 10, splits: [{ minor: 4 }, { minor: 6 }] },
    on('a', 2000),
  )
  const b = editDoc(doc, { minor: 500 }, on('b', 3000))
  const merged = mergeLeaves([a, b])
  expect(merged).toMatchObject({ minor: 500 })
  expect(merged).not.toHaveProperty('splits')
  expect(merged.conflicts?.[0]?.value).toMatchObject({ minor: 10 })
})

test('R22 an edit beats a delete that did not know it, and the delete is listed', () => {
  const doc = aTransactionDoc()
  const a = editDoc(doc, { description: 'Tea' }, on('a', 2000))
  const b = removeDoc(doc, on('b', 3000))
  const merged = mergeLeaves([a, b])
  expect(merged._deleted).toBeUndefined()
  expect(merged).toMatchObject({
    description: 'Tea',
    conflicts: [{ group: 'deleted' }],
  })
})

test('a delete that knew the edit stays, on both sides of a merge', () => {
  const a = editDoc(aTransactionDoc(), { description: 'Tea' }, on('a', 2000))
  const b = removeDoc(a, on('b', 3000))
  expect(mergeLeaves([a, b])._deleted).toBe(true)
  expect(mergeLeaves([aTransactionDoc(), b])._deleted).toBe(true)
})

test('a restore in knowledge of the delete stands', () => {
  const a = removeDoc(aTransactionDoc(), on('a', 2000))
  const b = restoreDoc(a, on('b', 3000))
  const merged = mergeLeaves([a, b])
  expect(merged._deleted).toBeUndefined()
  expect(merged.conflicts).toBeUndefined()
})

test('a settled conflict never comes back', () => {
  const doc = aTransactionDoc()
  const a = editDoc(doc, { description: 'Tea' }, on('a', 2000))
  const b = editDoc(doc, { description: 'Bread' }, on('b', 3000))
  const merged = mergeLeaves([a, b])
  const id = merged.conflicts?.[0]?.id ?? ''
  const settled = settleDoc(merged, id, { description: 'Tea' }, on('c', 4000))
  for (const other of [a, b, merged]) {
    const again = mergeLeaves([settled, other])
    expect(again).toMatchObject({ description: 'Tea' })
    expect(again.conflicts).toBeUndefined()
  }
})

test('an ordinary edit leaves a waiting conflict in place', () => {
  const doc = aTransactionDoc()
  const a = editDoc(doc, { description: 'Tea' }, on('a', 2000))
  const b = editDoc(doc, { description: 'Bread' }, on('b', 3000))
  const edited = editDoc(
    mergeLeaves([a, b]),
    { description: 'Rent' },
    on('c', 4000),
  )
  expect(mergeLeaves([edited, a]).conflicts).toHaveLength(1)
})

test('tags merge as a set', () => {
  const doc = aTransactionDoc({ tags: ['home', 'old'] })
  const a = editDoc(doc, { tags: ['home', 'work'] }, on('a', 2000))
  const b = editDoc(doc, { tags: ['home', 'old', 'trip'] }, on('b', 3000))
  expect(mergeLeaves([a, b])).toMatchObject({ tags: ['home', 'trip', 'work'] })
})

test('a merge is the same in any order, in any grouping, and when repeated', () => {
  fc.assert(
    fc.property(playedHistories, ({ replicas }) => {
      const [a, b, c, d] = replicas as [Doc, Doc, Doc, Doc]
      const all = canonicalText(mergeLeaves([a, b, c, d]))
      const same = [
        mergeLeaves([d, b, a, c]),
        mergeLeaves([mergeLeaves([a, b]), mergeLeaves([c, d])]),
        mergeLeaves([mergeLeaves([mergeLeaves([d, c]), b]), a]),
        mergeLeaves([mergeLeaves([a, b, c, d]), b]),
      ]
      for (const each of same) expect(canonicalText(each)).toBe(all)
    }),
    { numRuns: 400 },
  )
})

test('R21 devices that merge alone write the same bytes', () => {
  fc.assert(
    fc.property(playedHistories, ({ replicas }) => {
      const one = JSON.stringify(mergeLeaves(replicas))
      const other = JSON.stringify(mergeLeaves([...replicas].reverse()))
      expect(one).toBe(other)
      expect(JSON.stringify(encodeDoc(JSON.parse(one)))).toBe(one)
    }),
  )
})

test('a merge of valid docs is valid, and parts still sum to their amount', () => {
  fc.assert(
    fc.property(playedHistories, ({ replicas }) => {
      const merged = mergeLeaves(replicas)
      expect(checkDoc(merged)).toMatchObject({ ok: true })
      if (merged.kind !== 'transaction' || merged.splits === undefined) return
      // An edit of the amount alone keeps the parts of its own device.
      const wrote = replicas.some(
        each =>
          each.kind === 'transaction' &&
          canonicalText([each.minor, each.splits]) ===
            canonicalText([merged.minor, merged.splits]),
      )
      const waits = replicas.some(each => (each.conflicts ?? []).length > 0)
      expect(wrote || waits).toBe(true)
    }),
  )
})

test('no edit is lost without a trace', () => {
  fc.assert(
    fc.property(playedHistories, ({ replicas, edits }) => {
      const merged = mergeLeaves(replicas)
      const log = merged.log ?? []
      for (const { id } of edits) {
        const entry = log.find(each => each.id === id)
        expect(entry).toBeDefined()
        for (const field of Object.keys(entry?.was ?? {})) {
          if (field === 'tags') continue
          const group = groupOf(merged.kind, field)
          const isKnown = log.some(each => each.after?.[group]?.includes(id))
          const waits = merged.conflicts?.some(
            each => each.id === `${id}/${group}`,
          )
          const stands = replicas.some(
            replica =>
              replica.log?.some(each => each.id === id) &&
              canonicalText(valueOf(replica, field)) ===
                canonicalText(valueOf(merged, field)),
          )
          expect(isKnown || waits || stands).toBe(true)
        }
      }
    }),
  )
})

function valueOf(doc: Doc, field: string): unknown {
  return (doc as unknown as Record<string, unknown>)[field] ?? null
}
