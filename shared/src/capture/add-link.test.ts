import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aQuickContext } from './a-context.ts'
import { readAddLink, searchOfLink } from './add-link.ts'

const names = aQuickContext('en')

function read(parameters: Readonly<Record<string, string>>, locale = 'en-GB') {
  return readAddLink(name => parameters[name], names, locale)
}

test('fills the form in', () => {
  const { line, given } = read({
    type: 'income',
    amount: '1500',
    description: 'November',
    date: '2026-11-05',
    category: 'salary',
    account: 'BANK',
    tags: 'work,#bonus',
    notes: 'thanks',
  })
  expect(line).toBeUndefined()
  expect(given).toEqual({
    fields: {
      type: 'income',
      amount: '1,500.00',
      description: 'November',
      date: '2026-11-05',
      category: 'cat_11',
      account: 'acc_1',
      tags: 'work,#bonus',
      notes: 'thanks',
    },
    issues: [],
  })
})

test('an empty link is the form for an expense', () => {
  expect(read({}).given).toEqual({ fields: { type: 'expense' }, issues: [] })
})

test('a transfer names both accounts', () => {
  const { given } = read({
    type: 'transfer',
    account: 'bank',
    toAccount: 'acc_2',
    amount: '200',
  })
  expect(given.fields).toMatchObject({ account: 'acc_1', toAccount: 'acc_2' })
  expect(given.issues).toEqual([])
})

test.each([
  ['12.50', 'pt-PT', '12,50'],
  ['-3', 'pt-PT', '-3,00'],
  ['12,50+3', 'pt-PT', '12,50+3'],
  ['1.234', 'pt-PT', '1,23'],
])('an amount %s stands as %s writes it', (amount, locale, text) => {
  expect(read({ amount }, locale).given.fields.amount).toBe(text)
})

test('words are handed to quick add', () => {
  expect(read({ text: ' lunch 12 ' }).line).toBe('lunch 12')
})

describe('what makes no sense is said beside its field, and stays', () => {
  test.each([
    ['type', 'gift', 'unknown-type', 'expense'],
    ['amount', 'a lot', 'not-an-amount', 'a lot'],
    ['amount', '0', 'zero', '0.00'],
    ['amount', '1/0', 'division-by-zero', '1/0'],
    ['amount', '9'.repeat(30), 'too-large', '9'.repeat(30)],
    ['description', 'x'.repeat(501), 'too-long', 'x'.repeat(501)],
    ['tags', 'x'.repeat(61), 'too-long', 'x'.repeat(61)],
    ['date', '2026-02-30', 'not-a-date', undefined],
    ['date', 'tomorrow', 'not-a-date', undefined],
    ['category', 'Nowhere', 'unknown-name', undefined],
    // Income cannot be groceries' category.
    ['category', 'Salary', 'unknown-name', undefined],
    ['account', 'acc_99', 'unknown-name', undefined],
    ['member', 'Nobody', 'unknown-name', undefined],
  ] as const)('%s=%s', (name, value, code, kept) => {
    const { fields, issues } = read({ [name]: value }).given
    expect(issues).toMatchObject([{ field: name, code }])
    expect(fields[name]).toBe(kept)
  })

  test('a transfer to the account it comes from', () => {
    const to = { type: 'transfer', account: 'bank', toAccount: 'Bank' }
    expect(read(to).given.issues).toMatchObject([
      { field: 'toAccount', code: 'same-account' },
    ])
  })
})

describe('C1, C7: a link from anywhere fills fields in, and no more', () => {
  test.each([
    ['<img src=x onerror=alert(1)>'],
    ['javascript:alert(1)'],
    ['//evil.example'],
    ['"><script>alert(1)</script>'],
    ['{{constructor}}'],
    ['\u202Eevil'],
  ])('%s is a text like any other', text => {
    const { given, line } = read({
      description: text,
      notes: text,
      text,
      type: text,
      account: text,
      next: text,
    })
    expect(given.fields).toEqual({
      type: 'expense',
      description: text,
      notes: text,
    })
    expect(line).toBe(text)
  })

  test('any parameters give texts of bounded length and known issues', () => {
    const name = fc.constantFrom(
      ...'type amount description date category account toAccount member tags notes text __proto__'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.dictionary(name, fc.string()), parameters => {
        const { given } = read(parameters)
        for (const text of Object.values(given.fields)) {
          expect(typeof text).toBe('string')
        }
      }),
    )
    const long = 'x'.repeat(1_000_000)
    expect(read({ notes: long }).given.fields.notes).toHaveLength(5_000)
  })

  test.each([
    ['web+ourmoney:add?amount=3&type=income', 'amount=3&type=income'],
    ['WEB+OurMoney://add?amount=3', 'amount=3'],
    ['web+ourmoney:add', ''],
    ['https://evil.example/?amount=3', ''],
    ['javascript:alert(1)?amount=3', ''],
    ['', ''],
  ])('%s asks for %j', (link, search) => {
    expect(searchOfLink(link)).toBe(search)
  })
})
