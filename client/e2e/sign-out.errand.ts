import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import {
  add,
  expect,
  goTo,
  keptHere,
  row,
  signIn,
  signOut,
  synced,
  test,
  twoDevices,
  user,
} from './errand.ts'

test('C20 C21 C22 signing out offline with changes that were not sent: they are counted, given as a file, and go only when that is said', async ({
  connected: page,
}) => {
  await add(page, { amount: '7', description: 'Ferry' })
  await synced(page)
  await keptHere(page)
  await page.context().setOffline(true)
  await add(page, { amount: '2', description: 'Postcard' })

  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Sign out' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sign out' })
  await expect(dialog.getByText('1 change is not on the server')).toBeVisible()
  await dialog.getByText('Remove it', { exact: true }).click()
  const remove = dialog.getByRole('button', { name: 'Sign out and remove' })
  await expect(remove).toBeDisabled()
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save to a file' }).click()
  const file = await (await downloading).path()
  expect(await readFile(file, 'utf8')).toContain('Postcard')
  await dialog.getByText('Remove them too').click()
  await remove.click()
  await expect(
    page.getByRole('button', { name: /Start a ledger/ }),
  ).toBeVisible()
  expect(await whatIsKept(page)).toEqual([])

  // The server hears of it at the next contact: the cookie opens nothing.
  await page.context().setOffline(false)
  await expect
    .poll(() => page.context().cookies())
    .not.toContainEqual(expect.objectContaining({ name: 'ourmoney-rt' }))
  await page.reload()
  await expect(
    page.getByRole('button', { name: /Start a ledger/ }),
  ).toBeVisible()
  await signIn(page)
  await synced(page)
  await goTo(page, 'Transactions')
  await expect(row(page, 'Ferry')).toBeVisible()
  await expect(row(page, 'Postcard')).toBeHidden()
})

test('C20 C23 R2 R3 two people on one browser: neither sees what is the other’s, and what waits is sent only as who wrote it', async ({
  connected: page,
  server,
}) => {
  const rui = { name: 'rui', password: 'eight wet melons' }
  await keptHere(page)
  await server.stop()
  const printed = await server.command('create-user', rui.name)
  await server.start()
  await add(page, { amount: '7', description: 'Ferry' })
  await synced(page)
  await page.context().setOffline(true)
  await add(page, { amount: '2', description: 'Postcard' })
  await page.keyboard.press('n')
  await page.getByLabel('Description').fill('A present for Rui')
  await page.keyboard.press('Escape')
  await signOut(page)
  await page.goBack()
  await expect(
    page.getByRole('button', { name: /Start a ledger/ }),
  ).toBeVisible()
  await expect(page.getByText('Ferry')).toBeHidden()
  await page.context().setOffline(false)

  await page.goto(`/reset#${/\/reset#(\S+)/.exec(printed)?.[1]}`)
  await page.getByLabel('New password').fill(rui.password)
  await page.getByRole('button', { name: 'Save the password' }).click()
  await expect(page.getByLabel('Name')).toBeVisible()
  await signIn(page, rui)
  await page.getByRole('button', { name: /Start a ledger/ }).click()
  await page.getByLabel('Your name').fill('Rui')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(page.getByText('Nothing written yet')).toBeVisible()
  await goTo(page, 'Transactions')
  await expect(page.getByText('Ferry')).toBeHidden()
  await page.keyboard.press('n')
  await expect(page.getByLabel('Description')).toHaveValue('')
  await page.keyboard.press('Escape')
  await add(page, { amount: '3', description: 'Chess set' })

  await signOut(page)
  await signIn(page)
  await synced(page)
  await goTo(page, 'Transactions')
  await expect(row(page, 'Ferry')).toBeVisible()
  await expect(row(page, 'Postcard')).toBeVisible()
  await expect(row(page, 'Chess set')).toBeHidden()
})

test('a device that is lost: signed out and wiped from another, it forgets at its next contact, and offers what it had not sent', async ({
  newDevice,
  server,
}) => {
  const [lost, mine] = await twoDevices(newDevice, server)
  await add(lost, { amount: '7', description: 'Ferry' })
  await synced(lost)
  await lost.context().setOffline(true)
  await add(lost, { amount: '2', description: 'Postcard' })
  // What another app shared and nobody took yet goes too.
  await lost.evaluate(async () => {
    const cache = await caches.open('ourmoney-shared')
    await cache.put('/import/shared', new Response('a statement'))
  })

  await goTo(mine, 'Settings')
  await mine.getByRole('button', { name: 'Show', exact: true }).click()
  await mine.getByRole('button', { name: /^Wipe/ }).click()
  const dialog = mine.getByRole('dialog')
  await dialog.getByLabel('Password', { exact: true }).fill(user.password)
  await dialog.getByRole('button', { name: 'Wipe' }).click()
  await expect(mine.getByText('to be wiped when it reaches')).toBeVisible()

  // Nobody has told it yet: what it has is there.
  await lost.reload()
  await goTo(lost, 'Transactions')
  await expect(row(lost, 'Postcard')).toBeVisible()
  await lost.context().setOffline(false)
  await expect(lost.getByText('This device is to forget')).toBeVisible({
    timeout: 60_000,
  })
  await expect(lost.getByText('1 change is not on the server')).toBeVisible()
  await expect(lost.getByText('Postcard')).toBeHidden()
  await lost.reload()
  const downloading = lost.waitForEvent('download')
  await lost.getByRole('button', { name: 'Save to a file' }).click()
  const file = await (await downloading).path()
  expect(await readFile(file, 'utf8')).toContain('Postcard')
  await lost.getByRole('button', { name: 'Remove everything' }).click()
  await expect(lost.getByText('This device has forgotten')).toBeVisible()
  expect(await whatIsKept(lost)).toEqual([])
  await lost.getByRole('button', { name: 'Go on' }).click()
  await expect(
    lost.getByRole('button', { name: /Start a ledger/ }),
  ).toBeVisible()

  await mine.reload()
  await expect(mine.getByText('This device', { exact: true })).toBeVisible()
  await expect(mine.getByText('to be wiped when it reaches')).toBeHidden()
})

/** Whatever is left in the browser that is about somebody's ledger. */
function whatIsKept(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const cached = await Promise.all(
      (await caches.keys()).map(async name =>
        (await (await caches.open(name)).keys()).map(({ url }) => url),
      ),
    )
    return [
      ...databases
        .map(({ name }) => name ?? '')
        .filter(name => name.startsWith('_pouch')),
      ...Object.keys(localStorage).filter(key =>
        /ourmoney-(ledger|safe|user|wipe)/.test(key),
      ),
      ...Object.keys(sessionStorage),
      ...cached.flat().filter(url => /\/(api|sync|import)\//.test(url)),
    ]
  })
}
