import { createServer } from 'node:http'
import { once } from 'node:events'
import {
  add,
  expect,
  keptHere,
  row,
  syncState,
  synced,
  test,
} from './errand.ts'

const soon = { timeout: 15_000 }

test('starts with the server down, and is in step within 15 s of its return', async ({
  connected: page,
  server,
}) => {
  await add(page, { amount: '5', description: 'Bread' })
  await synced(page)
  await keptHere(page)

  await server.stop()
  await page.reload()
  await expect(row(page, 'Bread')).toBeVisible()
  await expect(syncState(page)).toHaveText('Offline')
  await add(page, { amount: '6', description: 'Milk' })
  await expect(syncState(page)).toHaveText('Offline · 1 pending')

  await server.start()
  await expect(syncState(page)).toHaveText('Synced', soon)
})

for (const [what, status] of [
  ['a captive portal', 200],
  ['a proxy that says 502', 502],
] as const) {
  test(`${what} in the server's place counts as offline, and passes`, async ({
    connected: page,
    server,
  }) => {
    await keptHere(page)
    await server.stop('SIGKILL')
    const portal = createServer((_request, reply) => {
      reply.writeHead(status, { 'content-type': 'text/html' })
      reply.end('<html><body>Welcome to the train</body></html>')
    })
    portal.listen(Number(new URL(server.url).port))
    await once(portal, 'listening')

    await expect(syncState(page)).toHaveText('Offline', { timeout: 60_000 })
    await add(page, { amount: '6', description: 'Milk' })
    await expect(syncState(page)).toHaveText('Offline · 1 pending')

    portal.closeAllConnections()
    portal.close()
    await once(portal, 'close')
    await server.start()
    await expect(syncState(page)).toHaveText('Synced', soon)
  })
}
