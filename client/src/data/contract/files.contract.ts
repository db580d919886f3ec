import { describe, expect, test } from 'vitest'
import type { ImportProgress } from '../files.ts'
import type { Ledger } from '../ledger.ts'
import { undoBatch } from './a-statement.ts'
import {
  answerWhen,
  everything,
  type OpenLedger,
  usingLedger,
} from './a-ledger.ts'

/** Records come in from a file once each, and go out as the filter says. */
export function filesContract(open: OpenLedger): void {
  const using = usingLedger(open)

  describe('files', () => {
    test('I6 the same file twice brings nothing twice', () =>
      using(async ledger => {
        const first = await importText(ledger, JSON.stringify(earlierRecords))
        expect(first).toMatchObject({
          phase: 'done',
          read: 6,
          added: 3,
          known: 0,
          skipped: 1,
          unreadable: 2,
          unreadableRows: [
            { row: 5, code: 'not-an-amount', found: 'free' },
            { row: 6, code: 'unknown-type', found: 'gift' },
          ],
        })
        await answerWhen(ledger, everything, a => a.count === 3)
        const again = await importText(ledger, JSON.stringify(earlierRecords))
        expect(again).toMatchObject({ added: 0, known: 3 })
      }))

    test('I6 an import respects what was done since: edits, deletes, other content', () =>
      using(async ledger => {
        await importText(ledger, JSON.stringify(earlierRecords))
        const list = await answerWhen(ledger, everything, a => a.count === 3)
        const idOf = (description: string) =>
          list.rows.find(row => row.description === description)?.id ?? ''
        await ledger.save([
          { change: 'remove', target: { ids: [idOf('Metro')] } },
          {
            change: 'edit',
            target: { ids: [idOf('Pão')] },
            set: { description: 'Bread' },
          },
        ])
        const changed = earlierRecords.map(record =>
          record.description === 'Salário' ? { ...record, price: 1 } : record,
        )
        const again = await importText(ledger, JSON.stringify(changed))
        expect(again).toMatchObject({
          added: 0,
          known: 1,
          changed: 1,
          deletedBefore: 1,
          changedRows: [{ row: 3, words: 'Salário' }],
        })
      }))

    test.each([
      ['{"a":1}', '{"a":1}'],
      ['hello', 'hello'],
      ['[{"x":1}]', 'x'],
      ['[1,2]', '1'],
      ['[{"price":1},', 'before its list does'],
      ['', ''],
    ])('I4 the file %s is no export, and says what it is', (text, found) =>
      using(async ledger => {
        const reading = importText(ledger, text)
        await expect(reading).rejects.toMatchObject({
          code: 'not-an-export',
          detail: expect.stringContaining(found) as string,
        })
      }),
    )

    test('I4 a record without an end is refused before it fills the memory', () =>
      using(async ledger => {
        const text = `[{"price":1,"type":"${'x'.repeat(3_000_000)}`
        await expect(importText(ledger, text)).rejects.toMatchObject({
          code: 'not-an-export',
          detail: 'the record after 0 has no end',
        })
      }))

    test('an import can be cancelled and taken up again', () =>
      using(async ledger => {
        const many = Array.from({ length: 4_500 }, (_, index) => ({
          ...earlierRecords[0],
          id: `record-${index}`,
        }))
        const stop = new AbortController()
        const file = new Blob([JSON.stringify(many)])
        const cancelled = await ledger.importEarlier(
          file,
          'f.json',
          () => stop.abort(),
          stop.signal,
        )
        expect(cancelled.phase).toBe('cancelled')
        expect(cancelled.added).toBeLessThan(4_500)
        // What came in by then can be taken back.
        const { batches } = await answerWhen(
          ledger,
          { view: 'batches' },
          a => a.batches[0]?.standing === cancelled.added,
        )
        expect(batches).toMatchObject([{ fileName: 'f.json' }])
        const id = batches[0]?.id ?? ''
        const { done } = await undoBatch(ledger, id)
        expect(done).toBe(cancelled.added)
        await answerWhen(ledger, everything, a => a.count === 0)
        await ledger.undo()
        const rest = await importText(ledger, JSON.stringify(many))
        expect(rest.added + cancelled.added).toBe(4_500)
        const whole = await answerWhen(
          ledger,
          { view: 'batches' },
          a => a.batches[0]?.standing === 4_500,
        )
        expect(whole.batches).toMatchObject([{ rows: 4_500 }])
      }))

    test('an import stands in the activity as one line with its file, and is there once however often', () =>
      using(async ledger => {
        const text = JSON.stringify(earlierRecords)
        const { added, read } = await importText(ledger, text)
        expect(added).toBeGreaterThan(1)
        await importText(ledger, text)
        const { byDay, names } = await answerWhen(
          ledger,
          { view: 'activity', most: 10 },
          a => a.byDay[0]?.acts[0]?.did === 'imported',
        )
        const [act, ...others] = byDay.flatMap(({ acts }) => acts)
        expect(act).toMatchObject({ kind: 'transaction', count: read })
        expect(names[act?.ids[0] ?? '']).toBe('myTransactions_20261122.json')
        expect(others.map(({ kind }) => kind)).toEqual(['ledger'])
      }))
  })
}

function importText(ledger: Ledger, text: string): Promise<ImportProgress> {
  const file = new Blob([text])
  return ledger.importEarlier(
    file,
    'myTransactions_20261122.json',
    () => {},
    new AbortController().signal,
  )
}

const earlierRecords = [
  {
    id: 'a1',
    description: 'Pão',
    type: 'outcome',
    category: 'casa',
    price: 1.1,
    owner: 'rui',
    createdAt: '2026-11-22T10:00:00.000Z',
  },
  {
    id: 17,
    description: 'Metro',
    type: 'outcome',
    category: 'CASA',
    price: '2.2',
    createdAt: '2026-11-21 10:00:00',
  },
  {
    id: 'a3',
    description: 'Salário',
    type: 'income',
    category: 'salario',
    price: 1000,
    createdAt: '20-11-2026',
  },
  {
    id: 'a4',
    description: 'Gone',
    type: 'outcome',
    price: 1,
    createdAt: '20-11-2026',
    status: 'deleted',
  },
  {
    id: 'a5',
    description: 'Gift',
    type: 'outcome',
    price: 'free',
    createdAt: '20-11-2026',
  },
  {
    id: 'a6',
    description: 'Gift',
    type: 'gift',
    price: 1,
    createdAt: '20-11-2026',
  },
]
