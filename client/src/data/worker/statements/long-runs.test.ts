import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aContext, aSource, readThrough } from './a-source.ts'
import { bankFixtures } from './bank-fixtures.ts'
import { oursReader } from './ours/ours-reader.ts'
import type { StatementReader } from './reader.ts'
import { fixtures } from './table/csv-fixtures.ts'
import { csvReader } from './table/csv.ts'
import { jsonListReader } from './table/json-list.ts'

type Kind = readonly [kind: string, reader: StatementReader, text: string]

const record =
  '{"id":"a1","date":"2026-01-02","amount":{"value":-1.5,"currency":"EUR"},"description":"Bus"}'
/** Runs that were slow once, and what they stood behind. */
const once: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  mt940: [['/', '/REMI/T']],
  qif: [[' ', 'D12/31/9']],
  'json-list': [['{', '']],
}
const kinds: readonly Kind[] = [
  ...bankFixtures.map(([kind, reader, text]) => [kind, reader, text] as const),
  ['csv', csvReader, fixtures[0]?.text ?? ''],
  ['json-list', jsonListReader, `[${record},${record}]`],
  [
    'ourmoney',
    oursReader,
    '{"format":"ourmoney","version":1,"docs":[{"_id":"txn_0001","kind":"transaction","v":1,"type":"expense","description":"Bus","minor":150,"currency":"EUR","date":"2026-01-02"}]}',
  ],
]

const signs = fc.constantFrom(
  ...' ~\t~\n~\r~\u00a0~0~9~a~A1~1.~1 ~Jan ~"~\'~-~.~,~;~:~/~\\~(~)~[~{~<~&~&#~^~+~?20~EREF+~Ccy="~\n:86:~\n:61:~\n^\n'.split(
    '~',
  ),
)
const length = 50_000

async function inTime(
  reader: StatementReader,
  text: string,
  sign: string,
  at: number,
): Promise<void> {
  const run = sign.repeat(length / sign.length)
  const long = text.slice(0, at) + run + text.slice(at)
  const start = performance.now()
  await readThrough(reader, long, {}, 64 * 1024)
  await reader
    .look(aSource(long, 64 * 1024), {}, aContext)
    .catch((error: unknown) => {
      if ((error as Error).name !== 'StatementFileError') throw error
    })
  expect(performance.now() - start).toBeLessThan(3_000)
}

test.each(kinds)(
  'I8 %s with one sign fifty thousand times in a row is read or refused in time',
  async (kind, reader, text) => {
    for (const [sign, behind] of once[kind] ?? []) {
      const at = text.indexOf(behind) + behind.length
      expect(text).toContain(behind)
      await inTime(reader, text, sign, at)
    }
    await fc.assert(
      fc.asyncProperty(signs, fc.nat(), (sign, place) =>
        inTime(reader, text, sign, place % text.length),
      ),
      { numRuns: 40 },
    )
  },
  60_000,
)
