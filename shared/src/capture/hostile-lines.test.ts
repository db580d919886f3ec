import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aQuickContext } from './a-context.ts'
import { parseQuickLine } from './quick-line.ts'

const known = (
  '1 12,50 ( ) + - * / @ # a e € from to de da para há dia the on and ' +
  'twenty vinte segunda may bank banco x → ..'
).split(' ')

describe('I8: no line makes reading slow or fail', () => {
  const contexts = [aQuickContext('en'), aQuickContext('pt')]
  const pieces = fc.oneof(
    fc.constantFrom(...known),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )

  test('any text gives parts or issues, twice the same', () => {
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 60 }),
        fc.constantFrom(' ', ''),
        (words, between) => {
          const line = words.join(between)
          for (const context of contexts) {
            const reading = parseQuickLine(line, context)
            expect(parseQuickLine(line, context)).toEqual(reading)
            const { minor } = reading.parts
            if (reading.issues.length > 0) continue
            expect(Number.isSafeInteger(minor) && minor !== 0).toBe(true)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  test.each(
    [
      '1',
      '(',
      '+1',
      '1+',
      '12/11 ',
      'twenty ',
      'vinte e ',
      '@',
      '#a ',
      '@bank ',
      'from bank to ',
      'de banco para ',
      '1 000 ',
      'há 3 dias ',
      'a',
      'é',
      '. ',
      '1,',
      '€',
      '->',
      '\u0301',
      '٣',
      'segunda ',
    ].map(piece => [piece] as const),
  )('%j a hundred thousand times over', piece => {
    const line = piece.repeat(100_000)
    for (const context of contexts) {
      const started = performance.now()
      parseQuickLine(line, context)
      expect(performance.now() - started).toBeLessThan(2_000)
    }
  })
})
