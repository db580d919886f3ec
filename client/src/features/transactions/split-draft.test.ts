import { expect, test } from 'vitest'
import { aTransactionDoc } from '@ourmoney/shared/testing/docs.ts'
import { readSplit } from '@ourmoney/shared/transaction/read-split.ts'
import {
  addPart,
  beginSplit,
  changePart,
  readSplitText,
  removePart,
  splitTextOf,
  switchWay,
  writeSplitText,
} from './split-draft.ts'

const context = { currency: 'EUR', locale: 'en', minor: 1000 }
const none = readSplitText('')

test('a stored split comes back from the form as it was, with what nobody here knows', () => {
  const splits = [
    { minor: 300, category: 'cat_food', note: 'Milk', later: 'kept' },
    {
      minor: 700,
      member: 'mem_anna',
      shareMode: 'exact',
      shares: [{ member: 'mem_bobb', minor: 700 }],
    },
  ]
  const shared = {
    shareMode: 'shares',
    shares: [{ member: 'mem_anna', weight: 2 }],
  }
  const doc = aTransactionDoc({ minor: 1000, splits, ...shared })
  const { way, ...typed } = readSplitText(
    writeSplitText(splitTextOf(doc, 'en')),
  )
  const { fields, issues } = readSplit({ splitWay: way, ...typed }, context)
  expect(issues).toEqual([])
  expect(fields).toEqual({ splits, ...shared })
})

test('a kept text that is cut short or of another kind is no split', () => {
  for (const text of ['{', '7', '{"way":"amount"}', '{"way":"x","parts":[]}']) {
    expect(readSplitText(text)).toEqual(none)
  }
  expect(writeSplitText(none)).toBe('')
})

test('parts keep their keys while others come and go', () => {
  const split = addPart(beginSplit(none, 'cat_food'))
  expect(split.parts.map(({ key }) => key)).toEqual(['0', '1', '2'])
  const less = addPart(removePart(split, 1))
  expect(less.parts.map(({ key }) => key)).toEqual(['0', '2', '3'])
  expect(less.parts[0]?.category).toBe('cat_food')
})

test('another way of splitting takes the numbers along where it can', () => {
  const begun = beginSplit(none, '')
  const split = changePart(changePart(begun, 0, { amount: '2.50' }), 1, {
    amount: '5+2.5',
  })
  const amounts = (way: 'amount' | 'percent' | 'shares', from = split) =>
    switchWay(from, way, context).parts.map(({ amount }) => amount)
  expect(amounts('percent')).toEqual(['25%', '75%'])
  expect(amounts('amount', switchWay(split, 'percent', context))).toEqual([
    '2.50',
    '7.50',
  ])
  expect(amounts('shares')).toEqual(['1', '1'])
  expect(amounts('percent', begun)).toEqual(['', ''])
})
