import { bring, manyRecords } from './earlier-file.ts'
import { add, expect, goTo, row, test } from './errand.ts'

test('takes back a bulk delete after a reload, and does it again', async ({
  page,
}) => {
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

test('a merge that a closed tab cut short is told when the app opens again, and taken back', async ({
  page,
}) => {
  await goTo(page, 'Files')
  await bring(page, 'myTransactions.json', manyRecords(4_000))
  await expect(page.getByText('4,000 added')).toBeVisible()
  await goTo(page, 'Categories')
  await page.getByRole('button', { name: /What to do with aliment/i }).click()
  await page.getByRole('menuitem', { name: 'Merge into another' }).click()
  await page.getByRole('combobox', { name: 'Into' }).fill('Gro')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  // How far it was is kept a moment after it is shown: by the second batch the first is.
  await expect(page.getByText(/^[1-3],.* of 4,001 records/)).toBeVisible()
  await page.close({ runBeforeUnload: false })

  const again = await page.context().newPage()
  await again.goto('/names')
  const notice = again
    .getByRole('alert')
    .filter({ hasText: /A merge was cut short: [1-9].* of 4,001 records/ })
  await notice.getByRole('button', { name: 'Undo' }).click()
  await expect(again.getByText(/Taken back: merge/).first()).toBeVisible()
  await expect(notice).toBeHidden()
  await expect(
    again.getByRole('row').filter({ hasText: /aliment/i }),
  ).toContainText('4,000 transactions')
})
