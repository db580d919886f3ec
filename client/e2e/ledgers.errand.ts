import type { Page } from '@playwright/test'
import {
  add,
  expect,
  goTo,
  keptHere,
  row,
  setUpServer,
  startLedger,
  synced,
  test,
  user,
} from './errand.ts'
import { newServer } from './server.ts'
import { act, twoPeople } from './two-people.ts'

test('two ledgers stay apart, and the one that is not open says what waits in it', async ({
  connected: page,
}) => {
  await add(page, { amount: '12', description: 'Mercado' })
  await synced(page)
  await keptHere(page)
  await choose(page, 'Home', 'Start another ledger')
  await page.getByRole('button', { name: /^Start a ledger/ }).click()
  await page.getByLabel('Your name').fill('Ana')
  await page.getByLabel('Name of the ledger').fill('Club')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  const club = page.getByRole('listitem').filter({ hasText: 'Club' })
  await club.getByRole('button', { name: 'Connect' }).click()
  await synced(page)
  await page.context().setOffline(true)
  await add(page, { amount: '3', description: 'Rope' })
  await expect(row(page, 'Mercado')).toBeHidden()

  await choose(page, 'Club', 'Home')
  await goTo(page, 'Transactions')
  await expect(row(page, 'Mercado')).toBeVisible()
  await expect(row(page, 'Rope')).toBeHidden()
  await ledgers(page, 'Home').click()
  const other = page.getByRole('menuitem', { name: 'Club' })
  await expect(other).toContainText('1 pending')
  await other.click()
  await page.context().setOffline(false)
  await expect(row(page, 'Rope')).toBeVisible()
  await synced(page)
})

test('who is given a ledger owns it, who gave it leaves, and what is deleted is brought back', async ({
  newDevice,
  server,
}) => {
  const { owner, guest } = await twoPeople(newDevice, server, 'Editor')
  await add(owner, { amount: '12', description: 'Mercado' })
  await expect(row(guest, 'Mercado')).toBeVisible()
  await goTo(owner, 'People')
  await act(owner, 'rui', 'Hand over')
  await confirm(owner, 'Hand over', user.password)
  await expect(row(owner, 'rui')).toContainText('Owner')
  await owner.getByRole('button', { name: 'Leave the ledger' }).click()
  const leaving = owner.getByRole('dialog')
  await leaving.getByRole('button', { name: 'Leave the ledger' }).click()
  await expect(owner.getByRole('button', { name: /^No access/ })).toBeVisible()

  await goTo(guest, 'People')
  await expect(row(guest, 'rui')).toContainText('Owner')
  await guest.getByRole('button', { name: 'Delete the ledger' }).click()
  await guest.getByLabel(/^To be sure/).fill('Home')
  await confirm(guest, 'Delete the ledger', 'nine blue herons')
  await guest
    .getByRole('alert')
    .getByRole('button', { name: 'All ledgers' })
    .click()
  await guest.getByRole('button', { name: 'Bring back' }).click()
  await confirm(guest, 'Bring back', 'nine blue herons')
  await synced(guest)
  await goTo(guest, 'Transactions')
  await expect(row(guest, 'Mercado')).toBeVisible()
})

test('where a server is open to all, somebody makes a user and starts a ledger on it', async ({
  newDevice,
}) => {
  const server = await newServer({ REGISTRATION: 'open' })
  try {
    const owner = await newDevice({ baseURL: server.url })
    await startLedger(owner)
    await setUpServer(owner, server)

    const page = await newDevice({ baseURL: server.url })
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Create a user' }).click()
    await page.getByRole('heading', { name: 'New here' }).waitFor()
    await page.getByLabel('Name').fill('rui')
    await page.getByLabel('Password').fill('nine blue herons')
    await page.getByRole('button', { name: 'Create a user' }).click()
    await page.getByText(/it is sent to the server at once/).waitFor()
    await page.getByRole('button', { name: 'Start a ledger' }).click()
    await page.getByLabel('Your name').fill('Rui')
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await synced(page)
  } finally {
    await server.dispose()
  }
})

/** The button with the name of the one that is open. */
function ledgers(page: Page, open: string) {
  return page
    .getByRole('complementary')
    .getByRole('button', { name: open, exact: true })
}

async function choose(page: Page, open: string, what: string): Promise<void> {
  await ledgers(page, open).click()
  await page.getByRole('menuitem', { name: what }).click()
}

/** Shows by the password who is there, and does what was asked. */
async function confirm(page: Page, action: string, password: string) {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Password', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: action, exact: true }).click()
  await expect(dialog).toBeHidden()
}
