import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  amountHistories,
  aTransactionDoc,
  foldedHistories,
  playedHistories,
} from '../../testing/docs.ts'
import { checkDoc } from './check-doc.ts'
import { decodeDoc, type StoredDoc } from './decode.ts'
import { editDoc, restoreDoc, settleDoc } from './edit.ts'
import { canonicalText, encodeDoc } from './encode.ts'
import { editsOf, undoEntry, versionAt } from './history.ts'
import type { Doc } from './kinds.ts'
import { mergeLeaves } from './merge.ts'

const on = (device: string, at: number) => ({
  id: `${device}${at}`,
  at,
  by: `mem_${device}`,
  device,
})

const ann = 'mem_ann0'
const bob = 'mem_bob0'

test.each([
  [{ splits: [{ minor: 70 }, { minor: 50 }] }, []],
  [{ minor: -120, splits: [{ minor: -170 }, { minor: 50 }] }, []],
  [{ splits: [] }, []],
  [{ splits: [{ minor: 70 }, { minor: 51 }] }, ['splits: sum']],
  [{ splits: [{ minor: 119.5 }, { minor: 0.5 }] }, 2],
  [
    {
      minor: Number.MAX_SAFE_INTEGER,
      splits: [{ minor: Number.MAX_SAFE_INTEGER }, { minor: 1 }, { minor: 0 }],
    },
    ['splits: sum'],
  ],
  [{ shareMode: 'equal', shares: [{ member: ann }, { member: bob }] }, []],
  [
    {
      shareMode: 'shares',
      shares: [
        { member: ann, weight: 2 },
        { member: bob, weight: 1 },
      ],
    },
    [],
  ],
  [
    {
      shareMode: 'exact',
      shares: [
        { member: ann, minor: 100 },
        { member: bob, minor: 20 },
      ],
    },
    [],
  ],
  [
    { shareMode: 'exact', shares: [{ member: ann, minor: 119 }] },
    ['shares: sum'],
  ],
  [
    { shareMode: 'exact', shares: [{ member: ann, weight: 1 }] },
    ['shares: mode'],
  ],
  [{ shareMode: 'shares', shares: [{ member: ann }] }, ['shares: mode']],
  [{ shareMode: 'equal', shares: [] }, ['shares: missing']],
  [{ shares: [{ member: ann }] }, ['shareMode: missing']],
  [
    { shareMode: 'equal', shares: [{ member: ann }, { member: ann }] },
    ['shares: twice'],
  ],
  [
    {
      splits: [
        { minor: 120, shareMode: 'exact', shares: [{ member: ann, minor: 1 }] },
      ],
    },
    ['splits.0.shares: sum'],
  ],
  [
    {
      shareMode: 'exact',
      shares: [{ member: ann, minor: 120 }],
      splits: [{ minor: 120, shareMode: 'equal', shares: [{ member: bob }] }],
    },
    ['shares: twice'],
  ],
])('R32 of %j the check says %j', (fields, issues) => {
  const checked = checkDoc({ ...aTransactionDoc(), ...fields })
  const found = checked.ok ? [] : checked.failure
  if (typeof issues === 'number') expect(found).toHaveLength(issues)
  else expect(found).toEqual(issues)
})

test('R21 three devices edit, undo and merge in any order, and every split sums', () => {
  fc.assert(
    fc.property(playedHistories, ({ replicas, made }) => {
      for (const each of made) expectSound(each)
      const devices = replicas.slice(0, 3)
      const synced = sync(devices)
      const [first, ...others] = synced
      if (first === undefined) return
      expectSound(first)
      for (const each of others) {
        expect(canonicalText(each)).toBe(canonicalText(first))
      }
      // Nor does it matter who met whom first.
      const [other] = sync(devices.toReversed())
      expect(canonicalText(other)).toBe(canonicalText(first))
    }),
    { numRuns: 400 },
  )
})

test('R21 nor does a fold on one of them, or what a person settles, break a sum', () => {
  fc.assert(
    fc.property(amountHistories, ({ replicas, made }) => {
      for (const each of made) expectSound(each)
      for (const each of sync(replicas.slice(0, 3))) expectSound(each)
    }),
    { numRuns: 600 },
  )
})

test('every undo and every earlier version sums, whatever was merged since', () => {
  fc.assert(
    fc.property(foldedHistories, ({ replicas }) => {
      const doc = mergeLeaves(replicas)
      const living = restoreDoc(doc, on('z', 8_000))
      for (const { id, at } of doc.log ?? []) {
        const set = undoEntry(doc, id) ?? {}
        expectSound(editDoc(living, set, on('z', 9_000)))
        expect(checkDoc(versionAt(doc, at))).toMatchObject({ ok: true })
      }
    }),
    { numRuns: 400 },
  )
})

test('undo of new parts brings the amount back that the old ones summed to', () => {
  const doc = aTransactionDoc({ splits: [{ minor: 70 }, { minor: 50 }] })
  const shifted = editDoc(
    doc,
    { splits: [{ minor: 20 }, { minor: 100 }] },
    on('a', 2000),
  )
  const raised = editDoc(
    shifted,
    { minor: 300, splits: [{ minor: 300 }] },
    on('b', 3000),
  )
  const back = undoEntry(raised, 'a2000') ?? {}
  const undone = editDoc(raised, back, on('a', 4000))
  expect(undone).toMatchObject({
    minor: 120,
    splits: [{ minor: 70 }, { minor: 50 }],
  })
  expectSound(undone)
})

test('the value that lost is taken whole: an amount without parts takes the parts away', () => {
  const doc = aTransactionDoc()
  const plain = editDoc(doc, { minor: 10 }, on('a', 2000))
  const split = editDoc(
    doc,
    { minor: 20, splits: [{ minor: 5 }, { minor: 15 }] },
    on('b', 3000),
  )
  const merged = mergeLeaves([plain, split])
  const [conflict] = merged.conflicts ?? []
  const answer = { conflict: conflict?.id ?? '', set: conflict?.value }
  const settled = settleDoc(merged, [answer], on('c', 4000))
  expect(settled).toMatchObject({ minor: 10 })
  expect(settled).not.toHaveProperty('splits')
  expectSound(settled)
})

test('history tells what each edit wrote, with edits of other fields between', () => {
  let doc = editDoc(aTransactionDoc(), { minor: 200 }, on('a', 2000))
  doc = editDoc(doc, { account: 'acc_aaaa' }, on('a', 3000))
  doc = editDoc(doc, { minor: 300 }, on('a', 4000))
  const wrote = editsOf(doc).map(edit => edit.fields.map(({ now }) => now))
  expect(wrote).toEqual([[300], ['acc_aaaa'], [200]])
})

/** Valid by the check of both walls, in the database's text and out of it. */
function expectSound(doc: Doc): void {
  expect(checkDoc(doc)).toMatchObject({ ok: true })
  const text = JSON.stringify(encodeDoc(doc))
  const decoded = decodeDoc(JSON.parse(text) as StoredDoc)
  expect(decoded).toMatchObject({ state: 'known' })
  if (doc.kind !== 'transaction' || doc.splits === undefined) return
  const sum = doc.splits.reduce((total, part) => total + part.minor, 0)
  expect(sum).toBe(doc.minor)
}

/** Everybody with everybody, two at a time, until all have met. */
function sync(devices: readonly Doc[]): readonly Doc[] {
  const docs = [...devices]
  for (let round = 0; round < 3; round++) {
    docs.forEach((_, at) => {
      const next = (at + 1) % docs.length
      const pair = [docs[at], docs[next]].filter(each => each !== undefined)
      docs[at] = docs[next] = mergeLeaves(pair)
    })
  }
  return docs
}
