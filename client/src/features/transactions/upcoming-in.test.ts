import { expect, test } from 'vitest'
import { createDoc } from '@ourmoney/shared/sync/edit.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import type { RecurringRule } from '../../data/views/recurring.ts'
import { upcomingIn } from './upcoming-in.ts'

const on = { at: 1, by: undefined, device: undefined }

function aRule(
  name: string,
  fields: Partial<RecurringRule['draft']>,
  baseMinor?: number,
): RecurringRule {
  const draft = {
    type: 'expense' as const,
    description: name,
    minor: 1_000,
    currency: 'EUR',
    ...fields,
  }
  const doc = createDoc(
    'recurring',
    `rec_${name.toLowerCase()}`,
    {
      name,
      rrule: 'FREQ=MONTHLY',
      start: '2026-01-01',
      draft,
      post: 'on-confirmation',
    },
    on,
  )
  return {
    doc,
    state: 'active',
    draft,
    next: undefined,
    baseMinor: baseMinor ?? draft.minor,
    timesAYear: 12,
  }
}

const home = createDoc(
  'category',
  'cat_home',
  { name: 'Home', type: 'expense' },
  on,
)
const flat = createDoc(
  'category',
  'cat_flat',
  { name: 'Flat', type: 'expense', parent: 'cat_home' },
  on,
)
const lookups = {
  ledger: undefined,
  categories: [home, flat],
  payees: [],
  merged: {},
} as unknown as LookupsAnswer

const answer = {
  rules: [
    aRule('Rent', { category: 'cat_flat' }),
    aRule('Salary', { type: 'income', minor: 5_000 }),
    aRule('Hosting', { currency: 'USD', account: 'acc_card' }, 920),
  ],
  due: [{ recurring: 'rec_rent', date: '2026-11-01' }],
  ahead: [
    { recurring: 'rec_salary', date: '2026-11-30' },
    { recurring: 'rec_rent', date: '2026-12-01' },
    { recurring: 'rec_hosting', date: '2026-12-04' },
  ],
}

const found = (filter: object) => {
  const { due, ahead, leftMinor } = upcomingIn(answer, lookups, filter)
  return [due, ahead]
    .map(all => all.map(({ rule }) => rule.doc.name))
    .concat([[String(leftMinor)]])
}

test('what is to come is found as if it were booked, and summed in the ledger’s currency', () => {
  expect(found({})).toEqual([
    ['Rent'],
    ['Salary', 'Rent', 'Hosting'],
    [String(5_000 - 1_000 - 1_000 - 920)],
  ])
  expect(found({ categories: ['cat_home'] })).toEqual([
    ['Rent'],
    ['Rent'],
    ['-2000'],
  ])
  expect(found({ period: '2026-12' })[1]).toEqual(['Rent', 'Hosting'])
  expect(found({ accounts: ['acc_card'] })[1]).toEqual(['Hosting'])
  expect(found({ text: 'sálary' })[1]).toEqual(['Salary'])
  expect(found({ text: 'flat' })[0]).toEqual(['Rent'])
})

test('what is asked of records that are stored finds none', () => {
  expect(found({ sync: ['synced'] })).toEqual([[], [], ['0']])
})
