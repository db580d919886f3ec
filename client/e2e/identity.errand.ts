import { generateSync } from 'otplib'
import type { Page } from '@playwright/test'
import {
  expect,
  fillCredentials,
  goTo,
  said,
  signOut,
  synced,
  test,
  user,
} from './errand.ts'

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

test('codes from an app: set up, asked for on another device, a recovery code in their place, off again', async ({
  connected: page,
  newDevice,
}) => {
  await openSecurity(page)
  await page.getByRole('button', { name: 'Turn on' }).click()
  await confirm(page, 'Go on')
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible()
  const turnOn = page
    .getByRole('dialog')
    .getByRole('button', { name: 'Turn on' })
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '')
  await page.getByLabel('Code that it shows').fill('000000')
  await turnOn.click()
  await expect(said(page, 'This code is not right')).toBeVisible()
  await page.getByLabel('Code that it shows').fill(generateSync({ secret }))
  await turnOn.click()
  const codes = page.getByRole('dialog').getByRole('listitem')
  await expect(codes).toHaveCount(10)
  const recovery = await codes.first().innerText()
  const next = await codes.nth(1).innerText()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByText('10 recovery codes left')).toBeVisible()

  const other = await newDevice()
  await other.goto('/sign-in')
  await fillCredentials(other)
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(other.getByText('One more step')).toBeVisible()
  await other.getByLabel('Code').fill('123456')
  await expect(said(other, 'This code is not right')).toBeVisible()
  await other.getByRole('button', { name: 'Use a recovery code' }).click()
  await other.getByLabel('Recovery code').fill(recovery)
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await synced(other)

  await openSecurity(page)
  await expect(page.getByText('9 recovery codes left')).toBeVisible()
  await page.getByRole('button', { name: 'Turn off' }).click()
  // The password alone is not enough.
  const off = page.getByRole('dialog').getByRole('button', { name: 'Turn off' })
  await page.getByLabel('Code', { exact: true }).fill('000000')
  await confirm(page, 'Turn off')
  await expect(said(page, 'This code is not right')).toBeVisible()
  await page.getByLabel('Code', { exact: true }).fill(next)
  await off.click()
  await expect(page.getByRole('button', { name: 'Turn on' })).toBeVisible()

  await page.getByRole('link', { name: 'Sign-ins and what was' }).click()
  await expect(page.getByText('Turned codes off')).toBeVisible()
  await expect(page.getByText('This code is not right').first()).toBeVisible()
  await page.getByText('Home', { exact: true }).last().click()
  await expect(page.getByText('Connected the ledger')).toBeVisible()
})

test('a passkey: added, confirms a dangerous act, signs in without a name, removed', async ({
  connected: page,
}) => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await openSecurity(page)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByLabel('Name of the passkey').fill('My laptop')
  await confirm(page, 'Add')
  await expect(page.getByText('My laptop', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByLabel('New password').fill('eight wet melons')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByText('Your password is changed.')).toBeVisible()

  await signOut(page)
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await synced(page)

  await openSecurity(page)
  await page.getByRole('button', { name: 'Remove My laptop' }).click()
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByText('My laptop', { exact: true })).toBeHidden()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(said(page, 'The server does not know this')).toBeVisible()
})

async function openSecurity(page: Page): Promise<void> {
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByText('Where you are signed in.')).toBeVisible()
}

/** Shows by the password who is there, and does what was asked. */
async function confirm(page: Page, action: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Password', { exact: true }).fill(user.password)
  await dialog.getByRole('button', { name: action, exact: true }).click()
}
