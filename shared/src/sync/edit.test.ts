import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  aDocOf,
  aTransactionDoc,
  editedFields,
  foldedHistories,
} from '../../testing/docs.ts'
import { checkDoc } from './check-doc.ts'
import { decodeDoc, type StoredDoc } from './decode.ts'
import { editDoc, removeDoc, restoreDoc } from './edit.ts'
import { canonicalText, encodeDoc } from './encode.ts'
import {
  groupOf,
  groupsTouched,
  isFixed,
  isSetField,
  type Fields,
} from './groups.ts'
import {
  editsOf,
  firstVersion,
  returnTo,
  undoEntry,
  undoStanding,
  versionAt,
} from './history.ts'
import { derivedId, kindOfId, newId } from './ids.ts'
import { mergeLeaves } from './merge.ts'
import { schemas, schemaVersion, type Doc } from './kinds.ts'
import type { Kind } from './prefixes.ts'

const stamp = (at: number) => ({
  id: `e${at}`,
  at,
  by: 'mem_0000',
  device: 'd',
})

test('an edit logs what was, who and when', () => {
  const edited = editDoc(aTransactionDoc(), { description: 'Tea' }, stamp(5000))
  expect(edited).toMatchObject({
    description: 'Tea',
    updatedAt: 5000,
    log: [{ at: 5000, by: 'mem_0000', was: { description: 'Coffee' } }],
  })
})

test('an edit that changes nothing is none', () => {
  const doc = aTransactionDoc()
  expect(editDoc(doc, { description: 'Coffee' }, stamp(5000))).toBe(doc)
})

test('an edit is later than all it knew, with a clock that is a year behind', () => {
  const edited = editDoc(aTransactionDoc(), { notes: 'n' }, stamp(1))
  expect(edited.log?.[0]?.at).toBe(1001)
})

const edits = fc.array(editedFields, { minLength: 1, maxLength: 8 })

function edited(sets: readonly Fields[]): Doc {
  return sets.reduce<Doc>(
    (doc, set, index) => editDoc(doc, set, stamp(2000 + index)),
    aTransactionDoc({ notes: 'first', tags: ['x'] }),
  )
}

/** The fields that people edit. */
function bodyOf(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([field]) => !isFixed(field)),
  )
}

test('undo of a log entry restores what was, the whole group of it, and only that', () => {
  fc.assert(
    fc.property(edits, fc.nat(), (sets, pick) => {
      const doc = edited(sets)
      const log = doc.log ?? []
      const entry = log[pick % Math.max(log.length, 1)]
      if (entry === undefined) return
      const back = undoEntry(doc, entry.id) ?? {}
      const undone = bodyOf(editDoc(doc, back, stamp(3000)))
      const before = versionAt(doc, entry.at - 1) ?? {}
      const now = bodyOf(doc)
      const groups = groupsTouched(doc.kind, entry)
      for (const field of Object.keys({ ...undone, ...now, ...before })) {
        if (isFixed(field)) continue
        const isBack = groups.includes(groupOf(doc.kind, field))
        expect(undone[field]).toEqual((isBack ? before : now)[field])
      }
    }),
  )
})

test.each([
  ['a log entry', undoEntry],
  ['an act that stands', undoStanding],
])('undo of %s, newest first, leads back to the first version', (_, undo) => {
  fc.assert(
    fc.property(edits, sets => {
      let doc = edited(sets)
      const first = bodyOf(firstVersion(doc))
      const ids = (doc.log ?? []).map(entry => entry.id).reverse()
      ids.forEach((id, index) => {
        doc = editDoc(doc, undo(doc, id) ?? {}, stamp(3000 + index))
      })
      expect(bodyOf(doc)).toEqual(first)
      expect(doc.log?.length ?? 0).toBeGreaterThanOrEqual(ids.length)
      expect(checkDoc(doc)).toMatchObject({ ok: true })
    }),
  )
})

test('undo of an undo does the edit again', () => {
  fc.assert(
    fc.property(edits, sets => {
      const doc = edited(sets)
      const last = doc.log?.at(-1)
      if (last === undefined) return
      const back = undoEntry(doc, last.id) ?? {}
      const undone = editDoc(doc, back, stamp(3000))
      const again = undoEntry(undone, 'e3000') ?? {}
      expect(bodyOf(editDoc(undone, again, stamp(3001)))).toEqual(bodyOf(doc))
    }),
  )
})

test('undo of an act leaves alone each group that was changed since', () => {
  fc.assert(
    fc.property(edits, fc.nat(), (sets, pick) => {
      const doc = edited(sets)
      const log = doc.log ?? []
      const at = pick % Math.max(log.length, 1)
      const entry = log[at]
      if (entry === undefined) return
      const set = undoStanding(doc, entry.id) ?? {}
      const since = log.slice(at + 1)
      const then = versionAt(doc, entry.at) ?? {}
      for (const field of Object.keys(set)) {
        const later = since.filter(each =>
          groupsTouched(doc.kind, each).includes(groupOf(doc.kind, field)),
        )
        if (later.length === 0 || isSetField('transaction', field)) continue
        // Changed and changed back counts as it was.
        expect((doc as Fields)[field]).toEqual(then[field])
      }
      expect(checkDoc(editDoc(doc, set, stamp(3000)))).toMatchObject({
        ok: true,
      })
    }),
  )
})

test('undo of an act gives back its tags and keeps those that came since', () => {
  const doc = aTransactionDoc({ tags: ['a', 'b'] })
  const mine = editDoc(doc, { tags: ['b', 'c'] }, stamp(2000))
  const later = editDoc(mine, { tags: ['b', 'c', 'd'] }, stamp(2001))
  expect(undoStanding(later, 'e2000')).toEqual({ tags: ['a', 'b', 'd'] })
})

test('undo of an act takes back all of a group or nothing of it', () => {
  const doc = aTransactionDoc({ minor: 100 })
  const mine = editDoc(doc, { minor: 200, notes: 'n' }, stamp(2000))
  const later = editDoc(mine, { currency: 'USD' }, stamp(2001))
  expect(undoStanding(later, 'e2000')).toEqual({ notes: undefined })
})

test('undo of an edit that lost leaves the edit that stands', () => {
  const doc = aTransactionDoc()
  const mine = editDoc(doc, { notes: 'mine', date: '2026-11-20' }, stamp(2000))
  const theirs = editDoc(doc, { notes: 'theirs' }, stamp(2001))
  const merged = mergeLeaves([mine, theirs])
  expect(undoEntry(merged, 'e2000')).toEqual({ date: '2026-11-22' })
})

test('every earlier version can be rebuilt from body and log', () => {
  const first = aTransactionDoc()
  const second = editDoc(first, { notes: 'two' }, stamp(2000))
  const third = editDoc(
    second,
    { description: 'Tea', notes: undefined },
    stamp(3000),
  )
  const gone = removeDoc(third, stamp(4000))
  expect(versionAt(gone, 500)).toBeUndefined()
  expect(versionAt(gone, 2500)).toMatchObject({
    description: 'Coffee',
    notes: 'two',
  })
  expect(versionAt(gone, 3500)).not.toHaveProperty('_deleted')
  expect(firstVersion(gone)).toMatchObject({ description: 'Coffee' })
  expect(editsOf(third)[0]?.fields).toContainEqual({
    field: 'description',
    before: 'Coffee',
    now: 'Tea',
  })
})

test('a return to any version gives the fields of that version', () => {
  fc.assert(
    fc.property(edits, fc.nat(), (sets, pick) => {
      const made = [...sets.keys()].map(last => edited(sets.slice(0, last + 1)))
      const doc = edited(sets)
      const then = made[pick % made.length]
      if (then === undefined) return
      const set = returnTo(doc, then.updatedAt ?? 1000) ?? {}
      const back = editDoc(doc, set, stamp(3000))
      expect(bodyOf(back)).toEqual(bodyOf(then))
      expect(checkDoc(back)).toMatchObject({ ok: true })
    }),
  )
})

test('a return to any version of devices that met is valid', () => {
  fc.assert(
    fc.property(foldedHistories, ({ replicas }) => {
      const doc = mergeLeaves(replicas)
      if (doc._deleted === true) return
      for (const { at } of doc.log ?? []) {
        const back = editDoc(doc, returnTo(doc, at) ?? {}, stamp(9000))
        expect(bodyOf(back)).toEqual(bodyOf(versionAt(doc, at) ?? {}))
        expect(checkDoc(back)).toMatchObject({ ok: true })
      }
    }),
  )
})

test('a restored doc is what it was', () => {
  const doc = aTransactionDoc({ notes: 'n' })
  const back = restoreDoc(removeDoc(doc, stamp(2000)), stamp(3000))
  expect(back.log).toHaveLength(2)
  expect(back).toMatchObject({ notes: 'n', description: 'Coffee' })
  expect(back).not.toHaveProperty('_deleted')
})

test('a long log is folded and stays valid; devices that folded still agree', () => {
  let doc: Doc = aTransactionDoc()
  let other: Doc = doc
  for (let at = 2000; at < 2200; at++) {
    doc = editDoc(doc, { notes: `note ${at}` }, stamp(at))
    if (at === 2100) other = editDoc(doc, { description: 'Tea' }, stamp(9000))
  }
  expect(doc.log?.length).toBeLessThanOrEqual(50)
  expect(checkDoc(doc)).toMatchObject({ ok: true })
  const merged = mergeLeaves([doc, other])
  expect(merged).toMatchObject({ notes: 'note 2199', description: 'Tea' })
  expect(canonicalText(mergeLeaves([other, doc]))).toBe(canonicalText(merged))
  expect(canonicalText(mergeLeaves([merged, doc]))).toBe(canonicalText(merged))
})

const kinds = Object.keys(schemas) as Kind[]
const json = fc.jsonValue().map(value => JSON.parse(JSON.stringify(value)))
// Without a backslash: once it has seen a key `a\`, the JSON.parse of Node 24.21 reads the key `a"` as that one.
const unknownFields = fc.dictionary(
  fc.string().map(name => `later ${name.replaceAll('\\', '')}`),
  json,
)

test.each(kinds)('R26 a %s keeps fields that nobody knows', kind => {
  fc.assert(
    fc.property(unknownFields, (extra: Fields) => {
      const doc = withUnknown(aDocOf(kind), extra)
      const stored = encodeDoc({ ...doc, ...extra }) as unknown as StoredDoc
      const text = JSON.stringify(stored)
      const decoded = decodeDoc(JSON.parse(text))
      expect(decoded).toMatchObject({ state: 'known' })
      if (decoded.state !== 'known') return
      expect(JSON.stringify(encodeDoc(decoded.doc))).toBe(text)
    }),
  )
})

test('R26 encode and decode keep a doc with its log and conflicts', () => {
  fc.assert(
    fc.property(foldedHistories, unknownFields, ({ replicas }, extra) => {
      const doc = { ...mergeLeaves(replicas), ...extra }
      const log = doc.log?.map(entry => ({ ...entry, ...extra }))
      const conflicts = doc.conflicts?.map(each => ({ ...each, ...extra }))
      const text = JSON.stringify(encodeDoc({ ...doc, log, conflicts }))
      const decoded = decodeDoc(JSON.parse(text))
      expect(decoded).toMatchObject({ state: 'known' })
      if (decoded.state !== 'known') return
      expect(JSON.stringify(encodeDoc(decoded.doc))).toBe(text)
    }),
  )
})

test('R26 an edit and a merge keep fields that nobody knows', () => {
  fc.assert(
    fc.property(unknownFields, unknownFields, (extra, others) => {
      const doc = { ...aTransactionDoc(), ...extra }
      const one = editDoc(doc, { notes: 'one' }, stamp(2000))
      const other = editDoc(
        { ...doc, ...others },
        { date: '2026-11-01' },
        stamp(2001),
      )
      expect(one).toMatchObject(extra)
      const merged = mergeLeaves([one, other]) as unknown as Fields
      for (const field of Object.keys({ ...extra, ...others })) {
        expect(Object.hasOwn(merged, field)).toBe(true)
      }
    }),
  )
})

test('R26 a newer version and an unknown kind are kept apart, untouched', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      unknownFields,
      fc.integer({ min: schemaVersion + 1 }),
      (kind, extra, v) => {
        for (const raw of [
          { ...aDocOf(kind), ...extra, v },
          // A newer version may say otherwise what this one knows.
          { _id: aDocOf(kind)._id, kind, v, name: 1, log: extra },
          { _id: 'zzz_0000', kind: 'dream', v: 1, ...extra },
          { _id: aDocOf(kind)._id, kind: 'toString', v, ...extra },
        ]) {
          const text = JSON.stringify(raw)
          const decoded = decodeDoc(raw)
          expect(decoded.state).toBe('newer')
          expect('raw' in decoded && decoded.raw).toBe(raw)
          expect(JSON.stringify(raw)).toBe(text)
        }
      },
    ),
  )
})

test('a doc that breaks its schema says where, not what', () => {
  const broken = decodeDoc({ ...aTransactionDoc(), minor: 1.5 })
  expect(broken).toMatchObject({
    state: 'broken',
    issues: ['minor: invalid_type'],
  })
})

test('ids tell their kind; derived ids keep their parts apart', () => {
  expect(kindOfId(newId('member', 1_700_000_000_000, () => 0.5))).toBe('member')
  expect(newId('member', 1, () => 0.999999)).toMatch(/^mem_0{9}1z{16}$/)
  expect(derivedId('transaction', 'ab', 'c')).not.toBe(
    derivedId('transaction', 'a', 'bc'),
  )
  expect(derivedId('category', 'x')).toMatch(/^cat_[0-9a-f]{32}$/)
})

/** The doc with unknown fields in everything inside it that has fields of its own. */
function withUnknown(doc: Doc, extra: Fields): Doc {
  if (doc.kind !== 'transaction') return doc
  return {
    ...doc,
    splits: doc.splits?.map(split => ({ ...split, ...extra })),
    source: doc.source && { ...doc.source, ...extra },
  }
}
