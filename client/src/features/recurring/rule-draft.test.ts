import { expect, test } from 'vitest'
import { createDoc } from '@ourmoney/shared/sync/edit.ts'
import { draftOfRule, emptyRule, readRule } from './rule-draft.ts'

const context = { currency: 'EUR', locale: 'en' }
const rent = { ...emptyRule('2026-11-30'), name: ' Rent ', amount: '700' }

test('what was typed becomes a rule that begins on its first day', () => {
  expect(readRule(rent, context)).toEqual({
    ok: true,
    fields: {
      name: 'Rent',
      post: 'on-confirmation',
      rrule: 'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1',
      start: '2026-11-30',
      draft: {
        type: 'expense',
        description: 'Rent',
        minor: 70_000,
        currency: 'EUR',
      },
    },
  })
  const last = readRule({ ...rent, isLast: true }, context)
  expect(last.ok && last.fields.rrule).toBe('FREQ=MONTHLY;BYMONTHDAY=-1')
})

test('what is missing is said field by field', () => {
  const bare = { ...rent, name: '', first: '', type: 'transfer' } as const
  expect(readRule({ ...bare, account: 'acc_0000' }, context)).toEqual({
    ok: false,
    issues: [
      { field: 'name', code: 'no-name' },
      { field: 'first', code: 'no-date' },
      { field: 'toAccount', code: 'no-accounts' },
    ],
  })
  expect(readRule({ ...rent, amount: '7 apples' }, context).ok).toBe(false)
})

const fields = {
  type: 'expense',
  description: 'Rent',
  minor: 70_000,
  currency: 'EUR',
  tags: ['flat'],
  splits: [{ minor: 50_000 }, { minor: 20_000 }],
} as const
const rule = createDoc(
  'recurring',
  'rec_0000',
  {
    name: 'Rent',
    rrule: 'FREQ=MONTHLY;BYMONTHDAY=1',
    start: '2026-01-01',
    draft: fields,
    post: 'on-the-day',
  },
  { at: 1, by: undefined, device: undefined },
)
const before = { rule, next: '2026-12-01' }
const split = { ...fields, tags: ['flat'], splits: [...fields.splits] }
const edited = { ...context, before, fields: split }
const asItIs = draftOfRule(rule, split, before.next, 'en')

test('what a form does not show stays, and parts as long as the amount does', () => {
  expect(readRule(asItIs, edited)).toEqual({
    ok: true,
    fields: {
      name: 'Rent',
      post: 'on-the-day',
      rrule: rule.rrule,
      start: rule.start,
      since: undefined,
      draft: fields,
    },
  })
  const dearer = readRule({ ...asItIs, amount: '750' }, edited)
  expect(dearer.ok && dearer.fields.draft).toEqual({
    type: 'expense',
    description: 'Rent',
    minor: 75_000,
    currency: 'EUR',
    tags: ['flat'],
  })
})

test('another day or rhythm counts from then on, so that nothing before it is missed', () => {
  const later = readRule({ ...asItIs, first: '2026-12-05' }, edited)
  expect(later.ok && later.fields).toMatchObject({
    rrule: 'FREQ=MONTHLY;BYMONTHDAY=5',
    start: '2026-12-05',
    since: '2026-12-05',
  })
  const own = { ...rule, rrule: 'FREQ=MONTHLY;BYDAY=1MO' }
  const draft = draftOfRule(own, split, before.next, 'en')
  expect(draft.rhythm).toBe('own')
  const kept = readRule(draft, { ...edited, before: { ...before, rule: own } })
  expect(kept.ok && kept.fields.rrule).toBe(own.rrule)
})
