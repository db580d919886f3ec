import type { Page } from '@playwright/test'
import { haveConflict } from './conflict.ts'
import {
  add,
  expect,
  exportAll,
  goTo,
  keptHere,
  row,
  said,
  synced,
  test,
} from './errand.ts'
import { act, changeRole, twoPeople } from './two-people.ts'

test('B28 invites by a link; on a second browser it makes a user, who edits too', async ({
  newDevice,
  server,
}) => {
  const { owner, guest, link } = await twoPeople(newDevice, server, 'Editor')
  await add(owner, { amount: '12', description: 'Mercado' })
  await expect(row(guest, 'Mercado')).toBeVisible()
  await add(guest, { amount: '3', description: 'Bread' })
  await expect(row(owner, 'Bread')).toBeVisible()

  await goTo(guest, 'People')
  await act(guest, 'rui', 'Say who this is')
  await guest.getByLabel('Name', { exact: true }).fill('Rui Costa')
  await guest.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(row(guest, 'Rui Costa')).toContainText('You · Signs in as rui')
  await goTo(owner, 'People')
  await expect(row(owner, 'Rui Costa')).toContainText('Editor')

  // It was for one person.
  const third = await newDevice()
  await third.goto(link)
  await expect(third.getByText(/was used, withdrawn or has/)).toBeVisible()
})

test('B9 R8 a viewer is offered nothing to write, and the server takes nothing from them', async ({
  newDevice,
  server,
}) => {
  const { owner, guest } = await twoPeople(newDevice, server, 'Viewer')
  await add(owner, { amount: '12', description: 'Mercado' })
  await expect(row(guest, 'Mercado')).toBeVisible()
  const addLink = guest.getByRole('button', { name: 'Add', exact: true })
  await expect(addLink).toBeHidden()
  await guest.keyboard.press('n')
  await guest.keyboard.press('q')
  await guest.keyboard.press('Control+k')
  await expect(guest.getByRole('dialog')).toHaveCount(1)
  await guest.keyboard.type('transaction')
  await expect(
    guest.getByRole('menuitem', { name: 'Go to Transactions' }),
  ).toBeVisible()
  await expect(
    guest.getByRole('menuitem', { name: 'Add transaction' }),
  ).toBeHidden()
  await guest.keyboard.press('Escape')
  await row(guest, 'Mercado').getByRole('button', { name: 'Mercado' }).click()
  const details = guest.getByRole('complementary', { name: 'Details' })
  await details.waitFor()
  for (const name of ['Edit', 'Delete']) {
    await expect(details.getByRole('button', { name })).toHaveCount(0)
  }

  expect(await writeByHand(guest)).toEqual({
    doc: 'role: a viewer does not write',
    role: 403,
    invitation: 403,
  })

  // What an owner gives is there at once.
  await changeRole(owner, 'Viewer', 'Editor')
  await expect(addLink).toBeVisible()
  await add(guest, { amount: '3', description: 'Bread' })
  await synced(guest)
})

test('R8 a viewer sees what waits and what was, and is told why nothing is offered', async ({
  newDevice,
  server,
}) => {
  const { owner, guest } = await twoPeople(newDevice, server, 'Editor')
  await haveConflict([owner, guest])
  await add(owner, { amount: '3', description: 'Bread' })
  await row(owner, 'Bread').getByRole('button', { name: 'Bread' }).click()
  await owner.getByRole('button', { name: 'Delete' }).click()
  await changeRole(owner, 'Editor', 'Viewer')

  await guest.getByRole('link', { name: '1 conflict' }).click()
  await expect(guest.getByText(/You only read this ledger/)).toBeVisible()
  await expect(guest.getByRole('checkbox')).toHaveCount(0)
  await guest.getByRole('link', { name: 'Dinner' }).click()
  await expect(guest.getByText('In the book now')).toBeVisible()
  await expect(guest.getByText(/You only read this ledger/)).toBeVisible()
  await expect(guest.getByRole('radio')).toHaveCount(0)
  await expect(guest.getByRole('button', { name: 'Settle' })).toHaveCount(0)

  await goTo(guest, 'History')
  await guest.getByRole('tab', { name: 'Trash' }).click()
  await expect(row(guest, 'Bread')).toBeVisible()
  await expect(guest.getByText(/You only read this ledger/)).toBeVisible()
  for (const name of [/Restore/, 'Empty the trash', /Keep deleted/]) {
    await expect(guest.getByRole('button', { name })).toHaveCount(0)
  }
  await guest.getByRole('link', { name: 'Bread' }).click()
  await expect(guest.getByText('In the trash')).toBeVisible()
  await expect(guest.getByText(/You only read this ledger/)).toBeVisible()
  await expect(guest.getByRole('button', { name: /Restore/ })).toHaveCount(0)
})

test('R7 removed while offline with changes: they are readable, exported, and go only when the person says so', async ({
  newDevice,
  server,
}) => {
  const { owner, guest } = await twoPeople(newDevice, server, 'Editor')
  await keptHere(guest)
  await guest.context().setOffline(true)
  await add(guest, { amount: '7', description: 'Ferry' })
  await goTo(owner, 'People')
  await act(owner, 'rui', 'Remove from the ledger')
  await owner
    .getByRole('button', { name: 'Remove from the ledger', exact: true })
    .click()
  await expect(row(owner, 'rui')).toBeHidden()

  await guest.context().setOffline(false)
  await expect(
    guest.getByRole('button', { name: 'No access · 1 pending' }),
  ).toBeVisible()
  await expect(said(guest, 'no longer lets you into this ledger')).toBeVisible()
  expect(await exportAll(guest)).toContain('Ferry')
  await goTo(owner, 'Transactions')
  await expect(row(owner, 'Ferry')).toBeHidden()

  await guest.getByRole('button', { name: 'Remove from this device' }).click()
  const asking = guest.getByRole('dialog')
  await expect(asking).toContainText('1 change exists nowhere else')
  await asking.getByRole('button', { name: 'Remove from this device' }).click()
  await expect(
    guest.getByRole('button', { name: /Start a ledger/ }),
  ).toBeVisible()
  const left = await guest.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name ?? ''),
  )
  expect(left.filter(name => name.includes('ledger-'))).toEqual([])
})

/** What a viewer who writes requests by hand is answered. */
function writeByHand(page: Page) {
  return page.evaluate(async () => {
    const ledger = localStorage.getItem('ourmoney-ledger') ?? ''
    const refreshed = await fetch('/api/v1/auth/refresh', { method: 'POST' })
    const session = (await refreshed.json()) as {
      accessToken: string
      user: { id: string }
    }
    const ask = (path: string, method: string, body: object) =>
      fetch(path, {
        method,
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${session.accessToken}`,
        },
        body: JSON.stringify(body),
      })
    const rev = '0123456789abcdef0123456789abcdef'
    const pushed = await ask(`/sync/${ledger}/db/_bulk_docs`, 'POST', {
      new_edits: false,
      docs: [
        {
          _id: 'pay_0123456789',
          _rev: `1-${rev}`,
          _revisions: { start: 1, ids: [rev] },
          kind: 'payee',
          v: 1,
          name: 'By hand',
        },
      ],
    })
    const [refused] = (await pushed.json()) as { reason: string }[]
    const members = `/api/v1/ledgers/${ledger}/members/${session.user.id}`
    const role = await ask(members, 'PUT', { role: 'owner' })
    const invitations = `/api/v1/ledgers/${ledger}/invitations`
    const invitation = await ask(invitations, 'POST', { role: 'owner' })
    return {
      doc: refused?.reason,
      role: role.status,
      invitation: invitation.status,
    }
  })
}
