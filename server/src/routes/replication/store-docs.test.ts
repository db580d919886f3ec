import { expect, test } from 'vitest'
import type { Database } from '../../storage/pouch.ts'
import { storeDocs } from './store-docs.ts'

/** Notes what it is given at once, by the ids. */
function aDatabase(answer: object = {}) {
  const written: string[][] = []
  const bulkDocs = async (docs: readonly { readonly _id: string }[]) => {
    written.push(docs.map(({ _id }) => _id))
    return docs.map(() => answer)
  }
  return { written, database: { bulkDocs } as unknown as Database }
}

function aDoc(n: number, revisions?: number) {
  const ids = Array.from({ length: revisions ?? 1 }, (_, older) => `${older}`)
  return {
    _id: `txn_${n}`,
    ...(revisions !== undefined && { _revisions: { start: revisions, ids } }),
  }
}

test('B13 docs with long histories are written a few at a time, in their order', async () => {
  const { database, written } = aDatabase()
  const docs = Array.from({ length: 10 }, (_, n) => aDoc(n, 1_000))
  await storeDocs(database, docs)
  expect(written.map(({ length }) => length)).toEqual([4, 4, 2])
  expect(written.flat()).toEqual(docs.map(({ _id }) => _id))
})

test('a thousand docs of a device are written at once, none not at all', async () => {
  const { database, written } = aDatabase()
  const docs = Array.from({ length: 1_000 }, (_, n) =>
    aDoc(n, n % 4 || undefined),
  )
  await storeDocs(database, docs)
  expect(written).toEqual([docs.map(({ _id }) => _id)])
  await storeDocs(database, [])
  expect(written).toHaveLength(1)
})

test('a doc that is not stored fails the whole request', async () => {
  const { database } = aDatabase({ error: true })
  await expect(storeDocs(database, [aDoc(1)])).rejects.toThrow('did not store')
})
