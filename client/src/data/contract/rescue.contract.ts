import { describe, expect, test } from 'vitest'
import type { RescueFile, RescueReading, RescueScope } from '../care.ts'
import type { Ledger } from '../ledger.ts'
import {
  aTransaction,
  answerWhen,
  create,
  edit,
  everything,
  type OpenLedger,
  recordOf,
  usingLedger,
} from './a-ledger.ts'

/** What is rescued comes back as it was: nothing is lost, and nothing comes twice. */
export function rescueContract(open: OpenLedger): void {
  const using = usingLedger(open)

  describe('rescue files', () => {
    test('I6 I11 what is in a rescue file is known to the ledger that wrote it', () =>
      using(async ledger => {
        const { ids } = await create(ledger, aTransaction(), aTransaction())
        await edit(ledger, ids[0] ?? '', { description: 'Ännchen 🍞 \u202E' })
        await ledger.save([
          { change: 'remove', target: { ids: [ids[1] ?? ''] } },
        ])
        const { blob, records } = await rescue(ledger, 'everything')
        expect(records).toBe(3)
        expect(await read(ledger, blob)).toMatchObject({
          phase: 'done',
          added: 0,
          changed: 0,
          known: 3,
          unreadable: 0,
        })
        const { doc } = await recordOf(ledger, ids[0] ?? '')
        expect(doc).toMatchObject({ description: 'Ännchen 🍞 \u202E' })
      }))

    test('a ledger that no server has is unsynced as a whole', () =>
      using(async ledger => {
        await create(ledger, aTransaction())
        const { records } = await rescue(ledger, 'unsynced')
        expect(records).toBe(2)
      }))

    test('I7 a rescue file brings no more than docs: what is not one is counted and left out', () =>
      using(async ledger => {
        const hostile = [
          { ...goodDoc, _id: '_design/x' },
          { ...goodDoc, _attachments: { a: { data: 'YQ==' } } },
          { ...goodDoc, _rev: '999999999-f' },
          { ...goodDoc, _revisions: { start: 1, ids: [] } },
          { ...goodDoc, minor: 1.5 },
          { ...goodDoc, _id: 'acc_0000' },
          'text',
          null,
        ].map(each => JSON.stringify(each))
        const poison = '{"_id":"txn_0001","_rev":"1-' + '1'.repeat(32) + '",'
        const docs = [
          ...hostile,
          poison + '"__proto__":{"minor":1},"kind":"transaction","v":1}',
          JSON.stringify(goodDoc),
        ]
        const file = fileOf(ledger, docs)
        expect(await read(ledger, file)).toMatchObject({
          added: 1,
          unreadable: 9,
        })
        const list = await answerWhen(ledger, everything, a => a.count === 1)
        expect(list.rows[0]).toMatchObject({ id: goodDoc._id })
        expect({}).not.toHaveProperty('minor')
      }))

    test('I12 the rescue file of another ledger is refused, and nothing of it comes in', () =>
      using(async ledger => {
        const file = fileOf({ id: '1'.repeat(26) }, [JSON.stringify(goodDoc)])
        await expect(read(ledger, file)).rejects.toMatchObject({
          code: 'other-ledger',
        })
        expect((await rescue(ledger, 'everything')).records).toBe(1)
      }))

    test.each([
      ['nothing', ''],
      ['a list', '[]'],
      ['an export', '{"format":"ourmoney","docs":[{}]}'],
      ['one without a head', '{"docs":[{}],"format":"ourmoney-rescue"}'],
      ['a part of one', '{"format":"ourmoney-rescue",'],
      ['a deep well', '['.repeat(100_000)],
    ])('I4 I5 %s is no rescue file', (_, text) =>
      using(async ledger => {
        await expect(read(ledger, new Blob([text]))).rejects.toMatchObject({
          code: 'not-a-rescue',
        })
      }),
    )

    test('I5 the same record a thousand times comes in once', () =>
      using(async ledger => {
        const docs = Array.from({ length: 1_000 }, () =>
          JSON.stringify(goodDoc),
        )
        const done = await read(ledger, fileOf(ledger, docs))
        expect(done.phase).toBe('done')
        const { count } = await answerWhen(ledger, everything, a => a.count > 0)
        expect(count).toBe(1)
      }))

    test('reading can be stopped', () =>
      using(async ledger => {
        const docs = Array.from({ length: 3_000 }, (_, n) =>
          JSON.stringify({ ...goodDoc, _id: `txn_${1e6 + n}` }),
        )
        const stop = new AbortController()
        stop.abort()
        const file = fileOf(ledger, docs)
        const { phase } = await ledger.readRescue(file, () => {}, stop.signal)
        expect(phase).toBe('cancelled')
      }))
  })

  describe('backups', () => {
    test.each([undefined, 'seven dry lemons'])(
      'I11 what is in a backup is known to the ledger that made it, with the password %s',
      password =>
        using(async ledger => {
          const { ids } = await create(ledger, aTransaction(), aTransaction())
          await edit(ledger, ids[0] ?? '', { description: 'Ännchen 🍞 \u202E' })
          await ledger.save([
            { change: 'remove', target: { ids: [ids[1] ?? ''] } },
          ])
          const { blob, records } = await backUp(ledger, password)
          expect(records).toBe(3)
          const stop = new AbortController()
          expect(
            await ledger.readRescue(blob, () => {}, stop.signal, password),
          ).toMatchObject({ phase: 'done', added: 0, changed: 0, known: 3 })
        }),
    )

    test('I4 a backup that is cut anywhere, changed or given a wrong password brings nothing in', () =>
      using(async ledger => {
        await create(ledger, aTransaction())
        const { blob } = await backUp(ledger, 'right')
        const { signal } = new AbortController()
        const opened = (file: Blob, password?: string) =>
          ledger.readRescue(file, () => {}, signal, password)
        await expect(opened(blob)).rejects.toMatchObject({
          code: 'needs-password',
        })
        await expect(opened(blob, 'wrong')).rejects.toMatchObject({
          code: 'wrong-password',
        })
        for (const length of [9, 30, blob.size - 1]) {
          const cut = opened(blob.slice(0, length), 'right')
          await expect(cut).rejects.toThrow(/file-damaged|wrong-password/)
        }
        const { blob: bare } = await backUp(ledger, undefined)
        for (const length of [5, 30, bare.size - 9, bare.size - 1]) {
          const cut = opened(bare.slice(0, length))
          await expect(cut).rejects.toMatchObject({ code: 'file-damaged' })
        }
        const other = fileOf(ledger, [JSON.stringify(goodDoc)])
        for (const length of [5, 60, other.size - 9, other.size - 1]) {
          await expect(opened(other.slice(0, length))).rejects.toThrow()
        }
        expect((await answerWhen(ledger, everything, () => true)).count).toBe(1)
        expect((await rescue(ledger, 'everything')).records).toBe(2)
      }))

    test('a backup can be stopped', () =>
      using(async ledger => {
        const stop = new AbortController()
        stop.abort()
        const backup = ledger.backUp(undefined, () => {}, stop.signal)
        expect(await backup).toBeUndefined()
      }))
  })

  describe('without a server', () => {
    test('nothing is compared, rebuilt or discarded', () =>
      using(async ledger => {
        const { signal } = new AbortController()
        const nothing = {
          phase: 'done',
          records: 0,
          serverLacks: [],
          deviceLacks: [],
        } as const
        for (const work of [
          () => ledger.verify(() => {}, signal),
          () => ledger.rebuild(() => {}, signal),
          () => ledger.mend(nothing),
          () => ledger.discardRefused([]),
        ]) {
          await expect(work()).rejects.toMatchObject({ code: 'unreachable' })
        }
      }))
  })
}

async function rescue(ledger: Ledger, scope: RescueScope): Promise<RescueFile> {
  const { signal } = new AbortController()
  const file = await ledger.rescue(scope, () => {}, signal)
  if (file === undefined) throw new Error('Cancelled by nobody')
  return file
}

async function backUp(ledger: Ledger, password: string | undefined) {
  const { signal } = new AbortController()
  const file = await ledger.backUp(password, () => {}, signal)
  if (file === undefined) throw new Error('Cancelled by nobody')
  return file
}

function read(ledger: Ledger, file: Blob): Promise<RescueReading> {
  return ledger.readRescue(file, () => {}, new AbortController().signal)
}

function fileOf({ id }: Pick<Ledger, 'id'>, docs: readonly string[]): Blob {
  const head = `"format":"ourmoney-rescue","version":1,"ledger":"${id}"`
  return new Blob([`{${head},"docs":[${docs.join(',')}],"receipts":[]}`])
}

const goodDoc = {
  _id: 'txn_0000',
  _rev: `1-${'a'.repeat(32)}`,
  kind: 'transaction',
  v: 1,
  type: 'expense',
  description: 'Bread',
  minor: 320,
  currency: 'EUR',
  date: '2026-11-22',
}
