import type { Page } from '@playwright/test'
import { bring, manyRecords } from './earlier-file.ts'
import { expect, goTo, row, startLedger, test } from './errand.ts'
import { snapshotUntil } from './kept-snapshot.ts'

/** Put before the worker's code: the ledger's database never answers. */
const silence = `
  const open = IDBFactory.prototype.open
  IDBFactory.prototype.open = function (name, ...rest) {
    return name.startsWith('_pouch_ledger')
      ? new EventTarget()
      : open.call(this, name, ...rest)
  };
`
const megabyte = 1024 * 1024

test('L11 a large ledger is read from what was kept for it, with its database silent and in little memory', async ({
  newDevice,
}) => {
  test.setTimeout(300_000)
  let isSilent = false
  const page = await newDevice({ serviceWorkers: 'block' }, async blank => {
    await blank.route(/\/assets\/worker-[^/]*\.js/, async route => {
      const response = await route.fetch()
      const code = await response.text()
      const body = isSilent ? silence + code : code
      await route.fulfill({ response, body })
    })
  })
  await startLedger(page)
  await goTo(page, 'Files')
  await bring(page, 'myTransactions_20260131.json', manyRecords(20_000))
  await expect(page.getByText('20,000 added')).toBeVisible({ timeout: 200_000 })
  await snapshotUntil(page, 20_000)

  isSilent = true
  await page.goto('/transactions')
  await expect(page.getByText('20,000 transactions')).toBeVisible()
  await expect(row(page, /Padaria \d+/).first()).toBeVisible()
  await page.getByPlaceholder('Search transactions').fill('padaria 19999')
  await expect(page.getByText('1 transaction', { exact: true })).toBeVisible()

  await expectHeapBelow(30 * megabyte, page, 'page')
  await expectHeapBelow(60 * megabyte, page, 'worker')
})

type Target = 'page' | 'worker'
type Heap = { readonly usedSize: number; readonly backingStorageSize?: number }

/** What nobody holds any more does not count. */
const methods = [
  'HeapProfiler.enable',
  'HeapProfiler.collectGarbage',
  'Runtime.getHeapUsage',
]

/** The page that was left before is let go in its own time. */
async function expectHeapBelow(bytes: number, page: Page, type: Target) {
  await expect.poll(() => heapOf(page, type)).toBeLessThan(bytes)
}

/** Bytes of objects and of the buffers behind typed arrays. */
async function heapOf(page: Page, type: Target): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const { targetInfos } = await session.send('Target.getTargets')
  const target = targetInfos.find(each => each.type === type)
  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId: target?.targetId ?? '',
  })
  const heard = new Promise<Heap>(resolve => {
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const heard = JSON.parse(message) as { id?: number; result: Heap }
      if (heard.id === methods.length) resolve(heard.result)
    })
  })
  for (const [at, method] of methods.entries()) {
    const message = JSON.stringify({ id: at + 1, method })
    await session.send('Target.sendMessageToTarget', { sessionId, message })
  }
  const { usedSize, backingStorageSize = 0 } = await heard
  await session.detach()
  return usedSize + backingStorageSize
}
