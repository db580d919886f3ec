import { eachAlone, edit, haveConflict, haveDinner } from './conflict.ts'
import {
  add,
  expect,
  goTo,
  row,
  syncState,
  synced,
  test,
  twoDevices,
} from './errand.ts'

test('records a purchase offline and sees it on another device', async ({
  newDevice,
  server,
}) => {
  const [laptop, phone] = await twoDevices(newDevice, server)
  await goTo(phone, 'Transactions')

  await laptop.context().setOffline(true)
  await add(laptop, { amount: '12,50+3*2', description: 'Mercado Central' })
  await expect(syncState(laptop)).toHaveText(/1 pending/)
  await laptop.reload()
  await expect(row(laptop, 'Mercado Central')).toContainText('18.50')
  await expect(row(phone, 'Mercado Central')).toBeHidden()

  await laptop.context().setOffline(false)
  await expect(row(phone, 'Mercado Central')).toContainText('18.50')
  await synced(laptop)
  await expect(
    row(laptop, 'Mercado Central').getByTitle('Synced'),
  ).toBeVisible()
})

test('two people edit one transaction offline, and both edits survive', async ({
  newDevice,
  server,
}) => {
  const both = await twoDevices(newDevice, server)
  const [laptop, phone] = both
  await haveDinner(both)
  await eachAlone(both, async () => {
    await edit(laptop, 'Dinner', 'Amount', '44')
    await edit(phone, 'Dinner', 'Description', 'Dinner with Rui')
  })

  for (const page of both) {
    await expect(row(page, 'Dinner with Rui')).toContainText('44.00')
  }
})

test('two people edit the same field offline: one value on both, the other kept', async ({
  newDevice,
  server,
}) => {
  const both = await twoDevices(newDevice, server)
  await haveConflict(both)
  for (const page of both) {
    await expect(row(page, 'Dinner')).toContainText('42.00')
    await expect(row(page, 'Dinner').getByTitle('Conflict')).toBeVisible()
  }
})
