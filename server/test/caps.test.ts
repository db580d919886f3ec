import { expect, test } from 'vitest'
import { newId } from '@ourmoney/shared/sync/ids.ts'
import { aTransactionDoc } from '@ourmoney/shared/testing/docs.ts'
import { aRandom } from './a-random.ts'
import { aDevice, aLedger, aServer, remoteOf } from './a-server.ts'

const random = aRandom(11)

function someDocs(count: number, notes = '') {
  return Array.from({ length: count }, () =>
    aTransactionDoc({ _id: newId('transaction', 1_000, random.next), notes }),
  )
}

test.each([
  ['docs', { docs: 30, bytes: 1e9 }, ''],
  ['bytes', { docs: 1e6, bytes: 20_000 }, 'x'.repeat(1_000)],
])(
  'R5 a ledger that is full of %s answers 507 to the whole request, and no doc is refused for good',
  async (detail, caps, notes) => {
    const small = await aServer({ caps })
    const device = aDevice()
    const docs = someDocs(50, notes)
    await device.bulkDocs(docs)
    const denied: unknown[] = []
    const remote = remoteOf(small.url, small.token)
    const run = device.replicate.to(remote, { batch_size: 10 })
    void run.on('denied', each => denied.push(each))
    await expect(run).rejects.toMatchObject({
      status: 507,
      code: 'ledger-full',
      detail,
    })
    expect(denied).toEqual([])
    const stored = await small.databases.withLedger(aLedger, db => db.info())
    expect(stored.doc_count).toBeGreaterThan(0)
    expect(stored.doc_count).toBeLessThan(50)
    await small.close()

    const larger = await aServer({ dataDir: small.dataDir })
    await device.replicate.to(remoteOf(larger.url, larger.token))
    const all = await larger.databases.withLedger(aLedger, db => db.info())
    expect(all.doc_count).toBe(50)
    await larger.dispose()
  },
)

test('a ledger with as many docs as it may have still takes edits and deletes', async () => {
  const server = await aServer({ caps: { docs: 10, bytes: 1e9 } })
  const device = aDevice()
  await device.bulkDocs(someDocs(10))
  const remote = remoteOf(server.url, server.token)
  await device.replicate.to(remote)
  const { rows } = await device.allDocs<object>({ include_docs: true })
  const [first, second] = rows.map(row => ('doc' in row ? row.doc : undefined))
  await device.bulkDocs([
    { ...first, description: 'Tea' },
    { ...second, _deleted: true },
  ])
  expect(await device.replicate.to(remote)).toMatchObject({ docs_written: 2 })
  await device.bulkDocs(someDocs(1))
  expect(await device.replicate.to(remote)).toMatchObject({ docs_written: 1 })
  await server.dispose()
})
