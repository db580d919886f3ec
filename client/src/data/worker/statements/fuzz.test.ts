import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { isLocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import {
  columnRoles,
  dateOrders,
  type ReadChoices,
} from '@ourmoney/shared/statement/statement.ts'
import { encodedIn } from './encoded-in.ts'
import { FileRefused, readWhole } from './read-whole.ts'
import { changed, changes } from '../a-changed-file.ts'
import { fixtures } from './table/csv-fixtures.ts'
import { encodings } from './text-of.ts'
import { aZip, sheetOf, workbookParts } from './table/xlsx/a-workbook.ts'

/** Of a profile that somebody else wrote. */
const choices: fc.Arbitrary<ReadChoices> = fc.record(
  {
    encoding: fc.oneof(fc.constantFrom(...encodings), fc.string()),
    delimiter: fc.oneof(
      fc.constantFrom('', ';', ',', '"', '\n'),
      fc.string({ maxLength: 2 }),
    ),
    sheet: fc.constantFrom('A', 'B'),
    headerRow: fc.oneof(fc.nat(5), fc.integer(), fc.double()),
    columns: fc.array(fc.constantFrom(...columnRoles), { maxLength: 12 }),
    dateOrder: fc.constantFrom(...dateOrders),
    decimalMark: fc.constantFrom('.' as const, ',' as const),
    isTurned: fc.boolean(),
    outWords: fc.array(fc.string()),
    currency: fc.oneof(fc.constantFrom('JPY', 'KWD'), fc.string()),
    withPending: fc.boolean(),
  },
  { requiredKeys: [] },
)

const seeds: Uint8Array<ArrayBuffer>[] = []

beforeAll(async () => {
  for (const { encoding = 'utf-8', text } of fixtures) {
    seeds.push(encodedIn(encoding, text))
  }
  const record =
    '{"id":"a1","date":"2026-01-02","amount":{"value":-1.5,"currency":"EUR"},"description":"Bus"}'
  seeds.push(
    new TextEncoder().encode(`[${record},${record}]`),
    new TextEncoder().encode(`{"a":{"list":[${record},${record}]}}`),
  )
  const docs = [
    '{"_id":"acc_0001","kind":"account","v":1,"name":"Bank","type":"bank","currency":"EUR"}',
    '{"_id":"cat_0001","kind":"category","v":1,"name":"Food","type":"expense","parent":"cat_0001"}',
    '{"_id":"txn_0001","kind":"transaction","v":1,"type":"expense","description":"Bus","minor":150,"currency":"EUR","date":"2026-01-02","account":"acc_0001","category":"cat_0001"}',
  ].join(',')
  seeds.push(
    new TextEncoder().encode(
      `{"format":"ourmoney","version":1,"docs":[${docs}]}`,
    ),
  )
  const parts = workbookParts({
    sheets: {
      A: sheetOf(['Date', 'Text', 'Amount'], ['2026-01-02', 'Bus', -1.5]),
    },
    texts: ['<t>one</t>'],
  })
  seeds.push(await aZip(parts), await aZip(parts, { isPacked: false }))
})

describe('I4 whatever a file has in it', () => {
  test('it is read or refused, in time and bounded', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), changes, async (which, made) => {
        const seed = seeds[which % seeds.length] ?? new Uint8Array()
        await readOrRefused(changed(seed, made))
      }),
      { numRuns: 600 },
    )
  }, 120_000)

  test('it is read or refused whatever was chosen for its reading', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), choices, (which, chosen) =>
        readOrRefused(seeds[which % seeds.length] ?? new Uint8Array(), chosen),
      ),
      { numRuns: 300 },
    )
  }, 60_000)

  test('it is read or refused when it is noise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4_000 }), noise =>
        readOrRefused(Uint8Array.from(noise)),
      ),
      { numRuns: 300 },
    )
  }, 60_000)
})

async function readOrRefused(
  file: Uint8Array<ArrayBuffer>,
  chosen: ReadChoices = {},
): Promise<void> {
  const start = performance.now()
  try {
    const { rows, issues } = await readWhole(file, { choices: chosen })
    expect(rows.length + issues.length).toBeLessThanOrEqual(file.length)
    for (const row of rows) {
      expect(isLocalDate(row.date)).toBe(true)
      expect(Number.isSafeInteger(row.minor)).toBe(true)
      expect(row.description.length).toBeLessThanOrEqual(500)
      expect(row.raw.length).toBeLessThanOrEqual(500)
      expect(row.row).toBeGreaterThan(0)
    }
    for (const { raw, found } of issues) {
      expect(raw.length).toBeLessThanOrEqual(500)
      expect(found.length).toBeLessThanOrEqual(80)
    }
  } catch (cause) {
    if (!(cause instanceof FileRefused)) throw cause
  }
  expect(performance.now() - start).toBeLessThan(5_000)
}
