import { add, expect, goTo, row, synced, test, twoDevices } from './errand.ts'

test('of two tabs the one that syncs is closed, and the other goes on', async ({
  newDevice,
  server,
}) => {
  const [first, other] = await twoDevices(newDevice, server)
  await goTo(other, 'Transactions')
  const second = await first.context().newPage()
  await second.goto('/transactions')
  await synced(second)

  await add(first, { amount: '1', description: 'From the first' })
  await expect(row(second, 'From the first')).toBeVisible()
  await add(second, { amount: '2', description: 'From the second' })
  await expect(row(first, 'From the second')).toBeVisible()
  await expect(row(other, 'From the second')).toBeVisible()

  await first.close()
  await add(second, { amount: '3', description: 'After the first' })
  await expect(row(other, 'After the first')).toBeVisible()
  await add(other, { amount: '4', description: 'From the other' })
  await expect(row(second, 'From the other')).toBeVisible()
  await synced(second)
})
