import type { Page } from '@playwright/test'
import { expect, goTo, setUpServer, startLedger, synced } from './errand.ts'
import type { TestServer } from './server.ts'

type NewDevice = () => Promise<Page>

/** An owner's ledger, and on another browser somebody who came by the link of an invitation. */
export async function twoPeople(
  newDevice: NewDevice,
  server: TestServer,
  role: 'Editor' | 'Viewer',
) {
  const owner = await newDevice()
  await startLedger(owner)
  await setUpServer(owner, server)
  const link = await invite(owner, role)
  await goTo(owner, 'Transactions')

  const guest = await newDevice()
  await guest.goto(link)
  await expect(guest.getByText(`ana invites you. As ${role}`)).toBeVisible()
  await guest.getByRole('button', { name: 'Create a user' }).click()
  await guest.getByLabel('Name').fill('rui')
  await guest.getByLabel('Password').fill('nine blue herons')
  await guest.getByRole('button', { name: 'Create a user' }).click()
  await synced(guest)
  await goTo(guest, 'Transactions')
  return { owner, guest, link }
}

async function invite(page: Page, role: string): Promise<string> {
  await goTo(page, 'People')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  await page.getByRole('button', { name: /^Editor/ }).click()
  await page.getByRole('option', { name: role }).click()
  await page.getByRole('button', { name: 'Make the link' }).click()
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible()
  const link = await page.getByText(/\/invitation#/).textContent()
  await page.getByRole('button', { name: 'Close' }).click()
  return link ?? ''
}

export async function changeRole(page: Page, from: string, to: string) {
  await goTo(page, 'People')
  await act(page, 'rui', 'Change role')
  await page.getByRole('button', { name: new RegExp(`^${from}`) }).click()
  await page.getByRole('option', { name: to }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
}

export async function act(
  page: Page,
  name: string,
  what: string,
): Promise<void> {
  await page.getByRole('button', { name: `What to do with ${name}` }).click()
  await page.getByRole('menuitem', { name: what }).click()
}
