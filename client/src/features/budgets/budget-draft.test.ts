import { expect, test } from 'vitest'
import { createDoc } from '@ourmoney/shared/sync/edit.ts'
import { draftOfBudget, emptyBudget, readBudget } from './budget-draft.ts'

const counting = { firstDay: 25, weekStart: 1 }
const context = { currency: 'EUR', counting }
const empty = emptyBudget('2026-11-26', counting)

test('a budget begins with a whole period by the household’s first day', () => {
  expect(readBudget(empty, 40_000, context)).toEqual({
    period: 'month',
    minor: 40_000,
    currency: 'EUR',
    from: '2026-11-25',
  })
  const week = { ...empty, period: 'week', isOnce: true } as const
  expect(readBudget(week, 1, context)).toMatchObject({
    from: '2026-11-23',
    until: '2026-11-29',
  })
})

test('of one category, of a group, and of somebody', () => {
  const one = { ...empty, categories: ['cat_food'], member: 'mem_ana0' }
  expect(readBudget(one, 1, context)).toMatchObject({
    category: 'cat_food',
    categories: undefined,
    member: 'mem_ana0',
  })
  const group = {
    ...empty,
    categories: ['cat_food', 'cat_fun0'],
    name: ' Life ',
  }
  expect(readBudget(group, 1, context)).toMatchObject({
    name: 'Life',
    category: undefined,
    categories: ['cat_food', 'cat_fun0'],
  })
})

test('what is edited keeps its beginning and end unless they are changed', () => {
  const before = createDoc(
    'budget',
    'bud_0000',
    {
      period: 'month',
      minor: 40_000,
      currency: 'EUR',
      categories: ['cat_food', 'cat_fun0'],
      from: '2026-09-03',
      until: '2026-12-24',
    },
    { at: 1, by: undefined, device: undefined },
  )
  const draft = draftOfBudget(before, 'en', '2026-01-01')
  expect(draft.amount).toBe('400.00')
  const edited = { ...context, before }
  expect(readBudget(draft, 45_000, edited)).toMatchObject({
    minor: 45_000,
    categories: ['cat_food', 'cat_fun0'],
    from: '2026-09-03',
    until: '2026-12-24',
  })
  const later = { ...draft, from: '2026-12-25' }
  expect(readBudget(later, 1, edited)).toMatchObject({
    from: '2026-12-25',
    until: '2027-01-24',
  })
  expect(readBudget({ ...draft, isOnce: false }, 1, edited).until).toBe(
    undefined,
  )
})
