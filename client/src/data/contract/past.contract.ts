import { describe, expect, test } from 'vitest'
import type { Ledger } from '../ledger.ts'
import {
  answerWhen,
  aTransaction,
  create,
  edit,
  everything,
  usingLedger,
  type OpenLedger,
} from './a-ledger.ts'

const stamp = { at: 5_000, by: 'mem_0000', device: 'other' }

/** As a merge leaves it: `value` lost against what stands. */
const conflicted = (group: string, value: object) =>
  aTransaction({
    conflicts: [{ id: `e1/${group}`, group, value, ...stamp }],
    log: [{ id: 'e1', ...stamp, was: { [group]: 'Water' } }],
  })

const conflicts = { view: 'conflicts', most: 10 } as const
const trash = { view: 'trash', text: '', most: 10 } as const
const activity = { view: 'activity', most: 10 } as const

/** What was stays known: conflicts, history, trash, activity, earlier days. */
export function pastContract(open: OpenLedger): void {
  const using = usingLedger(open)

  describe('conflicts', () => {
    test('what lost waits, with both values and whose they are, until it is settled', () =>
      using(async ledger => {
        const lost = { description: 'Tea' }
        const [id = ''] = (
          await create(ledger, conflicted('description', lost))
        ).ids
        const { records } = await answerWhen(
          ledger,
          conflicts,
          a => a.count === 1,
        )
        expect(records[0]?.questions).toMatchObject([
          {
            group: 'description',
            stands: { value: { description: 'Coffee' } },
            others: [{ conflict: 'e1/description', value: lost, ...stamp }],
          },
        ])
        await answerWhen(ledger, { view: 'sync' }, a => a.conflicted === 1)
        const { act } = await settle(ledger, id, 'e1/description', 'other')
        await answerWhen(ledger, conflicts, a => a.count === 0)
        await shows(ledger, 'Tea')
        await ledger.undo(act)
        await shows(ledger, 'Coffee')
        await answerWhen(ledger, conflicts, a => a.count === 0)
      }))

    test('a third value settles it, and keeping what stands leaves nothing to undo', () =>
      using(async ledger => {
        const lost = { description: 'Tea' }
        const { ids } = await create(
          ledger,
          conflicted('description', lost),
          conflicted('description', lost),
        )
        const [one = '', other = ''] = ids
        await settle(ledger, one, 'e1/description', {
          set: { description: 'Milk' },
        })
        const kept = await settle(ledger, other, 'e1/description', 'standing')
        expect(kept.ids).toEqual([])
        await answerWhen(ledger, conflicts, a => a.count === 0)
        const { rows } = await answerWhen(ledger, everything, () => true)
        const shown = rows.map(row => row.description)
        expect(shown.sort()).toEqual(['Coffee', 'Milk'])
      }))

    test('a value that was taken away is taken as one', () =>
      using(async ledger => {
        const doc = { ...conflicted('notes', {}), notes: 'hot' }
        const [id = ''] = (await create(ledger, doc)).ids
        await settle(ledger, id, 'e1/notes', 'other')
        await answerWhen(ledger, everything, a => a.rows[0]?.hasNotes === false)
      }))

    test('a delete that lost is listed, and can be done after all', () =>
      using(async ledger => {
        const lost = conflicted('deleted', { deletedAt: 5_000 })
        const [id = ''] = (await create(ledger, lost)).ids
        await settle(ledger, id, 'e1/deleted', 'other')
        await answerWhen(ledger, trash, a => a.count === 1)
        await answerWhen(ledger, conflicts, a => a.count === 0)
        await ledger.undo()
        await answerWhen(ledger, everything, a => a.count === 1)
      }))

    test('records of every kind wait, and many are settled as one act', () =>
      using(async ledger => {
        const payee = {
          kind: 'payee',
          name: 'Shop',
          conflicts: [
            { id: 'e1/name', group: 'name', value: { name: 'S' }, ...stamp },
          ],
        } as const
        const lost = conflicted('description', { description: 'Tea' })
        const { ids } = await create(ledger, lost, payee)
        const found = await answerWhen(ledger, conflicts, a => a.count === 2)
        const all = await ledger.save(
          found.records.map(({ doc, questions }) => ({
            change: 'settle',
            id: doc._id,
            answers: questions.flatMap(({ others }) =>
              others.map(({ conflict }) => ({ conflict, take: 'other' })),
            ),
          })),
        )
        expect(all.ids.toSorted()).toEqual(ids.toSorted())
        await answerWhen(ledger, conflicts, a => a.count === 0)
        expect(await ledger.undo()).toMatchObject({ did: 'settled', count: 2 })
      }))
  })

  describe('history', () => {
    test('tells each edit with the names of what it is about, and any version comes back', () =>
      using(async ledger => {
        const [category = '', id = ''] = (
          await create(
            ledger,
            { kind: 'category', name: 'Food', type: 'expense' },
            aTransaction(),
          )
        ).ids
        await edit(ledger, id, { description: 'Tea', notes: 'hot' })
        await edit(ledger, id, { category, minor: 250 })
        const history = { view: 'history', id } as const
        const { versions, names } = await answerWhen(
          ledger,
          history,
          a => a.versions.length === 3,
        )
        expect(versions.map(({ did }) => did)).toEqual([
          'edited',
          'edited',
          'created',
        ])
        expect(versions[0]).toMatchObject({ stands: true })
        expect(versions[0]?.fields).toContainEqual({
          field: 'category',
          before: undefined,
          now: category,
        })
        expect(names[category]).toBe('Food')
        const first = {
          change: 'return',
          id,
          at: versions[2]?.at ?? 0,
        } as const
        const { act } = await ledger.save([first])
        const back = await answerWhen(
          ledger,
          everything,
          a => a.rows[0]?.description === 'Coffee',
        )
        expect(back.rows[0]).toMatchObject({ minor: 120, hasNotes: false })
        expect(back.rows[0]?.category).toBeUndefined()
        await ledger.undo(act)
        await shows(ledger, 'Tea')
      }))

    test('a deleted record has its history, and comes back as any version', () =>
      using(async ledger => {
        const [id = ''] = (await create(ledger, aTransaction())).ids
        await edit(ledger, id, { description: 'Tea' })
        await ledger.save([{ change: 'remove', target: { ids: [id] } }])
        const history = { view: 'history', id } as const
        const { versions } = await answerWhen(
          ledger,
          history,
          a => a.versions[0]?.did === 'removed',
        )
        const at = versions.at(-1)?.at ?? 0
        await ledger.save([{ change: 'return', id, at }])
        await shows(ledger, 'Coffee')
        await ledger.undo()
        await answerWhen(ledger, everything, a => a.count === 0)
      }))
  })

  describe('trash', () => {
    test('what was deleted is found by its name and restored as one act', () =>
      using(async ledger => {
        const made = await create(
          ledger,
          aTransaction(),
          aTransaction({ description: 'Pão' }),
          { kind: 'payee', name: 'Bakery' },
        )
        await ledger.save([{ change: 'remove', target: { ids: made.ids } }])
        await answerWhen(ledger, trash, a => a.count === 3 && a.all === 3)
        const found = await answerWhen(
          ledger,
          { ...trash, text: 'pao' },
          a => a.count === 1,
        )
        expect(found).toMatchObject({ all: 3, keepDays: 90 })
        await ledger.save([{ change: 'restore', ids: made.ids }])
        await answerWhen(ledger, everything, a => a.count === 2)
        await answerWhen(ledger, trash, a => a.all === 0)
        expect(await ledger.undo()).toMatchObject({ did: 'restored', count: 3 })
        await answerWhen(ledger, trash, a => a.all === 3)
      }))

    test('emptied, it is gone for good with the bytes of receipts that nothing else has', () =>
      using(async ledger => {
        const { ids } = await create(ledger, aTransaction(), aTransaction())
        const [one = '', other = ''] = ids
        const pdf = new Blob(['%PDF-1.7\n', new Uint8Array(50_000)])
        const receipts = [
          await ledger.addReceipt(one, pdf, 'a.pdf'),
          await ledger.addReceipt(other, pdf, 'b.pdf'),
        ].map(receipt => receipt.ids[0] ?? '')
        const remove = (id: string) =>
          ledger.save([{ change: 'remove', target: { ids: [id] } }])
        const empty = () =>
          ledger.emptyTrash(
            Date.now() + 60_000,
            () => {},
            new AbortController().signal,
          )
        const [first = '', second = ''] = receipts
        await remove(first)
        await answerWhen(ledger, trash, a => a.all === 1)
        expect(await empty()).toEqual({ phase: 'done', done: 1, all: 1 })
        await answerWhen(ledger, trash, a => a.all === 0)
        expect((await ledger.readReceipt(second)).size).toBe(pdf.size)
        await remove(second)
        await answerWhen(ledger, trash, a => a.all === 1)
        await empty()
        await answerWhen(ledger, trash, a => a.all === 0)
        const history = { view: 'history', id: second } as const
        await answerWhen(ledger, history, a => a.doc === undefined)
        // The same file again: its bytes are stored anew.
        await ledger.addReceipt(other, pdf, 'b.pdf')
        const again = await answerWhen(
          ledger,
          { view: 'receipts', transaction: other },
          a => a.receipts.length === 1,
        )
        const id = again.receipts[0]?.doc._id ?? ''
        expect((await ledger.readReceipt(id)).size).toBe(pdf.size)
      }))

    test('what was deleted later than asked stays', () =>
      using(async ledger => {
        const { ids } = await create(ledger, aTransaction())
        await ledger.save([{ change: 'remove', target: { ids } }])
        await answerWhen(ledger, trash, a => a.all === 1)
        const done = await ledger.emptyTrash(
          Date.now() - 60_000,
          () => {},
          new AbortController().signal,
        )
        expect(done.all).toBe(0)
        await ledger.save([{ change: 'restore', ids }])
        await answerWhen(ledger, everything, a => a.count === 1)
      }))
  })

  describe('activity', () => {
    test('tells what was done by day, and what was done in one go as one', () =>
      using(async ledger => {
        const { ids } = await create(ledger, aTransaction(), aTransaction())
        await edit(ledger, ids[0] ?? '', { minor: 5 })
        const { byDay, hasMore } = await answerWhen(
          ledger,
          activity,
          a => a.byDay[0]?.acts[0]?.did === 'edited',
        )
        expect(byDay).toHaveLength(1)
        expect(hasMore).toBe(false)
        expect(byDay[0]?.acts).toMatchObject([
          { did: 'edited', kind: 'transaction', count: 1, fields: ['minor'] },
          { did: 'created', kind: 'transaction', count: 2 },
          { did: 'created', kind: 'ledger', count: 1 },
        ])
        const least = { ...activity, most: 1 }
        await answerWhen(ledger, least, a => a.hasMore)
        const nobody = { ...activity, member: 'mem_1111' }
        await answerWhen(ledger, nobody, a => a.byDay.length === 0)
      }))
  })

  describe('an earlier day', () => {
    test('the book has what it had, with the sums of then', () =>
      using(async ledger => {
        const day = 86_400_000
        const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
        const later = Date.now() + 900 * day
        const entry = { id: 'e1', at: later, was: { minor: 100 } }
        const edited = { minor: 900, log: [entry], updatedAt: later }
        const imported = { source: { format: 'csv', id: '2' } }
        await create(
          ledger,
          aTransaction({ description: 'Edited', ...edited }),
          aTransaction({ date: dayOf(later + day), ...imported }),
        )
        await answerWhen(ledger, everything, a => a.count === 2)
        const at = (instant: number, count: number) =>
          answerWhen(
            ledger,
            { ...everything, asOf: dayOf(instant) },
            a => a.count === count,
          )
        await at(Date.now() - 2 * day, 0)
        const then = await at(Date.now() + day, 1)
        expect(then.rows[0]).toMatchObject({
          description: 'Edited',
          minor: 100,
        })
        expect(then.totals).toMatchObject([{ expenseMinor: 100, count: 1 }])
        const last = await at(later + 2 * day, 2)
        expect(last.totals).toMatchObject([{ expenseMinor: 1020, count: 2 }])
        await answerWhen(
          ledger,
          { ...everything, asOf: dayOf(later), filter: { text: 'nothing' } },
          a => a.count === 0,
        )
      }))
  })
}

async function shows(ledger: Ledger, description: string): Promise<void> {
  await answerWhen(
    ledger,
    everything,
    a => a.rows[0]?.description === description,
  )
}

function settle(
  ledger: Ledger,
  id: string,
  conflict: string,
  take: 'standing' | 'other' | { readonly set: Record<string, unknown> },
) {
  return ledger.save([{ change: 'settle', id, answers: [{ conflict, take }] }])
}
