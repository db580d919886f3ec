import { expect, test } from 'vitest'
import { givenOf, readGiven } from './given-form.ts'

test('a form begins with the texts somebody would have typed', () => {
  const written = {
    type: 'expense',
    minor: 1250,
    currency: 'EUR',
    description: 'Lunch',
    category: undefined,
    tags: ['work', 'trip'],
  }
  expect(givenOf(written, 'pt-PT')).toEqual({
    fields: {
      type: 'expense',
      amount: '12,50',
      description: 'Lunch',
      tags: 'work trip',
    },
    issues: [],
  })
})

test('an amount that is not known leaves its field empty', () => {
  expect(givenOf({ type: 'income' }, 'en').fields).toEqual({ type: 'income' })
})

test('what a page is handed comes through, and only that', () => {
  const issue = { field: 'amount', code: 'zero', text: '0' }
  const given = { fields: { amount: '0', evil: 'x', tags: 7 }, issues: [issue] }
  expect(readGiven({ given })).toEqual({
    fields: { amount: '0' },
    issues: [issue],
  })
  expect(
    readGiven({ given: { fields: {}, issues: [{ field: 'x' }, 1, null] } }),
  ).toEqual({ fields: {}, issues: [] })
  for (const state of [undefined, null, 'x', {}, { given: 1 }, { given: {} }]) {
    expect(readGiven(state)).toBeUndefined()
  }
})
