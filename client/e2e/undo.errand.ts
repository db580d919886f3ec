import { add, expect, row, startLedger, test } from './errand.ts'

test('takes back a bulk delete after a reload, and does it again', async ({
  newDevice,
}) => {
  const page = await newDevice()
  await startLedger(page)
  await add(page, { amount: '3', description: 'Coffee' })
  await add(page, { amount: '9', description: 'Lunch' })
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('Delete')
  await expect(page.getByText('Nothing here yet')).toBeVisible()

  await page.reload()
  await expect(page.getByText('Nothing here yet')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder(/Find anything/).fill('undo')
  await page
    .getByRole('menuitem', { name: 'Undo: delete 2 transactions' })
    .click()
  await expect(row(page, 'Coffee')).toBeVisible()
  await expect(row(page, 'Lunch')).toBeVisible()

  await page.keyboard.press('Control+Shift+z')
  await expect(page.getByText('Nothing here yet')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(row(page, 'Lunch')).toBeVisible()
  await page.keyboard.press('u')
  await expect(row(page, 'Lunch')).toBeHidden()
  await expect(row(page, 'Coffee')).toBeVisible()
  await expect(
    page.getByText('Taken back: add 1 transaction').first(),
  ).toBeVisible()
})
