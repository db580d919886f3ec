import { describe, expect, test } from 'vitest'
import {
  aTransaction,
  answerWhen,
  create,
  edit,
  everything,
  type OpenLedger,
  usingLedger,
} from './a-ledger.ts'

/** Every act is taken back and done again, less what was changed since. */
export function undoContract(open: OpenLedger): void {
  const using = usingLedger(open)

  describe('undo', () => {
    test('an edit keeps the other fields and is undone by a new edit', () =>
      using(async ledger => {
        const [id = ''] = (await create(ledger, aTransaction())).ids
        const set = { description: 'Tea', notes: 'hot' }
        const { act } = await edit(ledger, id, set)
        const edited = await answerWhen(
          ledger,
          everything,
          a => a.rows[0]?.description === 'Tea',
        )
        expect(edited.rows[0]).toMatchObject({ minor: 120, hasNotes: true })
        await ledger.undo(act)
        await answerWhen(
          ledger,
          everything,
          a => a.rows[0]?.description === 'Coffee',
        )
        const record = await answerWhen(
          ledger,
          { view: 'record', id },
          a => a.doc?.log?.length === 2,
        )
        expect(record.doc).not.toHaveProperty('notes')
      }))

    test('a removal is undone, and redone', () =>
      using(async ledger => {
        const [id = ''] = (await create(ledger, aTransaction())).ids
        const removal = await ledger.save([
          { change: 'remove', target: { ids: [id] } },
        ])
        await answerWhen(ledger, everything, a => a.count === 0)
        await ledger.undo(removal.act)
        await answerWhen(ledger, everything, a => a.count === 1)
        expect(await ledger.undo(removal.act)).toBeUndefined()
        expect((await ledger.redo())?.act).toBe(removal.act)
        await answerWhen(ledger, everything, a => a.count === 0)
        expect(await ledger.redo()).toBeUndefined()
      }))

    test('undo goes back act by act, redo forth, and a new act ends redo', () =>
      using(async ledger => {
        const description = async (text: string) => {
          const { rows } = await answerWhen(
            ledger,
            everything,
            a => a.rows[0]?.description === text,
          )
          expect(rows).toHaveLength(1)
        }
        const [id = ''] = (await create(ledger, aTransaction())).ids
        const rename = (text: string) => edit(ledger, id, { description: text })
        await rename('Tea')
        await rename('Milk')
        await ledger.undo()
        await description('Tea')
        await ledger.undo()
        await description('Coffee')
        const acts = await answerWhen(
          ledger,
          { view: 'acts' },
          a => a.redo !== undefined,
        )
        expect(acts).toMatchObject({
          undo: { did: 'created', kind: 'transaction', count: 1 },
          redo: { did: 'edited', kind: 'transaction', count: 1 },
        })
        await ledger.redo()
        await description('Tea')
        await ledger.redo()
        await description('Milk')
        await ledger.undo()
        await rename('Water')
        expect(await ledger.redo()).toBeUndefined()
        await Promise.all([ledger.undo(), ledger.undo()])
        await description('Coffee')
      }))

    test('undo leaves alone what was changed since', () =>
      using(async ledger => {
        const [id = ''] = (await create(ledger, aTransaction())).ids
        const set = { description: 'Tea', date: '2026-11-01' }
        const first = await edit(ledger, id, set)
        await edit(ledger, id, { description: 'Milk' })
        await ledger.undo(first.act)
        const { rows } = await answerWhen(
          ledger,
          everything,
          a => a.rows[0]?.date === '2026-11-22',
        )
        expect(rows[0]?.description).toBe('Milk')
      }))
  })
}
