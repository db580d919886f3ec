import { expect, test } from 'vitest'
import { readRevsDiff } from './requests.ts'

const rev = `1-${'a'.repeat(32)}`

test.each([null, undefined, 'x', [], { txn_0001: 'x' }, { txn: [rev] }])(
  'B18 %j is no _revs_diff',
  body => {
    expect(() => readRevsDiff(body)).toThrow('bad-request')
  },
)

test('B18 a _revs_diff has at most 1,000 ids, 1,000 revisions of each and 20,000 in all', () => {
  const asked = (ids: number, revs: number) =>
    Object.fromEntries(
      Array.from({ length: ids }, (_, n) => [
        `txn_${String(n).padStart(4, '0')}`,
        Array.from({ length: revs }, () => rev),
      ]),
    )
  for (const [ids, revs] of [
    [1_000, 20],
    [20, 1_000],
  ] as const) {
    expect(Object.keys(readRevsDiff(asked(ids, revs)))).toHaveLength(ids)
  }
  for (const [ids, revs] of [
    [1_001, 1],
    [1, 1_001],
    [1_000, 21],
  ] as const) {
    expect(() => readRevsDiff(asked(ids, revs))).toThrow('bad-request')
  }
})

test('B18 of a _revs_diff nothing behind the first wrong revision is looked at', () => {
  const revs = ['1-a', rev]
  Object.defineProperty(revs, 1, {
    get: () => {
      throw new Error('looked at')
    },
  })
  expect(() => readRevsDiff({ txn_0001: revs })).toThrow('bad-request')
})
