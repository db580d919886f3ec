import { expect, test } from 'vitest'
import { compileRules, patternsOf, type Subject } from './apply-rules.ts'
import { proposeRule } from './propose-rule.ts'
import { readRule, ruleFields, type Condition, type Rule } from './rule.ts'

const food = 'cat_food'
const fun = 'cat_fun00'

function aRule(fields: Partial<Rule> = {}): Rule {
  return {
    id: 'rule_1',
    name: 'Coffee',
    order: 1,
    when: [{ is: 'contains', text: 'coffee' }],
    set: { category: food },
    isOff: false,
    ...fields,
  }
}

const aSubject = (fields: Partial<Subject> = {}): Subject => ({
  description: 'COFFEE SHOP',
  flow: -120,
  ...fields,
})

const ask = (rules: readonly Rule[], subject: Subject) =>
  compileRules(rules, pattern => text => text.includes(pattern))(subject)

test.each<[string, Condition, Partial<Subject>, boolean]>([
  ['case', { is: 'contains', text: 'Shop' }, {}, true],
  ['accents', { is: 'contains', text: 'cafe' }, { notes: 'CAFÉ' }, true],
  ['another word', { is: 'contains', text: 'tea' }, {}, false],
  ['its payee’s name', { is: 'contains', text: 'rui' }, { payee: 'Rui' }, true],
  ['a pattern', { is: 'matches', pattern: 'FEE S' }, {}, true],
  ['an amount', { is: 'amount', from: 120, to: 120 }, {}, true],
  ['too much', { is: 'amount', to: 119 }, {}, false],
  ['what goes out', { is: 'amount', flow: 'out' }, {}, true],
  ['what comes in', { is: 'amount', flow: 'in' }, {}, false],
  ['its account', { is: 'account', account: 'acc_1' }, {}, false],
  ['its payee', { is: 'payee', payee: 'pay_1' }, { payeeId: 'pay_1' }, true],
])('a condition looks at %s', (_, condition, fields, holds) => {
  const found = ask([aRule({ when: [condition] })], aSubject(fields))
  expect(found !== undefined).toBe(holds)
})

test('all conditions of a rule have to hold, and a rule that is off never does', () => {
  const when: Condition[] = [
    { is: 'contains', text: 'coffee' },
    { is: 'amount', from: 500 },
  ]
  expect(ask([aRule({ when })], aSubject())).toBeUndefined()
  expect(ask([aRule({ when })], aSubject({ flow: 500 }))).toBeDefined()
  expect(ask([aRule({ isOff: true })], aSubject())).toBeUndefined()
})

test('the first rule that sets a field counts, and tags come from all', () => {
  const found = ask(
    [
      aRule({ id: 'rule_2', order: 2, set: { category: fun, tags: ['b'] } }),
      aRule({ set: { tags: ['a'], notes: 'n' } }),
      aRule({
        id: 'rule_3',
        order: 3,
        set: { category: food, member: 'mem_1' },
      }),
    ],
    aSubject(),
  )
  expect(found?.set).toEqual({
    category: fun,
    tags: ['a', 'b'],
    notes: 'n',
    member: 'mem_1',
  })
  expect(found?.categoryBy?.id).toBe('rule_2')
})

test('a rule is stored and read back, and one with a condition of a newer version is left alone', () => {
  const rule = aRule({
    when: [
      { is: 'matches', pattern: '^a+$' },
      { is: 'amount', from: 1, to: undefined },
    ],
    isOff: true,
  })
  const doc = {
    _id: rule.id,
    kind: 'rule',
    v: 1,
    ...ruleFields(rule),
  } as const
  expect(readRule(doc)).toEqual(rule)
  expect(patternsOf([rule])).toEqual([])
  expect(patternsOf([{ ...rule, isOff: false }])).toEqual(['^a+$'])
  expect(readRule({ ...doc, when: [{ is: 'moon' }] })).toBeUndefined()
  expect(readRule({ ...doc, set: { colour: 'red' } })).toBeUndefined()
})

test.each([
  ['COMPRA 2233 PINGO DOCE PORTO 12/11', 'PINGO DOCE PORTO'],
  ['Card purchase Netflix.com 866-579', 'Netflix.com'],
  ['TRF DE MARIA SILVA', 'MARIA SILVA'],
  ['12345 67', ''],
])('from a correction of %s a rule for %s is proposed', (description, text) => {
  const proposed = proposeRule(description, { category: food }, 7)
  if (text === '') expect(proposed).toBeUndefined()
  else {
    expect(proposed).toMatchObject({
      name: text,
      order: 7,
      when: [{ is: 'contains', text }],
      set: { category: food },
    })
    const rule = { ...aRule(), ...proposed }
    expect(ask([rule], aSubject({ description }))).toBeDefined()
  }
})
