import {
  add,
  expect,
  goTo,
  row,
  signIn,
  signOut,
  syncState,
  synced,
  test,
  twoDevices,
  user,
} from './errand.ts'

test('thirty days offline: the token has expired, nothing is lost, and signing in sends it', async ({
  newDevice,
  server,
}) => {
  const [traveller, home] = await twoDevices(newDevice, server)
  await goTo(home, 'Transactions')
  await traveller.context().setOffline(true)
  await add(traveller, { amount: '7', description: 'Ferry' })

  // The browser drops the refresh cookie when its thirty days are over.
  await traveller.context().clearCookies()
  await traveller.reload()
  await expect(row(traveller, 'Ferry')).toBeVisible()
  await traveller.context().setOffline(false)
  await expect(syncState(traveller)).toHaveText(/Sign in to sync · 1 pending/)
  await add(traveller, { amount: '2', description: 'Postcard' })
  await expect(row(home, 'Ferry')).toBeHidden()

  await traveller.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(traveller.getByLabel('Name')).toHaveValue(user.name)
  await traveller.getByLabel('Password').fill(user.password)
  await traveller.getByRole('button', { name: 'Sign in' }).click()
  await synced(traveller)
  await expect(row(home, 'Ferry')).toBeVisible()
  await expect(row(home, 'Postcard')).toBeVisible()
})

test('after signing out the ledger is hidden until that person is back', async ({
  connected: page,
}) => {
  await add(page, { amount: '7', description: 'Ferry' })
  await synced(page)
  await signOut(page)
  await expect(page.getByText('Home', { exact: true })).toBeHidden()
  await signIn(page)
  await synced(page)
  await goTo(page, 'Transactions')
  await expect(row(page, 'Ferry')).toBeVisible()
})

test('a name typed while the ledger is still opening stays', async ({
  page,
}) => {
  await page.addInitScript(() => {
    // oxlint-disable-next-line typescript/unbound-method -- called with its worker below.
    const { postMessage } = Worker.prototype
    const held: (() => void)[] = []
    Object.assign(Worker.prototype, {
      postMessage(this: Worker, ...args: unknown[]) {
        held.push(() => {
          Reflect.apply(postMessage, this, args)
        })
      },
    })
    Object.assign(globalThis, {
      letGo: () => {
        Object.assign(Worker.prototype, { postMessage })
        for (const send of held) send()
      },
    })
  })
  await page.goto('/sign-in')
  await page.getByLabel('Name').fill('ana')
  await page.evaluate('letGo()')
  // A ledger that is open holds the lock of the tab that replicates it.
  const locks = () => navigator.locks.query().then(({ held }) => held?.length)
  await expect.poll(() => page.evaluate(locks)).toBeGreaterThan(0)
  await expect(page.getByLabel('Name')).toHaveValue('ana')
})
