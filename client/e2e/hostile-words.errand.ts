import type { Page } from '@playwright/test'
import { anOld, bring } from './earlier-file.ts'
import {
  expect,
  goTo,
  row,
  screens,
  synced,
  test,
  twoDevices,
} from './errand.ts'

/** Each would leave a mark, open a dialog or load something if it were ever read as more than text. */
const hostile = [
  '<img src=x onerror="window.wasRun=1">',
  '<script>window.wasRun=1</script>',
  '"><svg onload="window.wasRun=1">',
  "'-alert(1)-'",
  'javascript:window.wasRun=1',
  '{{constructor.constructor("window.wasRun=1")()}}',
  '${window.wasRun=1}',
  '<iframe srcdoc="<script>parent.wasRun=1</script>">',
  '<a href="javascript:alert(1)">Market</a>',
  '<style>*{display:none}</style>',
  '&lt;img src=x onerror=alert(1)&gt;',
  '\u202Egnp.exe',
]

test('C1 C2 whatever somebody wrote is text on every screen, brought by a file and by another device', async ({
  newDevice,
  server,
}) => {
  const [writer, reader] = await twoDevices(newDevice, server)
  await goTo(writer, 'Files')
  await bring(
    writer,
    '<img src=x onerror=alert(1)>.json',
    hostile.map((words, at) =>
      anOld({
        id: `hostile-${at}`,
        description: words,
        category: words,
        owner: words,
        price: at + 1,
      }),
    ),
  )
  await writer.getByText(/is in your ledger/).waitFor()
  await synced(writer)
  for (const page of [writer, reader]) {
    page.on('dialog', () => expect(page, 'no dialog').toBeUndefined())
    await goTo(page, 'Transactions')
    for (const words of hostile.slice(0, 4)) {
      await expect(row(page, words).first()).toBeVisible()
    }
    await row(page, hostile[0] ?? '')
      .getByRole('button')
      .first()
      .click()
    await expectText(page)
    for (const screen of screens) {
      await goTo(page, screen)
      await expect(page.getByRole('main')).not.toBeEmpty()
      await expectText(page)
    }
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder(/Find anything/).fill('img')
    await expect(page.getByRole('menuitem').first()).toBeVisible()
    await expectText(page)
    await page.keyboard.press('Escape')
  }
})

/** Nothing of it ran, and none of it became a part of the page. */
async function expectText(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    wasRun: 'wasRun' in globalThis,
    parts: document.querySelectorAll(
      'img[src="x"], iframe, a[href^="javascript:"], [onerror], [onload], main style, main script',
    ).length,
  }))
  expect(found).toEqual({ wasRun: false, parts: 0 })
}
