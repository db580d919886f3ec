import {
  expect,
  goTo,
  keptHere,
  setUpServer,
  signIn,
  startLedger,
  synced,
  test,
} from './errand.ts'
import { bring, manyRecords } from './earlier-file.ts'

test('a first sync that is cut in the middle goes on where it was', async ({
  newDevice,
  server,
}) => {
  test.setTimeout(240_000)
  const first = await newDevice()
  await startLedger(first)
  await goTo(first, 'Files')
  await bring(first, 'myTransactions.json', manyRecords(9_000))
  await expect(first.getByText(/is in your ledger/)).toBeVisible({
    timeout: 120_000,
  })
  await setUpServer(first, server)

  const second = await newDevice()
  await keptHere(second)
  await signIn(second)
  const progress = second.getByRole('progressbar', {
    name: 'Fetching your ledger',
  })
  await expect(progress).toBeVisible()
  await expect(second.getByText(/[1-9],000 of/)).toBeVisible()
  await server.stop('SIGKILL')
  await goTo(second, 'Transactions')
  await expect(second.getByRole('status')).toContainText(/[1-8],\d+ trans/)
  await second.reload()
  await server.start()

  await synced(second)
  await expect(second.getByRole('status')).toContainText('9,000 transactions')
})
