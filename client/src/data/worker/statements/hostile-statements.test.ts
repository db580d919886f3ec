import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isLocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import { aContext, aSource, readThrough } from './a-source.ts'
import { bankFixtures } from './bank-fixtures.ts'
import { encodedIn } from './encoded-in.ts'
import { readStatements } from './read-statement.ts'
import type { StatementReader } from './reader.ts'

/** Rows as the review may rely on them, or a failure; whatever else was thrown comes through. */
async function readSafely(reader: StatementReader, text: string, piece = 64) {
  const read = await readThrough(reader, text, {}, piece)
  for (const row of read.rows) {
    expect(isLocalDate(row.date)).toBe(true)
    expect(Number.isSafeInteger(row.minor)).toBe(true)
    expect(row.raw.length).toBeLessThanOrEqual(500)
    expect(row.description.length).toBeLessThanOrEqual(500)
    expect(row.notes?.length ?? 0).toBeLessThanOrEqual(4096)
  }
  const numbers = [...read.rows, ...read.issues].map(({ row }) => row)
  expect(new Set(numbers).size).toBe(numbers.length)
  await reader.look(aSource(text, piece), {}, aContext)
  return read
}

test.each(bankFixtures)(
  '%s is read alike in pieces of any length',
  async (_, reader, text, rows) => {
    const whole = await readSafely(reader, text, text.length)
    expect(whole.rows).toHaveLength(rows)
    expect(whole).toMatchObject({ issues: [], pending: 0 })
    for (let length = 1; length < 90; length += 1) {
      expect(await readThrough(reader, text, {}, length)).toEqual(whole)
    }
  },
)

test.each(bankFixtures)(
  'I4 %s cut short anywhere is told, or has whole rows only',
  async (kind, reader, text) => {
    const whole = await readThrough(reader, text)
    const end = text.trimEnd().length
    for (let length = 0; length < end; length += 1) {
      const cut = await readSafely(reader, text.slice(0, length))
      const isTold =
        cut.failure !== undefined ||
        cut.issues.some(({ code }) => code === 'cut-short')
      if (isTold) continue
      // Nothing in a QIF or MT940 file says how much is to come after a whole record or statement.
      expect(['qif', 'mt940']).toContain(kind)
      const before = whole.rows.slice(0, cut.rows.length)
      expect(cut.rows.map(({ minor }) => minor)).toEqual(
        before.map(({ minor }) => minor),
      )
    }
  },
)

const oddities = fc.constantFrom(
  ...'< > </ & &# ^ : :61: :86: ?20 <! <![CDATA[ <!-- ]]> <? " 9 - S $'.split(
    ' ',
  ),
  ...'<STMTTRN> </OFX> <OFX> <Ntry> </Ntry> !Type:Bank'.split(' '),
  '\n',
  '\r',
  '\0',
  '\ufeff',
  '٣',
)
const edit = fc.record({
  at: fc.nat(),
  length: fc.oneof(fc.constant(0), fc.nat({ max: 40 })),
  text: fc.oneof(oddities, fc.string({ maxLength: 5 })),
  times: fc.integer({ min: 1, max: 30 }),
})

test.each(bankFixtures)(
  'I4 %s with anything in it changed is read or refused',
  async (_, reader, text) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        async edits => {
          const changed = edits.reduce(
            (before, { at, length, text, times }) => {
              const from = at % before.length
              return (
                before.slice(0, from) +
                text.repeat(times) +
                before.slice(from + length)
              )
            },
            text,
          )
          await readSafely(reader, changed)
        },
      ),
      { numRuns: 300 },
    )
  },
)

test.each(bankFixtures)('I4 %s refuses noise', async (_, reader) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(oddities, fc.string()), { maxLength: 60 }),
      async noise => {
        const { rows } = await readSafely(reader, noise.join(''))
        expect(rows).toEqual([])
      },
    ),
  )
})

test.each(bankFixtures)(
  'I4 %s refuses a line or a text without an end before it fills the memory',
  async (_, reader, text) => {
    const start = text.slice(0, text.indexOf('Bus'))
    const piece = 'x'.repeat(64 * 1024)
    let given = 0
    const source = {
      ...aSource(''),
      text: async function* () {
        yield start
        for (; given < 1_000; given += 1) yield piece
      },
    }
    const look = await reader.look(source, {}, aContext)
    expect(look.ok).toBe(false)
    expect(given).toBeLessThan(10)
  },
)

test.each(bankFixtures)(
  'I4 %s is known by what stands in it, in any encoding',
  async (kind, _, text, rows) => {
    for (const encoding of ['utf-8', 'windows-1252', 'utf-16le'] as const) {
      const mark = encoding === 'utf-16le' ? '\ufeff' : ''
      const look = await readStatements.look({
        file: new Blob([encodedIn(encoding, mark + text)]),
        name: 'export.csv',
        choices: {},
        context: aContext,
      })
      if (!look.ok) throw new Error(look.failure.code)
      const { format, rows: found } = look.value
      expect(kind).toContain(format)
      expect(found).toHaveLength(rows)
      expect(JSON.stringify(found)).toContain('Café')
    }
  },
)
