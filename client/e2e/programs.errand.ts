import { check } from './axe.ts'
import { expect, goTo, row, synced, test, user } from './errand.ts'

test('somebody gives a program a token, sees within moments what it writes and whose it is, and revokes it', async ({
  connected: page,
  server,
}) => {
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Programs' }).click()
  const ledger = await page.getByRole('main').getByRole('code').textContent()
  await expect(page.getByText('No program has a token yet.')).toBeVisible()
  await page.getByRole('button', { name: 'New token' }).click()
  const dialog = page.getByRole('dialog', { name: 'New token' })
  await dialog.getByLabel('What it is for').fill('Till')
  await dialog.getByRole('button', { name: 'What it may do' }).click()
  await page.getByRole('option', { name: 'Read and write' }).click()
  await dialog.getByLabel('Password').fill(user.password)
  await dialog.getByRole('button', { name: 'Make the token' }).click()
  const made = page.getByRole('dialog', { name: 'Your token' })
  const token = await made.getByText(/^ourmoney_/).textContent()
  await check(page, 'a token that was made')
  await made.getByRole('button', { name: 'Copy' }).click()
  await expect(
    made.getByRole('button', { name: 'Copied', exact: true }),
  ).toBeVisible()
  await made.getByRole('button', { name: 'I have copied it' }).click()
  await expect(page.getByText('Read and write · never used')).toBeVisible()
  await check(page, 'programs')

  const post = () =>
    fetch(`${server.url}/api/v1/ledgers/${ledger}/transactions`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': 'the first purchase',
      },
      body: JSON.stringify({
        type: 'expense',
        description: 'Bread of the till',
        minor: 320,
        currency: 'EUR',
        date: '2026-11-22',
      }),
    })
  await goTo(page, 'Transactions')
  await synced(page)
  expect((await post()).status).toBe(201)
  await expect(row(page, 'Bread of the till')).toBeVisible()
  await expect(row(page, 'Bread of the till')).toContainText('3.20')
  // The same again is the same.
  expect((await post()).status).toBe(201)

  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Programs' }).click()
  await page.getByRole('button', { name: 'Revoke Till' }).click()
  await expect(page.getByText('Revoked: Till')).toBeVisible()
  expect((await post()).status).toBe(401)
  await goTo(page, 'Transactions')
  await expect(row(page, 'Bread of the till')).toHaveCount(1)
})
