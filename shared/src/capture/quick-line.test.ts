import { describe, expect, test } from 'vitest'
import {
  inShort,
  labelledLines as tables,
} from '../../testing/labelled-lines.ts'
import { aQuickContext } from './a-context.ts'
import { longestLine, parseQuickLine } from './quick-line.ts'

const languages = ['en', 'pt'] as const

describe.each(languages)('lines as people write them, %s', language => {
  const context = aQuickContext(language)
  const table = tables[language]

  test('at least 95 of 100 are right in every part', () => {
    const wrong = table.flatMap(({ line, means }) => {
      const found = inShort(line, context)
      return found === means ? [] : [`${line}\n  ${means}\n  ${found}`]
    })
    const right = 1 - wrong.length / table.length
    console.info(
      `${language}: ${(right * 100).toFixed(1)} % of ${table.length} lines right in all parts`,
      wrong.length > 0 ? `\n${wrong.join('\n')}` : '',
    )
    expect(table.length).toBeGreaterThanOrEqual(200)
    expect(right).toBeGreaterThanOrEqual(0.95)
  })

  test('amount, date, accounts and people are right in 98 of 100', () => {
    const wrong = table.filter(({ line, means }) => {
      const [amount, , , date, rest] = means.split(' | ')
      const found = inShort(line, context).split(' | ')
      return (
        [amount, date, rest].join() !== [found[0], found[3], found[4]].join()
      )
    })
    expect(wrong.length / table.length).toBeLessThanOrEqual(0.02)
  })

  test('every part that was understood says from which text', () => {
    for (const { line } of table) {
      const { parts, spans } = parseQuickLine(line, context)
      if (parts.date !== context.today) expect(spans.date, line).toBeDefined()
      // `withdrew 40` says by its verb that it becomes cash.
      const target = spans.toAccount ?? spans.type
      if (parts.toAccount) expect(target, line).toBeDefined()
      if (parts.member) expect(spans.member, line).toBeDefined()
      expect(spans.tags !== undefined, line).toBe(parts.tags.length > 0)
      for (const span of Object.values(spans).flat()) {
        const text = line.slice(span.from, span.to)
        expect(text.trim(), line).toBe(text)
        expect(text, line).not.toBe('')
      }
    }
  })
})

test('the spans of a line cover the words of each part', () => {
  const line = 'spent 12,50 on lunch @cash #work yesterday for Ana'
  const { spans } = parseQuickLine(line, aQuickContext('en'))
  const texts = Object.fromEntries(
    Object.entries(spans).map(([part, all]) => [
      part,
      all.map(({ from, to }) => line.slice(from, to)),
    ]),
  )
  expect(texts).toEqual({
    type: ['spent'],
    amount: ['12,50'],
    description: ['lunch'],
    date: ['yesterday'],
    account: ['@cash'],
    category: ['lunch'],
    member: ['for Ana'],
    tags: ['#work'],
  })
})

describe('what cannot be read is said', () => {
  test.each([
    ['lunch', 'no-amount', 'amount'],
    ['12,50 @cash', 'no-description', 'description'],
    ['0 lunch', 'zero', 'amount'],
    ['12/0 lunch', 'division-by-zero', 'amount'],
    ['99999999999999999 lunch', 'too-large', 'amount'],
    ['coffee 1.20 and cake 3.50', 'several-amounts', 'amount'],
    ['train 18.40, taxi 12', 'several-amounts', 'amount'],
    ['museum 12, then coffee 3.40', 'several-amounts', 'amount'],
    ['lunch 12 31/02/2026', 'not-a-date', 'date'],
    ['lunch 12 @nowhere', 'unknown-account', 'account'],
    ['transferred 20 to savings', 'no-account', 'account'],
    ['withdrew 20', 'no-account', 'account'],
    ['transferred 20 from bank', 'no-account', 'toAccount'],
  ] as const)('%s: %s', (line, code, part) => {
    const { issues } = parseQuickLine(line, aQuickContext('en'))
    expect(issues).toMatchObject([{ code, part }])
  })

  test('a transfer between currencies wants the form', () => {
    const context = aQuickContext('en')
    const abroad = context.accounts.map(each =>
      each.name === 'Savings' ? { ...each, currency: 'USD' } : each,
    )
    const line = 'transfer 20 from bank to savings'
    expect(
      parseQuickLine(line, { ...context, accounts: abroad }).issues,
    ).toMatchObject([{ code: 'two-currencies' }])
  })

  test('a line longer than anyone writes', () => {
    const line = `lunch 12 ${'x'.repeat(longestLine)}`
    expect(parseQuickLine(line, aQuickContext('en')).issues).toMatchObject([
      { code: 'too-long' },
    ])
  })
})

test('what was put right by hand stands, and settles its issue', () => {
  const context = aQuickContext('en')
  const reading = parseQuickLine('lunch @nowhere 1.20 and 3.50', context, {
    minor: 470,
    account: 'acc_1',
    category: undefined,
    date: '2026-11-01',
    tags: ['a'],
  })
  expect(reading.issues).toEqual([])
  expect(reading.parts).toMatchObject({
    minor: 470,
    account: 'acc_1',
    category: undefined,
    date: '2026-11-01',
    tags: ['a'],
  })
})

test('a line takes the account and member it does not name from the defaults', () => {
  const defaults = { account: 'acc_1', member: 'mem_0' }
  const context = aQuickContext('en', { defaults })
  expect(parseQuickLine('shoes 20', context).parts).toMatchObject(defaults)
  expect(parseQuickLine('transfer 20 to savings', context).parts).toMatchObject(
    { account: 'acc_1', toAccount: 'acc_2' },
  )
  // Coffee was paid in cash the last time.
  expect(parseQuickLine('coffee 1', context).parts.account).toBe('acc_0')
})

test('an account in another currency gives its currency and decimals', () => {
  const context = aQuickContext('en')
  const accounts = context.accounts.map(each =>
    each.name === 'Visa' ? { ...each, currency: 'JPY' } : each,
  )
  expect(
    parseQuickLine('ramen 900 @visa', { ...context, accounts }).parts,
  ).toMatchObject({ minor: 900, currency: 'JPY' })
})

test('month and day change places in the United States', () => {
  const context = aQuickContext('en', { locale: 'en-US' })
  expect(parseQuickLine('taxi 14 11/3', context).parts.date).toBe('2026-11-03')
  expect(parseQuickLine('taxi 14 13/11', context).parts.date).toBe('2026-11-13')
})

test('two dates in digits are no sum, and one alone is one', () => {
  const context = aQuickContext('en')
  expect(parseQuickLine('lunch 10/2', context).parts).toMatchObject({
    minor: 500,
    date: '2026-11-22',
  })
  expect(parseQuickLine('lunch 8 10/2', context).parts).toMatchObject({
    minor: 800,
    date: '2026-02-10',
  })
})

test('the same line is read the same way in another ledger without names', () => {
  const bare = aQuickContext('pt', {
    accounts: [],
    categories: [],
    members: [],
    payees: [],
    tags: [],
    lastUses: () => [],
  })
  const { parts, issues } = parseQuickLine('almoço 12,50 ontem #x', bare)
  expect(issues).toEqual([])
  expect(parts).toMatchObject({
    minor: 1250,
    description: 'almoço',
    date: '2026-11-21',
    account: undefined,
    category: undefined,
    tags: ['x'],
  })
})

test('a line takes a few milliseconds at most', () => {
  for (const language of languages) {
    // As many names as a large household has.
    const many = Array.from({ length: 2_000 }, (_, at) => ({
      _id: `pay_${at}`,
      name: `Payee ${at} of ${at % 7}`,
    }))
    const context = aQuickContext(language, { payees: many })
    parseQuickLine('warm 1', context)
    const started = performance.now()
    for (const { line } of tables[language]) parseQuickLine(line, context)
    const each = (performance.now() - started) / tables[language].length
    console.info(`${language}: ${each.toFixed(2)} ms a line`)
    expect(each).toBeLessThan(5)
  }
})
