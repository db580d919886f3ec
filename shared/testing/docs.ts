import * as fc from 'fast-check'
import { splitMinor } from '../src/money/split-money.ts'
import {
  createDoc,
  editDoc,
  removeDoc,
  restoreDoc,
  settleDoc,
  type Stamp,
} from '../src/sync/edit.ts'
import { foldUntil } from '../src/sync/fold.ts'
import { compareStamps, type Fields } from '../src/sync/groups.ts'
import { undoEntry } from '../src/sync/history.ts'
import { derivedId } from '../src/sync/ids.ts'
import { deletedGroup } from '../src/sync/field-groups.ts'
import type { Doc, DocOf } from '../src/sync/kinds.ts'
import { ledgerDocId, type Kind } from '../src/sync/prefixes.ts'
import { mergeLeaves } from '../src/sync/merge.ts'

/** A transaction doc as its first version. */
export function aTransactionDoc(
  fields: Record<string, unknown> = {},
): DocOf<'transaction'> {
  const { _id = derivedId('transaction', 'one'), ...rest } = fields
  return createDoc(
    'transaction',
    String(_id),
    {
      type: 'expense',
      description: 'Coffee',
      minor: 120,
      currency: 'EUR',
      date: '2026-11-22',
      ...rest,
    },
    { at: 1_000, by: 'mem_0000', device: 'first' },
  )
}

const ids = { category: 'cat_0000', member: 'mem_0000', account: 'acc_0000' }

const leastFields = {
  ledger: { name: 'Home', currency: 'EUR', timeZone: 'UTC', firstDay: 1 },
  member: { name: 'Ana', email: 'ana@example.org' },
  account: { name: 'Purse', type: 'cash', currency: 'EUR', openingMinor: 5 },
  category: { name: 'Food', type: 'expense', colour: '#00ff00' },
  transaction: {
    type: 'expense',
    description: 'Coffee',
    minor: 120,
    currency: 'EUR',
    date: '2026-11-22',
    splits: [{ ...ids, minor: 120, note: 'n' }],
    tags: ['home'],
    source: { format: 'csv', id: '1' },
  },
  budget: { period: 'month', minor: 5_000, currency: 'EUR', rollover: true },
  goal: { name: 'Trip', targetMinor: 9_000, currency: 'EUR' },
  recurring: {
    name: 'Rent',
    rrule: 'FREQ=MONTHLY',
    start: '2026-01-01',
    draft: { minor: 1, splits: [{ minor: 1 }] },
    post: 'on-the-day',
  },
  rule: { order: 1, when: [{ text: 'tea' }], set: { tags: ['tea'] } },
  importProfile: { name: 'Bank', format: 'csv', settings: { date: { at: 1 } } },
  importBatch: { format: 'csv', fileHash: 'f00', count: 3 },
  savedFilter: { name: 'Tea', query: 'text=tea' },
  payee: { name: 'Shop', category: ids.category },
  rate: { base: 'EUR', quote: 'USD', date: '2026-11-22', ratePpm: 1_100_000 },
  template: { name: 'Tea', draft: { minor: 120 } },
  shoppingItem: { name: 'Milk', quantity: '2 l' },
  receipt: {
    transaction: 'txn_0000',
    name: 'a.jpg',
    mediaType: 'image/jpeg',
    size: 10,
    hash: 'f0'.repeat(32),
  },
} as const satisfies Record<Kind, Fields>

/** A valid doc of any kind as its first version. */
export function aDocOf(kind: Kind): Doc {
  const id = kind === 'ledger' ? ledgerDocId : derivedId(kind, 'one')
  const stamp = { at: 1_000, by: ids.member, device: 'first' }
  return createDoc(kind, id, leastFields[kind], stamp)
}

/** One thing that a device does to its replica, or that two devices do together. */
type Step =
  | {
      readonly step: 'edit'
      readonly device: number
      readonly set: Fields
    }
  /** Shares the amount that there is anew. */
  | {
      readonly step: 'split'
      readonly device: number
      readonly weights: readonly number[]
    }
  /** Takes back one of the edits that the doc remembers. */
  | { readonly step: 'undo'; readonly device: number; readonly pick: number }
  | {
      readonly step: 'remove' | 'restore' | 'keep' | 'take' | 'fold'
      readonly device: number
    }
  | { readonly step: 'meet'; readonly device: number; readonly other: number }

const device = fc.integer({ min: 0, max: 3 })

/** An amount comes with its parts and shares, or takes them away. */
const unshared = {
  splits: undefined,
  shareMode: undefined,
  shares: undefined,
} as const

/** What one edit of an amount sets; on any other, so that it stays valid. */
const amountFields: readonly fc.Arbitrary<Fields>[] = [
  fc
    .record({
      minor: fc.integer({ min: 1, max: 5 }),
      account: fc.constantFrom('acc_aaaa', 'acc_bbbb', undefined),
    })
    .map(fields => ({ ...fields, ...unshared })),
  fc.integer({ min: 2, max: 9 }).map(part => ({
    minor: part * 2,
    ...unshared,
    splits: [{ minor: part }, { minor: part }],
  })),
  fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat(9)).map(([mine, yours]) => ({
    minor: mine + yours,
    ...unshared,
    shareMode: 'exact',
    shares: [
      { member: 'mem_aaaa', minor: mine },
      { member: 'mem_bbbb', minor: yours },
    ],
  })),
  fc.record({ account: fc.constantFrom('acc_aaaa', 'acc_bbbb') }),
  fc.record({ type: fc.constantFrom('expense', 'income') }),
]

/** What one edit of a transaction sets. */
export const editedFields: fc.Arbitrary<Fields> = fc.oneof(
  fc.record({ description: fc.constantFrom('Tea', 'Bread', 'Rent') }),
  fc.record({ notes: fc.constantFrom('a', 'b', undefined) }),
  fc.record({ date: fc.constantFrom('2026-11-20', '2026-11-21') }),
  fc.record({
    tags: fc.oneof(fc.subarray(['x', 'y', 'z']), fc.constant(undefined)),
  }),
  fc.record({ ticked: fc.subarray(['acc_aaaa', 'acc_bbbb']) }),
  fc.record({ locked: fc.subarray(['acc_aaaa', 'acc_bbbb']) }),
  ...amountFields,
)

const splitOrUndo = [
  fc.record({
    step: fc.constant('split' as const),
    device,
    weights: fc.array(fc.integer({ min: 1, max: 5 }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  fc.record({
    step: fc.constant('undo' as const),
    device,
    pick: fc.nat(6),
  }),
] as const

/** `keep` and `take` settle a conflict: as it stands, or with the value that lost. */
const deleteOrSettle = ['remove', 'restore', 'keep', 'take'] as const

function stepsWith(
  fields: fc.Arbitrary<Fields>,
  ...names: readonly ('remove' | 'restore' | 'keep' | 'take' | 'fold')[]
): fc.Arbitrary<readonly Step[]> {
  const edit = fc.record({
    step: fc.constant('edit' as const),
    device,
    set: fields,
  })
  const meet = fc.record({
    step: fc.constant('meet' as const),
    device,
    other: device,
  })
  const [split, undo] = splitOrUndo
  return fc.array(
    fc.oneof<fc.WeightedArbitrary<Step>[]>(
      { weight: 6, arbitrary: edit },
      { weight: 2, arbitrary: split },
      { weight: 2, arbitrary: undo },
      { weight: 2, arbitrary: meet },
      {
        weight: 1,
        arbitrary: fc.record({ step: fc.constantFrom(...names), device }),
      },
    ),
    { maxLength: 24 },
  )
}

export type Played = {
  readonly replicas: readonly Doc[]
  /** Every edit that was made: its id, and the doc right after it. */
  readonly edits: readonly { readonly id: string; readonly made: Doc }[]
  /** Every doc that there was on the way. */
  readonly made: readonly Doc[]
}

/** Four devices with clocks of their own edit, delete, restore, settle and meet at random. */
export const playedHistories = played(
  stepsWith(editedFields, ...deleteOrSettle),
)

/** The same, and now and then a device folds the older half of a log. */
export const foldedHistories = played(
  stepsWith(editedFields, ...deleteOrSettle, 'fold'),
)

/** The same about an amount, its parts and shares alone. */
export const amountHistories = played(
  stepsWith(fc.oneof(...amountFields), 'keep', 'take', 'take', 'fold'),
)

function played(steps: fc.Arbitrary<readonly Step[]>): fc.Arbitrary<Played> {
  const skews = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50))
  return fc
    .record({ steps, skews })
    .map(each => playSteps(each.steps, each.skews))
}

function playSteps(steps: readonly Step[], skews: readonly number[]): Played {
  const replicas: Doc[] = skews.map(() => aTransactionDoc())
  const edits: { id: string; made: Doc }[] = []
  const all: Doc[] = []
  steps.forEach((each, index) => {
    const doc = replicas[each.device]
    if (doc === undefined) return
    if (each.step === 'meet') {
      const other = replicas[each.other]
      if (other === undefined) return
      const merged = mergeLeaves([doc, other])
      all.push(merged)
      replicas[each.device] = merged
      replicas[each.other] = merged
      return
    }
    const stamp = {
      id: `e${index}`,
      at: 1_000 + index * 10 + (skews[each.device] ?? 0),
      by: `mem_000${each.device}`,
      device: `d${each.device}`,
    }
    const made = doStep(doc, each, stamp)
    const isEdit = ['edit', 'split', 'undo'].includes(each.step)
    if (isEdit && made !== doc) edits.push({ id: stamp.id, made })
    all.push(made)
    replicas[each.device] = made
  })
  return { replicas, edits, made: all }
}

function doStep(
  doc: Doc,
  step: Exclude<Step, { readonly step: 'meet' }>,
  stamp: Stamp,
): Doc {
  if (step.step === 'remove') return removeDoc(doc, stamp)
  if (step.step === 'restore') return restoreDoc(doc, stamp)
  if (step.step === 'fold') return foldHalf(doc)
  if (doc._deleted === true) return doc
  if (step.step === 'edit') return editDoc(doc, step.set, stamp)
  if (step.step === 'split') return splitAnew(doc, step.weights, stamp)
  if (step.step === 'undo') {
    const { log = [] } = doc
    const entry = log[log.length - 1 - step.pick]
    return entry === undefined
      ? doc
      : editDoc(doc, undoEntry(doc, entry.id) ?? {}, stamp)
  }
  const [conflict] = doc.conflicts ?? []
  if (conflict === undefined) return doc
  const isTaken = step.step === 'take' && conflict.group !== deletedGroup
  const set: Fields | undefined = isTaken ? conflict.value : undefined
  return settleDoc(doc, [{ conflict: conflict.id, set }], stamp)
}

function splitAnew(doc: Doc, weights: readonly number[], stamp: Stamp): Doc {
  if (doc.kind !== 'transaction') return doc
  const parts = splitMinor(doc.minor, weights).map(minor => ({ minor }))
  return editDoc(doc, { splits: parts }, stamp)
}

function foldHalf(doc: Doc): Doc {
  const log = [...(doc.log ?? [])].sort(compareStamps)
  const cut = log[Math.floor((log.length - 1) / 2)]
  const newest = log.at(-1)
  if (cut === undefined || newest === undefined || cut.at >= newest.at) {
    return doc
  }
  return foldUntil(doc, cut.at)
}
