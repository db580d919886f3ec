import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@ourmoney/shared/sync/ids.ts'
import { aTransactionDoc } from '@ourmoney/shared/testing/docs.ts'
import { readKnown } from '../../routes/replication/known-revisions.ts'
import type { Databases } from '../databases.ts'
import { receiptsOf } from '../databases.ts'

export type Opened = {
  readonly databases: Databases
  readonly close: () => Promise<void>
}

let ledgers = 0
/** Never used before, also in a database that outlives a test. */
function aLedgerId(): string {
  ledgers += 1
  return newId('ledger', Date.now() + ledgers, Math.random).slice(-26)
}

const hash = (letter: string) => letter.repeat(32)

function leaf(_id: string, hashes: readonly string[], fields: object = {}) {
  const ids = hashes.map(hash)
  return {
    ...aTransactionDoc({ _id }),
    _rev: `${ids.length}-${ids[0]}`,
    _revisions: { start: ids.length, ids },
    ...fields,
  }
}

function save(databases: Databases, name: string, docs: readonly object[]) {
  return databases.write(name, database =>
    database.bulkDocs(docs as PouchDB.Core.PutDocument<object>[], {
      new_edits: false,
    }),
  )
}

/** What every storage behind the server does, whatever it is made of. */
export function databasesContract(
  name: string,
  open: () => Promise<Opened>,
): void {
  describe(name, () => {
    let opened: Opened
    let databases: Databases
    beforeAll(async () => {
      opened = await open()
      databases = opened.databases
    })
    afterAll(async () => opened.close())

    async function aLedger(): Promise<string> {
      const ledger = aLedgerId()
      await databases.create(ledger)
      return ledger
    }

    test('makes a ledger once, with room for receipts, and nothing in it', async () => {
      const ledger = await aLedger()
      await save(databases, ledger, [leaf('txn_0001', ['a'])])
      await databases.create(ledger)
      const book = await databases.withLedger(ledger, db => db.info())
      expect(book.doc_count).toBe(1)
      const receipts = await databases.withLedger(receiptsOf(ledger), db =>
        db.info(),
      )
      expect(receipts.doc_count).toBe(0)
      expect(await databases.sizeOf(ledger)).toBeGreaterThanOrEqual(0)
    })

    test('forgets a removed ledger, which may be made again empty', async () => {
      const ledger = await aLedger()
      await save(databases, ledger, [leaf('txn_0001', ['a'])])
      await databases.remove(ledger)
      await databases.create(ledger)
      const { doc_count } = await databases.withLedger(ledger, db => db.info())
      expect(doc_count).toBe(0)
    })

    test('names a removed ledger no more, and has no database of it', async () => {
      const ledger = await aLedger()
      await databases.remove(ledger)
      for (const name of [ledger, receiptsOf(ledger)]) {
        expect(databases.names()).not.toContain(name)
        await expect(
          databases.withLedger(name, db => db.info()),
        ).rejects.toMatchObject({ code: 'not-found' })
      }
      await databases.remove(ledger)
    })

    test('keeps every leaf, and tells the tree of each doc', async () => {
      const ledger = await aLedger()
      await save(databases, ledger, [
        leaf('txn_0001', ['c', 'b', 'a']),
        leaf('txn_0001', ['d', 'a']),
        leaf('txn_0001', ['e', 'a'], { _deleted: true }),
      ])
      const known = await databases.withLedger(ledger, db =>
        readKnown(db, 'txn_0001'),
      )
      expect(known?.generation).toBe(3)
      expect(known?.live).toBe(2)
      expect(Object.fromEntries(known?.leaves ?? [])).toEqual({
        [`3-${hash('c')}`]: false,
        [`2-${hash('d')}`]: false,
        [`2-${hash('e')}`]: true,
      })
      expect([...(known?.revisions ?? [])].toSorted()).toEqual([
        `1-${hash('a')}`,
        `2-${hash('b')}`,
        `2-${hash('d')}`,
        `2-${hash('e')}`,
        `3-${hash('c')}`,
      ])
      const none = await databases.withLedger(ledger, db =>
        readKnown(db, 'txn_none'),
      )
      expect(none).toBeUndefined()
    })

    test('pages through changes by its own sequences, and through nothing but docs of the ledger', async () => {
      const ledger = await aLedger()
      const ids = Array.from({ length: 25 }, (_, n) => `txn_${1_000 + n}`)
      await save(
        databases,
        ledger,
        ids.map(id => leaf(id, ['a'])),
      )
      await save(databases, ledger, [leaf('txn_1003', ['b', 'a'])])
      const seen: string[] = []
      let since: number | string = 0
      for (;;) {
        const from: number | string = since
        const found: PouchDB.Core.ChangesResponse<object> =
          await databases.withLedger(ledger, db =>
            db.changes({ since: from, limit: 10, style: 'all_docs' }),
          )
        seen.push(...found.results.map(({ id }) => id))
        since = found.last_seq
        if (found.results.length < 10) break
      }
      expect(seen.toSorted()).toEqual(ids)
      expect(seen.at(-1)).toBe('txn_1003')
    })

    test('answers which revisions are missing, and gives bodies with ancestors', async () => {
      const ledger = await aLedger()
      await save(databases, ledger, [leaf('txn_0001', ['b', 'a'])])
      const [b, c] = [`2-${hash('b')}`, `2-${hash('c')}`]
      await databases.withLedger(ledger, async database => {
        const diff = await database.revsDiff({ txn_0001: [b, c] })
        expect(diff['txn_0001']?.missing).toEqual([c])
        const { results } = await database.bulkGet({
          docs: [{ id: 'txn_0001', rev: b }],
          revs: true,
        } as PouchDB.Core.BulkGetOptions)
        expect(results).toMatchObject([
          {
            id: 'txn_0001',
            docs: [
              { ok: { _revisions: { start: 2, ids: [hash('b'), hash('a')] } } },
            ],
          },
        ])
      })
    })

    test('keeps checkpoints by compare-and-set', async () => {
      const ledger = await aLedger()
      await databases.withLedger(ledger, async database => {
        const { rev } = await database.put({
          _id: '_local/x',
          seq: 1,
        } as object)
        await database.put({ _id: '_local/x', _rev: rev, seq: 2 } as object)
        await expect(
          database.put({ _id: '_local/x', _rev: rev, seq: 3 } as object),
        ).rejects.toMatchObject({ status: 409 })
        expect(await database.get('_local/x')).toMatchObject({ seq: 2 })
      })
    })

    test('lets one writer of a ledger after the other, and wakes who waits', async () => {
      const ledger = await aLedger()
      let woken = 0
      const stop = databases.onWritten(ledger, () => {
        woken += 1
      })
      let running = 0
      await Promise.all(
        Array.from({ length: 5 }, () =>
          databases.write(ledger, async database => {
            running += 1
            expect(running).toBe(1)
            await database.info()
            running -= 1
          }),
        ),
      )
      expect(woken).toBeGreaterThanOrEqual(5)
      stop()
    })

    test('R17 an epoch stays until it is renewed, and an unknown ledger has one too', async () => {
      const ledger = await aLedger()
      const epoch = databases.epoch(ledger)
      expect(databases.epoch(ledger)).toBe(epoch)
      const renewed = await databases.renewEpoch(ledger)
      expect(renewed).not.toBe(epoch)
      expect(databases.epoch(ledger)).toBe(renewed)
      const unknown = databases.epoch(aLedgerId())
      expect(unknown).toMatch(/^[0-9a-f]{32}$/)
    })

    test('B2 no text that is not the id of a ledger names a database', async () => {
      for (const text of ['../x', 'system', '', 'A'.repeat(26)]) {
        await expect(databases.create(text)).rejects.toThrow()
        await expect(
          (async () => databases.withLedger(text, db => db.info()))(),
        ).rejects.toThrow()
      }
    })
  })
}
