import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check } from './axe.ts'
import {
  expect,
  setUpServer,
  startLedger,
  synced,
  test,
  user,
} from './errand.ts'
import { newServer } from './server.ts'
import { act } from './two-people.ts'

test('the admin makes a backup, sees a ledger that the disk damaged, and brings it back', async ({
  newDevice,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'ourmoney-e2e-'))
  const server = await newServer({
    DATA_DIR: join(folder, 'data'),
    BACKUP_DIR: join(folder, 'backups'),
  })
  try {
    const page = await newDevice({ baseURL: server.url })
    await startLedger(page)
    await setUpServer(page, server)
    await page.goto('/settings')
    const link = page.getByText('Its health, backups, users and ledgers.')
    await expect(link).toBeVisible()
    await page.goto('/server')
    await expect(page.getByText('All is well.')).toBeVisible()
    await expect(page.getByText('You · Admin')).toBeVisible()
    await page.getByRole('button', { name: 'Back up now' }).click()
    await expect(page.getByText('The backup is made.')).toBeVisible()
    await check(page, 'server')

    // A link is told once: a press beside it does not take it away.
    await act(page, 'ana', 'Link for a new password')
    const asked = page.getByRole('dialog', { name: 'A link for ana' })
    await asked.getByLabel('Password').fill(user.password)
    await asked.getByRole('button', { name: 'Link for a new' }).click()
    await expect(asked.getByText(/\/reset#/)).toBeVisible()
    await page.mouse.click(4, 4)
    await asked.getByRole('button', { name: 'Copy' }).click()
    await expect(
      asked.getByRole('button', { name: 'Copied', exact: true }),
    ).toBeVisible()
    await check(page, 'a link that was made')
    await asked.getByRole('button', { name: 'I have copied it' }).click()
    await expect(asked).toBeHidden()

    await server.stop('SIGTERM')
    const ledgers = join(folder, 'data', 'ledgers')
    const names = await readdir(ledgers)
    const ledger = names.find(name => !name.includes('.')) ?? ''
    await rm(join(ledgers, ledger, 'CURRENT'))
    await server.start()
    await page.goto('/server')
    await expect(page.getByText('1 ledger is put aside')).toBeVisible()
    await page.getByRole('button', { name: 'Restore' }).click()
    const dialog = page.getByRole('dialog', { name: /^Restore ledger/ })
    await dialog.getByLabel('Password').fill(user.password)
    await dialog.getByRole('button', { name: 'Restore' }).click()
    await expect(page.getByText('The ledger is restored.')).toBeVisible()
    await expect(page.getByText('All is well.')).toBeVisible()
    await page.goto('/')
    await synced(page)
  } finally {
    await server.dispose()
    await rm(folder, { recursive: true, force: true })
  }
})
