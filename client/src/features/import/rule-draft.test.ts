import { expect, test } from 'vitest'
import { readRuleText, ruleText } from './rule-draft.ts'
import type { RuleDraft } from './use-rule-acts.ts'

const money = { currency: 'EUR', locale: 'pt-PT' }
const rule: RuleDraft = {
  name: 'Coffee',
  when: [
    { is: 'contains', text: 'café' },
    { is: 'contains', text: 'norte' },
    { is: 'amount', from: 100, to: 1_250, flow: 'out' },
  ],
  set: { category: 'cat_1', tags: ['small'] },
  isOff: true,
}

test('a rule comes back as it was, also with conditions that the form shows no field for', () => {
  const read = readRuleText(ruleText(rule, money), rule, money)
  expect(
    read.ok && { ...read.value, when: read.value.when.toSorted(byIs) },
  ).toEqual({ ...rule, when: rule.when.toSorted(byIs) })
})

test('amounts are written and read as people there do, whatever their sign', () => {
  const text = ruleText(rule, money)
  expect(text).toMatchObject({ from: '1,00', to: '12,50' })
  const read = readRuleText({ ...text, from: '-3' }, undefined, money)
  expect(read.ok && read.value.when).toContainEqual({
    is: 'amount',
    from: 300,
    to: 1_250,
    flow: 'out',
  })
})

test('a rule without a condition, or that sets nothing, is refused', () => {
  const empty = ruleText(undefined, money)
  const of = (fields: object) =>
    readRuleText({ ...empty, ...fields }, undefined, money)
  expect(of({})).toMatchObject({ failure: 'no-condition' })
  expect(of({ contains: 'x' })).toMatchObject({ failure: 'nothing-set' })
  expect(of({ from: 'much' })).toMatchObject({ failure: 'not-an-amount' })
  expect(of({ pattern: '(' })).toMatchObject({ failure: 'not-a-pattern' })
})

function byIs(a: { readonly is: string }, b: { readonly is: string }): number {
  return a.is < b.is ? -1 : 1
}
