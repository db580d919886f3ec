import fc from 'fast-check'
import type { OutMovement, OutStatement } from './out-statement.ts'

/** Text as the app keeps it: a line without padding. */
export function aLine(longest: number) {
  const sign = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.constantFrom(...'abcXYZ 01.,&<>"\'/?-+çã€'.split('')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 1 }) },
  )
  return fc
    .array(sign, { minLength: 1, maxLength: longest })
    .map(signs => signs.join('').replace(/\s+/g, ' ').trim().slice(0, longest))
    .filter(text => /\p{L}/u.test(text) && text.isWellFormed())
}

const day = fc
  .date({
    min: new Date('1971-01-01'),
    max: new Date('2069-12-31'),
    noInvalidDate: true,
  })
  .map(date => date.toISOString().slice(0, 10))

const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD')

export function aMovement(extra: {
  readonly [Field in keyof OutMovement]?: fc.Arbitrary<OutMovement[Field]>
}): fc.Arbitrary<OutMovement> {
  return fc.record({
    id: fc.uuid(),
    date: day,
    minor: fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }),
    currency,
    description: aLine(60),
    payee: fc.option(aLine(60), { nil: undefined }),
    category: fc.option(aLine(30), { nil: undefined }),
    notes: fc.option(aLine(200), { nil: undefined }),
    transferTo: fc.option(aLine(20), { nil: undefined }),
    ...extra,
  }) as fc.Arbitrary<OutMovement>
}

export function aStatement(movement: fc.Arbitrary<OutMovement>) {
  return fc
    .record({
      key: fc.stringMatching(/^[A-Z0-9]{4,20}$/),
      name: aLine(30),
      type: fc.constantFrom('cash', 'bank', 'card', 'other'),
      currency,
      rows: fc.uniqueArray(movement, {
        maxLength: 8,
        selector: ({ id }) => id,
      }),
    })
    .map(
      ({ rows, ...account }) =>
        ({ account, from: '2026-01-01', until: '2026-12-31', rows }) as const,
    ) satisfies fc.Arbitrary<OutStatement>
}

export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}
