import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitMinor } from '../money/split-money.ts'
import { checkDoc } from '../sync/check-doc.ts'
import { aTransactionDoc } from '../../testing/docs.ts'
import { owedByMember } from './owed.ts'

const ann = 'mem_ann0'
const bob = 'mem_bob0'
const cid = 'mem_cid0'
const everybody = [bob, ann, cid]

const owed = (fields: Record<string, unknown>) =>
  Object.fromEntries(owedByMember(aTransactionDoc(fields), everybody))

test('without shares everybody owes the same, odd units by who comes first', () => {
  expect(owed({ minor: 1000 })).toEqual({ [ann]: 334, [bob]: 333, [cid]: 333 })
})

test('a refund is owed the other way round', () => {
  expect(owed({ minor: -100 })).toEqual({ [ann]: -34, [bob]: -33, [cid]: -33 })
})

test('equal among some, by weights, and exactly', () => {
  const equal = {
    shareMode: 'equal',
    shares: [{ member: cid }, { member: bob }],
  }
  expect(owed({ minor: 101, ...equal })).toEqual({ [cid]: 51, [bob]: 50 })
  const weighted = {
    shareMode: 'shares',
    shares: [
      { member: ann, weight: 2 },
      { member: bob, weight: 1 },
    ],
  }
  expect(owed({ minor: 300, ...weighted })).toEqual({ [ann]: 200, [bob]: 100 })
  const exact = { shareMode: 'exact', shares: [{ member: bob, minor: 300 }] }
  expect(owed({ minor: 300, ...exact })).toEqual({ [bob]: 300 })
})

test('parts of their own go by their own, the rest by the whole’s', () => {
  const forBob = { shareMode: 'equal', shares: [{ member: bob }] }
  const weighted = {
    shareMode: 'shares',
    shares: [
      { member: ann, weight: 3 },
      { member: cid, weight: 1 },
    ],
  }
  expect(
    owed({
      minor: 1000,
      ...weighted,
      splits: [{ minor: 200, ...forBob }, { minor: 790 }, { minor: 10 }],
    }),
  ).toEqual({ [bob]: 200, [ann]: 600, [cid]: 200 })
})

test('a transfer is nobody’s', () => {
  expect(owed({ type: 'transfer' })).toEqual({})
})

const minor = fc.integer({ min: -100_000, max: 100_000 })

/** Any valid shares of an amount. */
const shares = (whole: number) =>
  fc
    .record({
      mode: fc.constantFrom('equal', 'shares', 'exact', undefined),
      members: fc.subarray([ann, bob, cid], { minLength: 1 }),
      weights: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(8), fc.nat(8)),
    })
    .map(({ mode, members, weights }) => {
      if (mode === undefined) return {}
      const minors = splitMinor(whole, weights.slice(0, members.length))
      return {
        shareMode: mode,
        shares: members.map((member, at) => ({
          member,
          ...(mode === 'shares' && { weight: (weights[at] ?? 0) + 1 }),
          ...(mode === 'exact' && { minor: minors[at] ?? 0 }),
        })),
      }
    })

const parts = fc
  .array(minor, { maxLength: 5 })
  .chain(minors =>
    fc.tuple(
      ...minors.map(each => shares(each).map(own => ({ minor: each, ...own }))),
    ),
  )

const transaction = fc.tuple(parts, minor).chain(([splits, alone]) => {
  const whole =
    splits.length === 0
      ? alone
      : splits.reduce((sum, part) => sum + part.minor, 0)
  return shares(whole).map(own => ({
    minor: whole,
    ...own,
    ...(splits.length > 0 && { splits }),
  }))
})

test('what members owe sums to the amount, whatever is shared how', () => {
  let valid = 0
  fc.assert(
    fc.property(transaction, fields => {
      const doc = aTransactionDoc(fields)
      if (!checkDoc(doc).ok) return
      valid += 1
      const each = [...owedByMember(doc, everybody).values()]
      expect(each.every(Number.isSafeInteger)).toBe(true)
      expect(each.reduce((sum, one) => sum + one, 0)).toBe(doc.minor)
      // The same on every device, however it lists its members.
      expect(owedByMember(doc, everybody.toReversed())).toEqual(
        owedByMember(doc, everybody),
      )
    }),
    { numRuns: 500 },
  )
  expect(valid).toBeGreaterThan(300)
})
