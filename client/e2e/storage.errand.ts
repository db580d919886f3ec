import type { Page } from '@playwright/test'
import {
  add,
  expect,
  exportAll,
  goTo,
  keptHere,
  row,
  said,
  setUpServer,
  signIn,
  startLedger,
  syncState,
  synced,
  test,
} from './errand.ts'
import { damage } from './behind-the-app.ts'
import { snapshotUntil } from './kept-snapshot.ts'
import { littleRoom, type Room } from './little-room.ts'

test('L1 without room the form keeps what was typed, and everything is still read and exported', async ({
  newDevice,
  server,
}) => {
  let room: Room | undefined
  const page = await newDevice({}, async blank => {
    room = await littleRoom(blank, server.url, 12_000_000)
  })
  await startLedger(page)
  await add(page, { amount: '3', description: 'Coffee' })
  await keepSnapshot(page)
  await room?.fill()

  await page.keyboard.press('n')
  await page.getByLabel(/^Amount/).fill('4')
  await page.getByLabel('Description').fill('Tea')
  const save = page.getByRole('button', { name: 'Save', exact: true })
  await save.click()
  await expect(said(page, 'no room left')).toContainText(
    'What you typed is still here',
  )
  await expect(page.getByLabel('Description')).toHaveValue('Tea')

  await page.keyboard.press('Escape')
  await row(page, 'Coffee').click()
  await expect(page.getByRole('heading', { name: 'Coffee' })).toBeVisible()
  expect(await exportAll(page)).toContain('Coffee')

  await page.reload()
  await goTo(page, 'Transactions')
  await expect(row(page, 'Coffee')).toBeVisible()
  await expect(said(page, 'no room left')).toContainText(
    'Nothing that was saved is lost',
  )
  await room?.free()
  await page.keyboard.press('n')
  await expect(page.getByLabel('Description')).toHaveValue('Tea')
  await save.click()
  await expect(row(page, 'Tea')).toBeVisible()
})

test('L2 a pull that finds no room waits, and goes on when there is some', async ({
  newDevice,
  server,
}) => {
  let room: Room | undefined
  const first = await newDevice()
  await startLedger(first)
  await setUpServer(first, server)
  const second = await newDevice({}, async blank => {
    room = await littleRoom(blank, server.url, 12_000_000)
  })
  await signIn(second)
  await synced(second)
  await goTo(second, 'Transactions')
  await room?.fill()

  await add(first, { amount: '3', description: 'Coffee' })
  await expect(said(second, 'no room left')).toBeVisible()
  await expect(
    second.getByRole('button', { name: /^Storage is full/ }),
  ).toBeVisible()
  await expect(row(second, 'Coffee')).toBeHidden()
  await room?.free()
  await expect(row(second, 'Coffee')).toBeVisible()
  await synced(second)
})

test('L8 a damaged record is named, the others stay, and repair brings it back from the server', async ({
  connected: page,
}) => {
  await add(page, { amount: '3', description: 'Coffee' })
  await add(page, { amount: '4', description: 'Tea' })
  await synced(page)
  await damage(page, 'Coffee', 'junk')
  await page.goto('/transactions')
  await expect(said(page, 'damaged on this device')).toContainText('Coffee')
  await expect(row(page, 'Tea')).toBeVisible()
  await expect(row(page, 'Coffee')).toBeHidden()

  await page.getByRole('button', { name: 'Repair' }).click()
  await expect(row(page, 'Coffee')).toContainText('3.00')
  await expect(row(page, 'Tea')).toBeVisible()
  await expect(said(page, 'damaged on this device')).toBeHidden()
  await synced(page)
})

test('L8 where PouchDB gives up, the screen says so, and repair keeps all that can be read', async ({
  browser,
  contextOptions,
  server,
}) => {
  // Not with the device of other errands: here PouchDB's own errors are no surprise.
  const context = await browser.newContext({
    ...contextOptions,
    baseURL: server.url,
  })
  const page = await context.newPage()
  await page.goto('/')
  await startLedger(page)
  await add(page, { amount: '3', description: 'Coffee' })
  await add(page, { amount: '4', description: 'Tea' })
  await damage(page, 'Coffee', 'no tree')
  await page.goto('/transactions')
  await expect(said(page, 'cannot read all')).toBeVisible()
  await page.getByRole('button', { name: 'Repair' }).click()
  await expect(row(page, 'Coffee')).toBeVisible()
  await expect(row(page, 'Tea')).toBeVisible()
  await add(page, { amount: '5', description: 'Juice' })
  await page.reload()
  await expect(row(page, 'Juice')).toBeVisible()
})

/** A tab that goes to the back keeps its columns for the next start. */
async function keepSnapshot(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      value: 'hidden',
    })
    document.dispatchEvent(new Event('visibilitychange'))
    Reflect.deleteProperty(document, 'visibilityState')
  })
  await snapshotUntil(page, 1)
}

test('L4 storage that is cleared while the app is open is noticed, fetched again, and what is gone is said', async ({
  connected: page,
  server,
}) => {
  await add(page, { amount: '3', description: 'Coffee' })
  await synced(page)
  await keptHere(page)
  await server.stop()
  await add(page, { amount: '4', description: 'Tea' })
  await expect(syncState(page)).toHaveText('Offline · 1 pending')

  const browser = await page.context().newCDPSession(page)
  await browser.send('Storage.clearDataForOrigin', {
    origin: server.url,
    storageTypes: 'indexeddb',
  })
  await expect(said(page, 'cleared its storage')).toContainText(
    '1 change that no server had yet is gone',
  )
  await server.start()
  await synced(page)
  await expect(row(page, 'Coffee')).toBeVisible()
  await expect(row(page, 'Tea')).toBeHidden()
  await add(page, { amount: '5', description: 'Juice' })
  await synced(page)

  await page.reload()
  await synced(page)
  await expect(row(page, 'Coffee')).toBeVisible()
  await expect(row(page, 'Juice')).toBeVisible()
})

test('L4 a ledger that no server has keeps its accounts and categories when its storage is cleared', async ({
  page,
}) => {
  await add(page, { amount: '3', description: 'Coffee' })
  await page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) {
      if (name.includes('ledger-')) indexedDB.deleteDatabase(name)
    }
  })
  await expect(said(page, 'cleared its storage')).toContainText(
    '1 change that no server had yet is gone',
  )
  await add(page, { amount: '5', description: 'Juice' })
  await page.reload()
  await expect(row(page, 'Juice')).toContainText('£5.00')
  await expect(row(page, 'Coffee')).toBeHidden()
})

test('L5 evicted storage with the cookie kept: signed in as before, and the whole ledger comes again', async ({
  connected: page,
  server,
}) => {
  await add(page, { amount: '3', description: 'Coffee' })
  await synced(page)
  await page.goto('about:blank')
  const browser = await page.context().newCDPSession(page)
  await browser.send('Storage.clearDataForOrigin', {
    origin: server.url,
    storageTypes: 'indexeddb,local_storage,cache_storage,service_workers',
  })

  await page.goto(server.url)
  await synced(page)
  await goTo(page, 'Transactions')
  await expect(row(page, 'Coffee')).toBeVisible()
})

test('L6 where the browser promises nothing, settings warn, and what is only here is named after a week', async ({
  newDevice,
}) => {
  const page = await newDevice({}, async blank => {
    await blank.addInitScript(() => {
      Object.assign(StorageManager.prototype, {
        persisted: async () => false,
        persist: async () => false,
      })
    })
  })
  await startLedger(page)
  await add(page, { amount: '3', description: 'Coffee' })
  await goTo(page, 'Settings')
  await expect(
    page.getByText('The browser may clear this ledger'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Keep it for good' }).click()
  await expect(page.getByText('The browser did not promise it.')).toBeVisible()

  const reminder = page.getByText('Only this browser has this ledger')
  await expect(reminder).toBeHidden()
  await page.clock.setFixedTime(Date.now() + 8 * 86_400_000)
  await page.reload()
  await expect(reminder).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: 'Not now' }).click()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Storage' })).toBeVisible()
  await expect(reminder).toBeHidden()
})

test('L7 a browser that has no IndexedDB, or refuses to open it, is told so', async ({
  newDevice,
}) => {
  const without = await newDevice({}, async blank => {
    await blank.addInitScript(() => {
      Object.defineProperty(globalThis, 'indexedDB', { value: undefined })
    })
  })
  await expect(
    without.getByRole('heading', { name: 'This browser keeps nothing' }),
  ).toBeVisible()

  const refusing = await newDevice({ serviceWorkers: 'block' }, async blank => {
    await blank.route(/assets\/worker.*\.js/, async route => {
      const reply = await route.fetch()
      await route.fulfill({
        response: reply,
        body: `IDBFactory.prototype.open = () => { throw new DOMException('', 'SecurityError') };${await reply.text()}`,
      })
    })
  })
  await expect(
    refusing.getByRole('heading', { name: 'This browser keeps nothing' }),
  ).toBeVisible()
})

test('L7 where even short texts may not be kept, the app works without them', async ({
  newDevice,
}) => {
  const page = await newDevice({}, async blank => {
    await blank.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(globalThis, name, {
          get: () => {
            throw new DOMException('Access is denied', 'SecurityError')
          },
        })
      }
    })
  })
  await startLedger(page)
  await add(page, { amount: '3', description: 'Coffee' })
  await goTo(page, 'Settings')
  await page.getByRole('radio', { name: 'Dark' }).click({ force: true })
  await page.reload()
  await goTo(page, 'Transactions')
  await expect(row(page, 'Coffee')).toBeVisible()
})

test('a ledger whose script did not come says so, and is there once it comes', async ({
  newDevice,
}) => {
  const script = '**/assets/worker-*.js'
  const page = await newDevice({}, async blank => {
    await blank.route(script, route => route.abort())
  })
  await expect(
    page.getByRole('heading', { name: 'This screen stopped working' }),
  ).toBeVisible()
  await page.unroute(script)
  await page.getByRole('button', { name: 'Load again' }).click()
  await startLedger(page)
})
