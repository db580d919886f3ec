import { eachAlone, edit, haveConflict, haveDinner } from './conflict.ts'
import { add, expect, goTo, row, test, twoDevices } from './errand.ts'

test('a conflict is settled on the phone, and the laptop has what was chosen', async ({
  newDevice,
  server,
}) => {
  const both = await twoDevices(newDevice, server)
  await haveConflict(both)
  const [laptop, phone] = both
  await phone.setViewportSize({ width: 390, height: 844 })
  await phone.goto('/conflicts')
  await phone.getByRole('link', { name: 'Dinner' }).click()
  const choices = phone.getByRole('radiogroup')
  await expect(choices.getByText('In the book now')).toBeVisible()
  await expect(choices.getByText(/^Ana · .*this device$/)).toBeVisible()
  await choices.getByText(/41\.00/).click()
  await phone.getByRole('button', { name: 'Settle' }).click()
  await expect(phone.getByText('No conflicts')).toBeVisible()

  await expect(row(laptop, 'Dinner')).toContainText('41.00')
  for (const page of both) {
    await expect(page.getByRole('link', { name: '1 conflict' })).toBeHidden()
  }
  await phone.getByRole('button', { name: 'Undo' }).click()
  await expect(row(laptop, 'Dinner')).toContainText('42.00')
})

test('something else than both is given in the form, and settles the conflict', async ({
  newDevice,
  server,
}) => {
  const both = await twoDevices(newDevice, server)
  const [laptop, phone] = both
  await haveDinner(both)
  await eachAlone(both, async () => {
    await edit(phone, 'Dinner', 'Amount', '42')
    await row(laptop, 'Dinner').getByRole('button', { name: 'Dinner' }).click()
    await laptop.getByRole('button', { name: 'Edit', exact: true }).click()
    const types = laptop.getByRole('radiogroup', { name: 'Type' })
    await types.getByText('Income').click()
    await laptop.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(laptop.getByRole('dialog')).toBeHidden()
  })
  await laptop.getByRole('link', { name: '1 conflict' }).click()
  await laptop.getByRole('link', { name: 'Dinner' }).click()
  const choices = laptop.getByRole('radiogroup')
  await choices.getByText('Something else').click()
  await laptop.getByRole('button', { name: 'Open the form' }).click()
  await laptop.getByLabel(/^Amount/).fill('43')
  await laptop.getByRole('button', { name: 'Save', exact: true }).click()
  const chosen = laptop.getByRole('radio', { name: /In the book now/ })
  await expect(chosen).toBeChecked()
  await expect(choices.getByText(/43\.00/)).toBeVisible()
  await laptop.getByRole('button', { name: 'Settle' }).click()
  await expect(laptop.getByText('No conflicts')).toBeVisible()
  await expect(row(phone, 'Dinner')).toContainText('43.00')
})

test('a record comes back as it was, from its history and from the trash', async ({
  page,
}) => {
  await add(page, { amount: '2,50', description: 'Coffee' })
  await edit(page, 'Coffee', 'Amount', '25')
  await edit(page, 'Coffee', 'Description', 'Tea')
  const panel = page.getByRole('complementary', { name: 'Details' })
  await panel.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'History' }).click()
  const versions = page
    .getByRole('list', { name: 'History' })
    .getByRole('listitem')
  await expect(versions).toHaveCount(3)
  await expect(versions.nth(1)).toContainText(/Amount.*2\.50.*25\.00/)
  await versions
    .nth(2)
    .getByRole('button', { name: 'Restore this version' })
    .click()
  await expect(versions).toHaveCount(4)
  await expect(versions.first()).toContainText('As it is now')
  await page.getByRole('link', { name: 'Open' }).click()
  await panel.waitFor()
  await expect(row(page, 'Coffee')).toContainText('2.50')

  await panel.getByRole('button', { name: 'Delete' }).click()
  await expect(row(page, 'Coffee')).toBeHidden()
  await goTo(page, 'History')
  await expect(page.getByText('Ana deleted 1 transaction')).toBeVisible()
  await page.getByRole('tab', { name: 'Trash' }).click()
  await page.getByLabel('Search the trash').fill('coff')
  await row(page, 'Coffee').getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByText('The trash is empty')).toBeVisible()
  await goTo(page, 'Transactions')
  await expect(row(page, 'Coffee')).toContainText('2.50')
})
