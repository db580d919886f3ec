import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aTransactionDoc, playedHistories } from '../../testing/docs.ts'
import { checkDoc } from './check-doc.ts'
import { decodeDoc } from './decode.ts'
import { editDoc, removeDoc, restoreDoc } from './edit.ts'
import { canonicalText, encodeDoc } from './encode.ts'
import { editsOf, firstVersion, undoEntry, versionAt } from './history.ts'
import { derivedId, kindOfId, newId } from './ids.ts'
import { mergeLeaves } from './merge.ts'
import type { Doc } from './kinds.ts'

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

test('undo of a log entry restores what was', () => {
  fc.assert(
    fc.property(fc.constantFrom('Tea', 'Rent'), fc.string(), (name, notes) => {
      const doc = aTransactionDoc()
      const edited = editDoc(doc, { description: name, notes }, stamp(2000))
      const back = undoEntry(edited, 'e2000') ?? {}
      const undone = editDoc(edited, back, stamp(3000))
      expect(undone.description).toBe('Coffee')
      expect(undone.notes).toBeUndefined()
    }),
  )
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

test('R26 encode and decode keep a doc, with fields that nobody knows', () => {
  fc.assert(
    fc.property(playedHistories, fc.json(), ({ replicas: [doc] }, extra) => {
      const stored = JSON.parse(
        JSON.stringify(encodeDoc({ ...doc, later: JSON.parse(extra) })),
      )
      const decoded = decodeDoc(stored)
      expect(decoded.state).toBe('known')
      if (decoded.state !== 'known') return
      expect(encodeDoc(decoded.doc)).toEqual(stored)
    }),
  )
})

test('R26 a newer version and an unknown kind are kept apart, untouched', () => {
  const newer = { ...aTransactionDoc(), v: 99 }
  expect(decodeDoc(newer)).toEqual({ state: 'newer', raw: newer })
  const unknown = { _id: 'zzz_0000', kind: 'dream', v: 1 }
  expect(decodeDoc(unknown)).toEqual({ state: 'newer', raw: unknown })
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
