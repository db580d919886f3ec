import { expect, test } from 'vitest'
import { createDoc } from '@ourmoney/shared/sync/edit.ts'
import type { Fields } from '@ourmoney/shared/sync/groups.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import type { Kind } from '@ourmoney/shared/sync/prefixes.ts'
import type { Question } from '@ourmoney/shared/sync/questions.ts'
import { thirdWay } from './third-way.ts'

const stamp = { at: 1, by: 'mem_ana', device: 'laptop' }
const side = { at: 1, by: 'mem_ana', device: 'laptop' }

function aDoc(kind: Kind): Doc {
  return createDoc(kind, `${kind}_1`, {}, stamp)
}

function between(group: string, stands: Fields, other: Fields): Question {
  return {
    group,
    stands: { ...side, value: stands },
    others: [{ ...side, conflict: 'one', value: other }],
  }
}

const expense = { type: 'expense', minor: 4_000, currency: 'EUR' }

test('another amount, text, day or name is typed beside the values that there are', () => {
  const doc = aDoc('transaction')
  const amounts = between('amount', expense, { ...expense, minor: 4_100 })
  expect(thirdWay(doc, amounts)).toBe('typed')
  for (const field of ['description', 'date', 'category', 'member', 'notes']) {
    const question = between(field, { [field]: 'a' }, { [field]: 'b' })
    expect(thirdWay(doc, question)).toBe('typed')
  }
})

test('what parts, shares or a second currency go by is given in the form of the transaction', () => {
  const doc = aDoc('transaction')
  const others: readonly Fields[] = [
    { splits: [{ minor: 4_000 }] },
    { shares: [{ member: 'mem_ana', weight: 1 }] },
    { toAccount: 'acc_savings', toMinor: 3_000 },
  ]
  for (const more of others) {
    const stands = { ...expense, ...more }
    const question = between('amount', stands, { ...stands, minor: 1 })
    expect(thirdWay(doc, question)).toBe('form')
  }
  const types = between('amount', expense, { ...expense, type: 'income' })
  expect(thirdWay(doc, types)).toBe('form')
})

test('what has a screen of its own is changed there', () => {
  const question = between('place', { parent: 'cat_1' }, { parent: 'cat_2' })
  expect(thirdWay(aDoc('category'), question)).toEqual({ place: '/names' })
})

test('between deleted and kept there is nothing else', () => {
  const question = between('deleted', {}, { deletedAt: 1 })
  expect(thirdWay(aDoc('transaction'), question)).toBeUndefined()
})
