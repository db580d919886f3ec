import { describe, expect, test } from 'vitest'
import type { Ledger } from '../ledger.ts'
import {
  answerWhen,
  aTransaction,
  create,
  everything,
  usingLedger,
  type OpenLedger,
} from './a-ledger.ts'

const pdf = (size: number) =>
  new Blob(['%PDF-1.7\n', new Uint8Array(size).fill(7)])

/** Receipts are kept whole, and only what is one. */
export function receiptsContract(open: OpenLedger): void {
  const using = usingLedger(open)

  describe('receipts', () => {
    test.each([1, 44_991, 44_992, 120_000])(
      'a PDF of %i bytes and a heading is kept and read back as it was',
      size =>
        using(async ledger => {
          const transaction = await aPurchase(ledger)
          const { ids } = await ledger.addReceipt(
            transaction,
            pdf(size),
            'bill.pdf',
          )
          const { receipts } = await shown(ledger, transaction, 1)
          expect(receipts[0]).toMatchObject({
            state: 'here',
            doc: { name: 'bill.pdf', mediaType: 'application/pdf' },
          })
          const read = await ledger.readReceipt(ids[0] ?? '')
          expect(read.type).toBe('application/pdf')
          expect(await read.bytes()).toEqual(await pdf(size).bytes())
        }),
    )

    test('the list says which transactions have one', () =>
      using(async ledger => {
        const transaction = await aPurchase(ledger)
        const other = await aPurchase(ledger)
        await ledger.addReceipt(transaction, pdf(10), 'bill.pdf')
        await answerWhen(ledger, everything, ({ rows }) => {
          const having = rows.filter(row => row.hasReceipt)
          return rows.length === 2 && having[0]?.id === transaction
        })
        await ledger.undo()
        await answerWhen(ledger, everything, ({ rows }) =>
          rows.some(row => row.id === other && !row.hasReceipt),
        )
      }))

    test('keeping one is an act that can be undone and done again', () =>
      using(async ledger => {
        const transaction = await aPurchase(ledger)
        await ledger.addReceipt(transaction, pdf(10), 'bill.pdf')
        await shown(ledger, transaction, 1)
        expect(await ledger.undo()).toMatchObject({ kind: 'receipt' })
        await shown(ledger, transaction, 0)
        await ledger.redo()
        const { receipts } = await shown(ledger, transaction, 1)
        await ledger.readReceipt(receipts[0]?.doc._id ?? '')
      }))

    test('the same file with two transactions is two receipts', () =>
      using(async ledger => {
        const [one, two] = [await aPurchase(ledger), await aPurchase(ledger)]
        await ledger.addReceipt(one, pdf(10), 'bill.pdf')
        await ledger.addReceipt(two, pdf(10), 'bill.pdf')
        await shown(ledger, one, 1)
        await shown(ledger, two, 1)
      }))

    test.each([
      [
        'C5 a page',
        new Blob(['<!doctype html><script>']),
        'receipt-unreadable',
      ],
      ['C5 a drawing', new Blob(['<svg onload="x">']), 'receipt-unreadable'],
      ['nothing', new Blob([]), 'receipt-unreadable'],
      ['a PDF over 5 MB', pdf(5_000_000), 'receipt-too-large'],
      [
        'a photo of 40 MB',
        new Blob([new Uint8Array(40e6)]),
        'receipt-too-large',
      ],
    ])('%s is refused, and nothing is kept', (_, file, code) =>
      using(async ledger => {
        const transaction = await aPurchase(ledger)
        await expect(
          ledger.addReceipt(transaction, file, 'x.pdf'),
        ).rejects.toMatchObject({ code })
        await shown(ledger, transaction, 0)
      }),
    )

    test('C5 bytes that are not what was kept are not handed out', () =>
      using(async ledger => {
        const transaction = await aPurchase(ledger)
        await ledger.addReceipt(transaction, pdf(10), 'bill.pdf')
        const { receipts } = await shown(ledger, transaction, 1)
        const id = receipts[0]?.doc._id ?? ''
        const { hash = '' } = receipts[0]?.doc ?? {}
        const other = `${hash.slice(0, 32)}${'0'.repeat(32)}`
        await ledger.save([
          { change: 'edit', target: { ids: [id] }, set: { hash: other } },
        ])
        await answerWhen(ledger, { view: 'receipts', transaction }, answer =>
          answer.receipts.some(({ doc }) => doc.hash === other),
        )
        await expect(ledger.readReceipt(id)).rejects.toMatchObject({
          code: 'receipt-damaged',
        })
      }))

    test('bytes that are on no device of one’s own are said to be away', () =>
      using(async ledger => {
        const transaction = await aPurchase(ledger)
        const { ids } = await ledger.save([
          {
            change: 'create',
            doc: {
              kind: 'receipt',
              transaction,
              name: 'bill.pdf',
              mediaType: 'application/pdf',
              size: 10,
              hash: 'ab'.repeat(32),
            },
          },
        ])
        const { receipts } = await shown(ledger, transaction, 1)
        expect(receipts[0]?.state).toBe('away')
        await expect(ledger.readReceipt(ids[0] ?? '')).rejects.toMatchObject({
          code: 'receipt-away',
        })
      }))
  })
}

async function aPurchase(ledger: Ledger): Promise<string> {
  const { ids } = await create(ledger, aTransaction())
  return ids[0] ?? ''
}

function shown(ledger: Ledger, transaction: string, count: number) {
  return answerWhen(
    ledger,
    { view: 'receipts', transaction },
    answer => answer.receipts.length === count,
  )
}
