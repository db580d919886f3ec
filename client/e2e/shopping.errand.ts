import type { Page } from '@playwright/test'
import { expect, row, synced, test, twoDevices } from './errand.ts'

test('two people shop from one list, one of them offline, and pay once', async ({
  newDevice,
  server,
}) => {
  const [ana, rui] = await twoDevices(newDevice, server)
  await ana.goto('/shopping')
  await rui.goto('/shopping')
  await expect(ana.getByText('Nothing to buy')).toBeVisible()
  await write(ana, '2 kg tomatoes 3.50')
  await write(ana, 'soap 1.50')
  await write(ana, 'milk')
  await expect(thing(rui, 'tomatoes')).toBeVisible()
  await expect(thing(rui, 'milk')).toBeVisible()

  await ana.getByRole('button', { name: 'Edit: soap' }).click()
  await ana.getByRole('combobox', { name: 'Category' }).fill('Hous')
  await ana.keyboard.press('Enter')
  await ana.getByRole('button', { name: 'Save', exact: true }).click()

  await rui.context().setOffline(true)
  await thing(rui, 'tomatoes').click({ force: true })
  await thing(ana, 'soap').click({ force: true })
  await rui.context().setOffline(false)
  await expect(ana.getByText('2 in the basket').first()).toBeVisible()
  await expect(rui.getByText('2 in the basket').first()).toBeVisible()

  await ana.getByRole('button', { name: 'Pay', exact: true }).click()
  const paying = ana.getByRole('dialog')
  await expect(paying.getByLabel(/^Paid/)).toHaveValue('5.00')
  await paying.getByLabel(/^Paid/).fill('6')
  await paying.getByRole('button', { name: 'Pay', exact: true }).click()
  await expect(ana.getByText('Written as a transaction').first()).toBeVisible()
  await expect(thing(rui, 'tomatoes')).toBeHidden()
  await expect(thing(rui, 'milk')).toBeVisible()
  await expect(
    rui.getByRole('button', { name: 'tomatoes', exact: true }),
  ).toBeVisible()

  await synced(ana)
  await ana.goto('/transactions')
  await expect(row(ana, 'Shopping')).toContainText('6.00')
  await ana.keyboard.press('u')
  await expect(row(ana, 'Shopping')).toBeHidden()
  await expect(thing(rui, 'tomatoes')).toBeChecked()
})

async function write(page: Page, line: string): Promise<void> {
  await page.getByLabel('Add to the list').fill(line)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Add to the list')).toHaveValue('')
}

function thing(page: Page, name: string) {
  return page.getByRole('checkbox', { name, exact: true })
}
