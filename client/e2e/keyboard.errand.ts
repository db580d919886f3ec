import { expect, row, test } from './errand.ts'

test('starts a ledger, adds, edits, deletes and takes back by keyboard alone', async ({
  newDevice,
}) => {
  const page = await newDevice()
  const { keyboard } = page
  const category = page.getByRole('combobox', { name: 'Category' })
  await page.getByRole('button', { name: /Start a ledger/ }).waitFor()
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(page.getByLabel('Your name')).toBeFocused()
  await keyboard.type('Ana')
  await keyboard.press('Enter')
  await expect(page.getByText('Nothing written yet')).toBeVisible()

  await keyboard.press('n')
  await expect(page.getByLabel(/^Amount/)).toBeFocused()
  await keyboard.type('12,50+3*2')
  await keyboard.press('Tab')
  await keyboard.type('Mercado')
  await keyboard.press('Tab')
  await keyboard.type('Groc')
  await keyboard.press('Enter')
  await expect(category).toHaveValue('Groceries')
  await keyboard.press('Enter')
  await expect(row(page, 'Mercado')).toContainText('18.50')

  // Enter saves and offers the next; the last category comes by itself.
  await expect(page.getByLabel(/^Amount/)).toBeFocused()
  await keyboard.type('4')
  await keyboard.press('Tab')
  await keyboard.type('mercado')
  await expect(category).toHaveValue('Groceries')
  await keyboard.press('Enter')
  await expect(row(page, 'mercado')).toHaveCount(2)
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await keyboard.press('j')
  await keyboard.press('e')
  await expect(page.getByLabel(/^Amount/)).toBeFocused()
  await keyboard.press('Control+a')
  await keyboard.type('5')
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(row(page, '5.00')).toBeVisible()

  await keyboard.press('Delete')
  await expect(row(page, /mercado/i)).toHaveCount(1)
  await keyboard.press('u')
  await expect(row(page, '5.00')).toBeVisible()

  await keyboard.press('x')
  await keyboard.press('j')
  await keyboard.press('x')
  await expect(page.getByText('2 selected')).toBeVisible()
  await keyboard.press('Delete')
  await expect(page.getByText('Nothing here yet')).toBeVisible()
  await keyboard.press('Control+z')
  await expect(row(page, /mercado/i)).toHaveCount(2)

  await keyboard.press('/')
  await keyboard.type('18.50')
  await expect(row(page, /mercado/i)).toHaveCount(1)
  await keyboard.press('Control+k')
  await expect(page.getByPlaceholder(/Find anything/)).toBeFocused()
  await keyboard.type('settings')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await keyboard.press('?')
  await expect(
    page.getByRole('heading', { name: 'Keyboard shortcuts' }),
  ).toBeVisible()
})
