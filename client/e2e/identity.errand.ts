import { expect, said, synced, test, user } from './errand.ts'

test('a forgotten password: a one-time link of the command line chooses another, once', async ({
  connected: page,
  server,
}) => {
  await server.stop()
  const printed = await server.command('reset-link', user.name)
  await server.start()
  const token = /\/reset#(\S+)/.exec(printed)?.[1] ?? ''

  const chosen = 'eight wet melons'
  await page.goto(`/reset#${token}`)
  await page.getByLabel('New password').fill('short')
  await page.getByRole('button', { name: 'Save the password' }).click()
  await expect(page.getByText('At least 8 characters.')).toBeVisible()
  await page.getByLabel('New password').fill(chosen)
  await page.getByRole('button', { name: 'Save the password' }).click()

  await expect(page.getByText('Your password is changed.')).toBeVisible()
  const password = page.getByRole('textbox', { name: 'Password' })
  await expect(page.getByLabel('Name')).toHaveValue(user.name)
  await password.fill(user.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(said(page, 'Name or password is not right.')).toBeVisible()
  await password.fill(chosen)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await synced(page)

  await page.goto(`/reset#${token}`)
  await page.getByLabel('New password').fill('nine cold plums')
  await page.getByRole('button', { name: 'Save the password' }).click()
  await expect(said(page, 'This link was used')).toBeVisible()
})
