import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalText } from '../money/decimal-text.ts'
import { parsePercent } from '../money/percent.ts'
import { splitMinor } from '../money/split-money.ts'
import { readParts, textWithRest, type SplitWay } from './read-parts.ts'

const euros = (minor: number) => ({ minor, currency: 'EUR', locale: 'pt' })
const typed = (...amounts: string[]) => amounts.map(amount => ({ amount }))

test.each<[SplitWay, number, string[], object]>([
  ['amount', 1000, ['5,80', '4,20'], { minors: [580, 420], left: 0 }],
  ['amount', 1000, ['5,80', ''], { left: 420, isOver: false }],
  ['amount', 1000, ['5', '7'], { left: -200, isOver: true }],
  ['amount', 1000, ['2,5*2', '5'], { minors: [500, 500], left: 0 }],
  ['amount', -1000, ['-4', '-6'], { minors: [-400, -600], left: 0 }],
  ['amount', -1000, ['-4', ''], { left: -600, isOver: false }],
  ['amount', -1000, ['-4', '-7'], { left: 100, isOver: true }],
  ['amount', 1000, ['15', '-5'], { minors: [1500, -500], left: 0 }],
  ['percent', 1000, ['30', '70 %'], { minors: [300, 700], left: 0 }],
  ['percent', 1000, ['33,33', '66,67'], { minors: [333, 667], left: 0 }],
  ['percent', 1000, ['30', ''], { left: 7000, isOver: false }],
  ['percent', 1000, ['80', '30'], { left: -1000, isOver: true }],
  ['shares', 1000, ['1', '1', '1'], { minors: [334, 333, 333], left: 0 }],
  ['shares', -1000, ['2', '1'], { minors: [-667, -333], left: 0 }],
])('by %s %i in %j is %j', (way, minor, amounts, expected) => {
  const read = readParts(typed(...amounts), way, euros(minor))
  expect(read).toMatchObject(expected)
})

test.each<[SplitWay, string[], object[]]>([
  ['amount', ['5,80', '4,20'], []],
  ['amount', ['5', 'x'], [{ part: 1, code: 'not-an-amount', at: 0 }]],
  ['amount', ['10', ''], [{ part: 1, code: 'empty' }]],
  ['amount', ['10', '0'], [{ part: 1, code: 'zero-part' }]],
  ['amount', ['5', '4'], [{ part: 1, code: 'parts-left', minor: 100 }]],
  ['amount', ['5', '7'], [{ part: 1, code: 'parts-over', minor: 200 }]],
  ['percent', ['a', '-5'], [{ part: 0, code: 'not-a-percent' }, { part: 1 }]],
  [
    'percent',
    ['30', '60'],
    [{ part: 1, code: 'percent-left', basisPoints: 1000 }],
  ],
  [
    'percent',
    ['80', '30'],
    [{ part: 1, code: 'percent-over', basisPoints: 1000 }],
  ],
  ['percent', ['99,99', '0,01'], [{ part: 1, code: 'zero-part' }]],
  ['shares', ['1', '0'], [{ part: 1, code: 'not-a-weight' }]],
  ['shares', ['1,5', '1'], [{ part: 0, code: 'not-a-weight' }]],
])('by %s 10,00 in %j has the issues %j', (way, amounts, issues) => {
  const read = readParts(typed(...amounts), way, euros(1000))
  expect(read.issues).toMatchObject(issues)
  expect(read.issues).toHaveLength(issues.length)
})

test('parts without issues sum to the whole, whatever was typed', () => {
  const number = fc.oneof(
    fc.nat(12_000).map(hundredths => decimalText(hundredths, 'EUR')),
    fc.nat(9).map(String),
    fc.string({ maxLength: 6 }),
  )
  const way = fc.constantFrom<SplitWay>('amount', 'percent', 'shares')
  const minor = fc.integer({ min: -100_000, max: 100_000 })
  const parts = fc.array(number, { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(parts, way, minor, (amounts, by, whole) => {
      const read = readParts(typed(...amounts), by, euros(whole))
      expect(read.minors).toHaveLength(amounts.length)
      if (read.issues.length > 0) return
      expect(read.minors.reduce((sum, each) => sum + each, 0)).toBe(whole)
    }),
    { numRuns: 1000 },
  )
})

test('any whole split by any percents that sum to a hundred loses nothing', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 50 }), {
    minLength: 1,
    maxLength: 9,
  })
  const minor = fc.integer({ min: -1_000_000, max: 1_000_000 })
  fc.assert(
    fc.property(weights, minor, (some, whole) => {
      const percents = splitMinor(10_000, some).map(each =>
        decimalText(each, 'EUR'),
      )
      const read = readParts(typed(...percents), 'percent', euros(whole))
      expect(read.left).toBe(0)
      expect(read.minors.reduce((sum, each) => sum + each, 0)).toBe(whole)
    }),
  )
})

test('whoever gets what is left closes the sum', () => {
  const amount = fc.nat(9_999).map(each => decimalText(each, 'EUR'))
  const minor = fc.integer({ min: -20_000, max: 20_000 })
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 1 }),
      minor,
      fc.nat(),
      (amounts, whole, pick) => {
        const parts = typed(...amounts)
        const at = pick % parts.length
        const text = textWithRest(parts, at, 'amount', euros(whole))
        if (text !== undefined) parts[at] = { amount: text }
        expect(readParts(parts, 'amount', euros(whole)).left).toBe(0)
      },
    ),
  )
  expect(textWithRest(typed('30', ''), 1, 'percent', euros(1000))).toBe('70%')
  expect(
    textWithRest(typed('1', '2'), 1, 'shares', euros(1000)),
  ).toBeUndefined()
})

test.each([
  ['30', 'pt', 3000],
  ['12,5 %', 'pt', 1250],
  ['12.5%', 'en', 1250],
  ['100/3', 'en', 3333],
  ['0', 'en', undefined],
  ['-3', 'en', undefined],
  ['x', 'en', undefined],
])('reads the percentage %s in %s', (text, locale, basisPoints) => {
  expect(parsePercent(text, locale)).toBe(basisPoints)
})
