import fc from 'fast-check'
import {
  createDoc,
  editDoc,
  removeDoc,
  restoreDoc,
  settleDoc,
} from '../src/sync/edit.ts'
import { derivedId } from '../src/sync/ids.ts'
import type { Doc, DocOf } from '../src/sync/kinds.ts'
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

/** One thing that a device does to its replica, or that two devices do together. */
type Step =
  | {
      readonly step: 'edit'
      readonly device: number
      readonly set: Record<string, unknown>
    }
  | { readonly step: 'remove' | 'restore' | 'settle'; readonly device: number }
  | { readonly step: 'meet'; readonly device: number; readonly other: number }

const device = fc.integer({ min: 0, max: 3 })

const set = fc.oneof(
  fc.record({ description: fc.constantFrom('Tea', 'Bread', 'Rent') }),
  fc.record({ notes: fc.constantFrom('a', 'b', undefined) }),
  fc.record({
    minor: fc.integer({ min: 1, max: 5 }),
    account: fc.constantFrom('acc_aaaa', 'acc_bbbb', undefined),
  }),
  fc.record({ date: fc.constantFrom('2026-11-20', '2026-11-21') }),
  fc.record({ tags: fc.subarray(['x', 'y', 'z']) }),
  fc.integer({ min: 2, max: 9 }).map(part => ({
    minor: part * 2,
    splits: [{ minor: part }, { minor: part }],
  })),
)

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ step: fc.constant('edit' as const), device, set }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      step: fc.constantFrom(
        'remove' as const,
        'restore' as const,
        'settle' as const,
      ),
      device,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      step: fc.constant('meet' as const),
      device,
      other: device,
    }),
  },
)

export type Played = {
  readonly replicas: readonly Doc[]
  /** Every edit that was made: its id and the fields it set. */
  readonly edits: readonly {
    readonly id: string
    readonly set: Record<string, unknown>
  }[]
}

/** Four devices with clocks of their own edit, delete, restore, settle and meet at random. */
export const playedHistories: fc.Arbitrary<Played> = fc
  .record({
    steps: fc.array(step, { maxLength: 24 }),
    skews: fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50)),
  })
  .map(({ steps, skews }) => play(steps, skews))

function play(steps: readonly Step[], skews: readonly number[]): Played {
  const replicas: Doc[] = skews.map(() => aTransactionDoc())
  const edits: { id: string; set: Record<string, unknown> }[] = []
  steps.forEach((each, index) => {
    const doc = replicas[each.device]
    if (doc === undefined) return
    if (each.step === 'meet') {
      const other = replicas[each.other]
      if (other === undefined) return
      const merged = mergeLeaves([doc, other])
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
    if (each.step === 'edit') {
      if (doc._deleted === true) return
      const edited = editDoc(doc, each.set, stamp)
      if (edited !== doc) edits.push({ id: stamp.id, set: each.set })
      replicas[each.device] = edited
    } else if (each.step === 'remove') {
      replicas[each.device] = removeDoc(doc, stamp)
    } else if (each.step === 'restore') {
      replicas[each.device] = restoreDoc(doc, stamp)
    } else if (doc._deleted !== true) {
      const [conflict] = doc.conflicts ?? []
      if (conflict === undefined) return
      replicas[each.device] = settleDoc(doc, conflict.id, {}, stamp)
    }
  })
  return { replicas, edits }
}
