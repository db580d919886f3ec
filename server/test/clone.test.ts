import { expect, test } from 'vitest'
import { aTransactionDoc } from '@ourmoney/shared/testing/docs.ts'
import { aDevice, aServer, remoteOf, type Device } from './a-server.ts'

test('R19 two devices that are copies of one, with its name and checkpoints, lose nothing', async () => {
  const server = await aServer()
  const checkpoints = new Set<string>()
  const remote = remoteOf(server.url, server.token, address => {
    const [, id] = /\/(_local\/[^?]+)/.exec(address) ?? []
    if (id !== undefined) checkpoints.add(decodeURIComponent(id))
  })
  const first = aDevice()
  await write(first, 'txn_0001', 'txn_0002')
  await sync(first, remote)

  const copy = await copyOf(first, checkpoints)
  await write(first, 'txn_0003')
  await write(copy, 'txn_0004', 'txn_0005')
  for (const device of [first, copy, first]) await sync(device, remote)
  for (const each of [first, copy, remote]) {
    const { results } = await each.changes()
    expect(results.map(({ id }) => id).toSorted()).toEqual([
      'txn_0001',
      'txn_0002',
      'txn_0003',
      'txn_0004',
      'txn_0005',
    ])
  }
  await server.dispose()
})

async function write(device: Device, ...ids: string[]): Promise<void> {
  for (const _id of ids) await device.put({ ...aTransactionDoc(), _id })
}

async function sync(device: Device, remote: PouchDB.Database): Promise<void> {
  await device.replicate.to(remote)
  await device.replicate.from(remote)
}

/** As a disk's copy is: what replication knows the device by is the same. */
async function copyOf(
  device: Device,
  checkpoints: ReadonlySet<string>,
): Promise<Device> {
  const copy = aDevice()
  const { rows } = await device.allDocs({ include_docs: true })
  await copy.bulkDocs(
    rows.flatMap(({ doc }) => doc ?? []),
    { new_edits: false },
  )
  for (const id of checkpoints) {
    const { _rev, ...checkpoint } = await device.get(id)
    await copy.put(checkpoint)
  }
  const name = await Reflect.apply(Reflect.get(device, 'id'), device, [])
  return Object.assign(copy, { id: async () => name })
}
