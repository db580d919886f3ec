import { expect, test } from 'vitest'
import { LedgerError } from '../ledger-error.ts'
import type { Ledger } from '../ledger.ts'
import { aTransaction, create, everything, answerWhen } from './a-ledger.ts'

const noSignal = new AbortController().signal
const noProgress = () => {}

/** Every way to write, by the name of its method. */
const ways: Readonly<Record<string, (ledger: Ledger) => Promise<unknown>>> = {
  save: ledger => create(ledger, aTransaction()),
  undo: ledger => ledger.undo(),
  redo: ledger => ledger.redo(),
  merge: ledger =>
    ledger.merge(
      { of: 'tag', from: 'one', into: 'another' },
      noProgress,
      noSignal,
    ),
  importEarlier: ledger =>
    ledger.importEarlier(new Blob(['[]']), 'a.json', noProgress, noSignal),
  importRates: ledger =>
    ledger.importRates(
      new Blob(['']),
      { currencies: [], from: '', to: '' },
      noProgress,
      noSignal,
    ),
  bringIn: ledger => ledger.bringIn('1', noProgress, noSignal),
  applyRules: ledger =>
    ledger.applyRules({ filter: {}, isReplacing: false }, noProgress, noSignal),
  undoBatch: ledger => ledger.undoBatch('batch_1', noProgress, noSignal),
  postDue: ledger => ledger.postDue('2026-11-22'),
  emptyTrash: ledger => ledger.emptyTrash(1, noProgress, noSignal),
  addReceipt: ledger => ledger.addReceipt('txn_1', new Blob(['']), 'a.pdf'),
}

/** What a ledger does that was opened by a viewer. */
export function readOnlyContract(
  name: string,
  openAsViewer: () => Promise<Ledger>,
): void {
  test.each(Object.entries(ways))(
    `R8 ${name} refuses a viewer: %s`,
    async (_, write) => {
      const ledger = await openAsViewer()
      await expect(write(ledger)).rejects.toEqual(new LedgerError('read-only'))
      const { count } = await answerWhen(ledger, everything, () => true)
      expect(count).toBe(0)
      await ledger.close()
    },
  )

  test(`${name} gives a viewer what it has as a file`, async () => {
    const ledger = await openAsViewer()
    const { signal } = new AbortController()
    const ask = { format: 'json', filter: {} } as const
    const file = await ledger.exportFile(ask, () => {}, signal)
    expect(await file?.blob.text()).toContain('[')
    await ledger.close()
  })
}
