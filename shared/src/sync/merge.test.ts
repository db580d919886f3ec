import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  aTransactionDoc,
  foldedHistories,
  playedHistories,
} from '../../testing/docs.ts'
import { checkDoc } from './check-doc.ts'
import { editDoc, removeDoc, restoreDoc, settleDoc } from './edit.ts'
import { canonicalText, encodeDoc } from './encode.ts'
import { foldUntil } from './fold.ts'
import { groupsTouched, groupValue, isSetField } from './groups.ts'
import { editsOf } from './history.ts'
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
  const answer = { conflict: id, set: { description: 'Tea' } }
  const settled = settleDoc(merged, [answer], on('c', 4000))
  for (const other of [a, b, merged]) {
    const again = mergeLeaves([settled, other])
    expect(again).toMatchObject({ description: 'Tea' })
    expect(again.conflicts).toBeUndefined()
  }
})

test('a delete that was settled stays settled, whichever way', () => {
  const a = editDoc(aTransactionDoc(), { description: 'Tea' }, on('a', 2000))
  const b = removeDoc(aTransactionDoc(), on('b', 3000))
  const merged = mergeLeaves([a, b])
  const kept = settleDoc(merged, [{ conflict: 'b3000/deleted' }], on('c', 4000))
  const gone = removeDoc(kept, on('c', 5000))
  for (const other of [a, b, merged]) {
    const again = mergeLeaves([kept, other])
    expect(again).toMatchObject({ description: 'Tea' })
    expect(again).not.toHaveProperty('_deleted')
    expect(again).not.toHaveProperty('conflicts')
    expect(mergeLeaves([gone, other])._deleted).toBe(true)
  }
})

test('several conflicts are settled as one edit, which keeps what it put aside', () => {
  const doc = aTransactionDoc()
  const a = editDoc(doc, { description: 'Tea', notes: 'a' }, on('a', 2000))
  const b = editDoc(doc, { description: 'Bread', notes: 'b' }, on('b', 3000))
  const settled = settleDoc(
    mergeLeaves([a, b]),
    [
      { conflict: 'a2000/description' },
      { conflict: 'a2000/notes', set: { notes: undefined } },
    ],
    on('c', 4000),
  )
  expect(settled).toMatchObject({ description: 'Bread' })
  expect(settled).not.toHaveProperty('notes')
  expect(settled).not.toHaveProperty('conflicts')
  expect(settled.log).toHaveLength(3)
  expect(settled.log?.[2]?.settles).toMatchObject([
    { value: { description: 'Tea' } },
    { value: { notes: 'a' } },
  ])
  const edits = editsOf(settled)
  expect(edits.map(({ did }) => did)).toEqual(['settled', 'edited', 'edited'])
  expect(edits[2]?.fields).toContainEqual({
    field: 'description',
    before: 'Coffee',
    now: 'Tea',
  })
  expect(canonicalText(mergeLeaves([settled, a, b]))).toBe(
    canonicalText(settled),
  )
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

test('a tag that was set before a fold elsewhere stays', () => {
  const doc = aTransactionDoc({ tags: ['home'] })
  const a = editDoc(doc, { tags: ['home', 'trip'] }, on('a', 1010))
  const b = editDoc(doc, { notes: 'b' }, on('b', 1020))
  const c = foldUntil(editDoc(b, { notes: 'c' }, on('b', 1030)), 1020)
  const merged = mergeLeaves([a, c])
  expect(merged).toMatchObject({ tags: ['home', 'trip'], notes: 'c' })
  expect(canonicalText(mergeLeaves([merged, a]))).toBe(canonicalText(merged))
})

test('tags that were taken away by a fold are no empty list for some devices', () => {
  const doc = aTransactionDoc()
  const a = editDoc(doc, { tags: [] }, on('a', 1001))
  const b = editDoc(a, { tags: undefined }, on('a', 1020))
  expect(mergeLeaves([doc, b])).not.toHaveProperty('tags')
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
      for (const edit of edits) expect(fateOf(edit, merged)).not.toBe('lost')
    }),
  )
})

test('what one device settled waits on no device', () => {
  fc.assert(
    fc.property(playedHistories, fc.boolean(), ({ replicas }, isTaken) => {
      const merged = mergeLeaves(replicas)
      if (merged._deleted === true) return
      const answers = (merged.conflicts ?? []).map(({ id, group, value }) => ({
        conflict: id,
        set: isTaken && group !== 'deleted' ? value : undefined,
      }))
      const settled = settleDoc(merged, answers, on('z', 90_000))
      expect(settled.conflicts).toBeUndefined()
      expect(checkDoc(settled)).toMatchObject({ ok: true })
      for (const each of replicas) {
        const met = mergeLeaves([each, settled])
        expect(met.conflicts).toBeUndefined()
        expect(canonicalText(met)).toBe(canonicalText(settled))
      }
    }),
  )
})

test('an edit that wrote what a later one wrote too stands with it', () => {
  const doc = aTransactionDoc()
  const a = editDoc(doc, { notes: 'a' }, on('a', 1001))
  const b = editDoc(doc, { notes: 'b' }, on('b', 1010))
  const met = mergeLeaves([a, b])
  expect(met.conflicts?.[0]?.value).toEqual({ notes: 'a' })
  const c = editDoc(doc, { notes: 'a' }, on('c', 1030))
  const merged = mergeLeaves([met, c])
  expect(merged).toMatchObject({
    notes: 'a',
    conflicts: [{ id: 'b1010/notes', value: { notes: 'b' } }],
  })
})

test('a field that only one of two first versions has is kept', () => {
  const bare = aTransactionDoc()
  const full = aTransactionDoc({
    notes: 'n',
    later: { made: 'by a newer app' },
  })
  expect(mergeLeaves([bare, full])).toMatchObject({
    notes: 'n',
    later: { made: 'by a newer app' },
  })
})

test('first versions that differ merge the same in any grouping', () => {
  const field = fc.constantFrom(undefined, 'x', 'y')
  const first = fc.record({ notes: field, later: field, device: field })
  fc.assert(
    fc.property(fc.tuple(first, first, first), given => {
      const [a, b, c] = given.map(({ device, ...fields }) => ({
        ...aTransactionDoc(fields),
        device,
      })) as unknown as [Doc, Doc, Doc]
      const all = canonicalText(mergeLeaves([a, b, c]))
      for (const each of [
        mergeLeaves([mergeLeaves([a, b]), c]),
        mergeLeaves([a, mergeLeaves([c, b])]),
        mergeLeaves([mergeLeaves([a, c]), b]),
      ]) {
        expect(canonicalText(each)).toBe(all)
      }
    }),
  )
})

test('folding changes neither what stands nor whether devices come to agree', () => {
  fc.assert(
    fc.property(foldedHistories, ({ replicas }) => {
      const [a, b, c, d] = replicas as [Doc, Doc, Doc, Doc]
      const all = mergeLeaves([a, b, c, d])
      const pairs = mergeLeaves([mergeLeaves([a, b]), mergeLeaves([c, d])])
      expect(checkDoc(all)).toMatchObject({ ok: true })
      expect(unfoldable(pairs)).toEqual(unfoldable(all))
      const settled = canonicalText(mergeLeaves([all, pairs]))
      for (const other of [a, b, c, d, all, pairs]) {
        const again = mergeLeaves([mergeLeaves([pairs, all]), other])
        expect(canonicalText(again)).toBe(settled)
      }
    }),
  )
})

function fateOf({ id, made }: { id: string; made: Doc }, merged: Doc) {
  const log = merged.log ?? []
  const entry = log.find(each => each.id === id)
  if (entry === undefined) return 'lost'
  const fates = groupsTouched(merged.kind, entry).map(group => {
    if (isSetField(merged.kind, group)) return 'in the set'
    if (log.some(each => each.after?.[group]?.includes(id))) return 'replaced'
    if (merged.conflicts?.some(each => each.id === `${id}/${group}`)) {
      return 'waits'
    }
    const value = canonicalText(groupValue(made, group))
    return value === canonicalText(groupValue(merged, group))
      ? 'stands'
      : 'lost'
  })
  return fates.includes('lost') ? 'lost' : 'kept'
}

/** Without what depends on who met before a fold: waiting conflicts and sets that were folded. */
function unfoldable(doc: Doc) {
  const sets = { tags: [], ticked: [], locked: [] }
  return { ...doc, ...sets, conflicts: [], folded: undefined }
}
