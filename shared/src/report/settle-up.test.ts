import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aTransactionDoc } from '../../testing/docs.ts'
import { settleUp } from './settle-up.ts'
import { settlementsOf } from './settlements.ts'

const ann = 'mem_ann0'
const bob = 'mem_bob0'
const cid = 'mem_cid0'
const everybody = [ann, bob, cid]

const bought = (fields: Record<string, unknown>) => aTransactionDoc(fields)

test('who paid, who owes whom', () => {
  const answer = settleUp(
    [
      bought({ minor: 9_000, member: ann }),
      bought({ minor: 3_000, member: bob }),
      // For two of them alone.
      bought({
        minor: 1_001,
        member: cid,
        shareMode: 'equal',
        shares: [{ member: ann }, { member: bob }],
      }),
      bought({ type: 'income', minor: 200_000, member: bob }),
      bought({ type: 'transfer', minor: 500, member: bob }),
    ],
    everybody,
  )
  // Each owes 3,000 and 1,000; Ann 501 more, and Bob 500.
  expect(answer).toEqual({
    shares: [
      { member: ann, paidMinor: 9_000, owedMinor: 4_501, balanceMinor: 4_499 },
      { member: bob, paidMinor: 3_000, owedMinor: 4_500, balanceMinor: -1_500 },
      { member: cid, paidMinor: 1_001, owedMinor: 4_000, balanceMinor: -2_999 },
    ],
    settlements: [
      { from: cid, to: ann, minor: 2_999 },
      { from: bob, to: ann, minor: 1_500 },
    ],
    unsharedMinor: 0,
  })
})

test('parts are paid by their own members, and a refund is owed back', () => {
  const answer = settleUp(
    [
      bought({
        minor: 600,
        member: ann,
        splits: [{ minor: 400 }, { minor: 200, member: bob }],
      }),
      bought({ minor: -300, member: bob }),
    ],
    [ann, bob],
  )
  // Of 600 each owes 300, of the refund each gets 150 that Bob has.
  expect(answer.shares).toEqual([
    { member: ann, paidMinor: 400, owedMinor: 150, balanceMinor: 250 },
    { member: bob, paidMinor: -100, owedMinor: 150, balanceMinor: -250 },
  ])
})

test('what nobody paid, or nobody is there to share, is left out and told', () => {
  const nobody = [bought({ minor: 700 }), bought({ minor: 50, member: ann })]
  expect(settleUp(nobody, everybody)).toMatchObject({ unsharedMinor: 700 })
  expect(settleUp(nobody, [])).toEqual({
    shares: [],
    settlements: [],
    unsharedMinor: 750,
  })
})

test('payments made since count', () => {
  const spent = [bought({ minor: 1_000, member: ann })]
  const made = [{ from: bob, to: ann, minor: 300 }]
  expect(settleUp(spent, [ann, bob], made).settlements).toEqual([
    { from: bob, to: ann, minor: 200 },
  ])
})

test('two pairs that are even among themselves need two payments, not three', () => {
  const balances = new Map([
    ['a', 70],
    ['b', 30],
    ['c', -30],
    ['d', -70],
  ])
  expect(settlementsOf(balances)).toEqual([
    { from: 'd', to: 'a', minor: 70 },
    { from: 'c', to: 'b', minor: 30 },
  ])
  // Who owes most pays who gets most: that alone would take four.
  const five = new Map([
    ['a', 5],
    ['b', 4],
    ['c', -3],
    ['d', -3],
    ['e', -3],
  ])
  expect(settlementsOf(five)).toHaveLength(4)
  expect(settlementsOf(new Map([...five, ['f', 7], ['g', -7]]))).toHaveLength(5)
  expect(() => settlementsOf(new Map([['a', 1]]))).toThrow('come to 1')
})

const minors = fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 7 })

/** Balances that sum to 0. */
const balances = minors.map(
  all =>
    new Map(
      [...all, -all.reduce((sum, each) => sum + each, 0)].map((minor, at) => [
        `m${at}`,
        minor,
      ]),
    ),
)

test('all payments made, nobody owes anything, and fewer would not do', () => {
  fc.assert(
    fc.property(balances, each => {
      const left = new Map(each)
      const settlements = settlementsOf(each)
      for (const { from, to, minor } of settlements) {
        expect(minor).toBeGreaterThan(0)
        left.set(from, (left.get(from) ?? 0) + minor)
        left.set(to, (left.get(to) ?? 0) - minor)
      }
      expect([...left.values()].every(minor => minor === 0)).toBe(true)
      const open = [...each.values()].filter(minor => minor !== 0)
      expect(settlements).toHaveLength(open.length - mostGroups(open))
    }),
  )
})

/** Every way to part them, one by one: slow, and plainly right. */
function mostGroups(open: readonly number[]): number {
  const [first, ...others] = open
  if (first === undefined) return 0
  let most = -Infinity
  for (let subset = 0; subset < 1 << others.length; subset++) {
    const own = others.filter((_, at) => (subset & (1 << at)) !== 0)
    if (own.reduce((sum, each) => sum + each, first) !== 0) continue
    const rest = others.filter((_, at) => (subset & (1 << at)) === 0)
    most = Math.max(most, 1 + mostGroups(rest))
  }
  return most
}

const purchase = fc.record({
  minor: fc.integer({ min: -50_000, max: 50_000 }),
  member: fc.constantFrom(...everybody, undefined),
  shares: fc.subarray(everybody),
})

test('balances sum to zero to the unit, whatever was bought for whom', () => {
  fc.assert(
    fc.property(fc.array(purchase), fc.subarray(everybody), (all, there) => {
      const docs = all.map(({ minor, member, shares }) =>
        bought({
          minor,
          ...(member !== undefined && { member }),
          ...(shares.length > 0 && {
            shareMode: 'equal',
            shares: shares.map(each => ({ member: each })),
          }),
        }),
      )
      const { shares, settlements, unsharedMinor } = settleUp(docs, there)
      const sum = (minors: readonly number[]) =>
        minors.reduce((total, each) => total + each, 0)
      expect(sum(shares.map(({ balanceMinor }) => balanceMinor))).toBe(0)
      const paid = sum(shares.map(({ paidMinor }) => paidMinor))
      expect(paid + unsharedMinor).toBe(sum(docs.map(({ minor }) => minor)))
      expect(settlements.length).toBeLessThan(Math.max(1, shares.length))
    }),
  )
})
