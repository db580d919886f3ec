import type { Page } from '@playwright/test'
import { add, expect, row, synced, test, twoDevices } from './errand.ts'

/** A photo as a camera takes it, of a till receipt that cannot be told from noise. */
async function aPhoto(page: Page, width: number, height: number) {
  const base64 = await page.evaluate(
    async ([wide, high]) => {
      const canvas = new OffscreenCanvas(wide, high)
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('no canvas')
      const pixels = context.createImageData(wide, high)
      for (let at = 0; at < pixels.data.length; at += 65_536) {
        crypto.getRandomValues(pixels.data.subarray(at, at + 65_536))
      }
      context.putImageData(pixels, 0, 0)
      const file = await canvas.convertToBlob({ type: 'image/jpeg' })
      const bytes = new Uint8Array(await file.arrayBuffer())
      let text = ''
      for (let at = 0; at < bytes.length; at += 8_192) {
        text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
      }
      return btoa(text)
    },
    [width, height] as const,
  )
  return {
    name: 'till.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from(base64, 'base64'),
  }
}

const panel = (page: Page) =>
  page.getByRole('complementary', { name: 'Details' })

test('a photo of a receipt is kept, sent, and looked at on another device', async ({
  newDevice,
  server,
}) => {
  const [first, second] = await twoDevices(newDevice, server)
  await add(first, { amount: '42', description: 'Chair' })
  await row(first, 'Chair').getByRole('button', { name: 'Chair' }).click()
  const chooser = first.waitForEvent('filechooser')
  await panel(first).getByRole('button', { name: 'Add photo or PDF' }).click()
  await (await chooser).setFiles(await aPhoto(first, 1_200, 900))
  const line = panel(first).getByRole('button', { name: 'Look at till.jpg' })
  await expect(line).toBeVisible()
  await expect(line).not.toContainText('Waits')
  await synced(first)

  await second.getByRole('link', { name: 'Transactions', exact: true }).click()
  await row(second, 'Chair').getByRole('button', { name: 'Chair' }).click()
  const away = panel(second).getByRole('button', { name: 'Look at till.jpg' })
  await expect(away).toContainText('On the server')
  await away.click()
  const picture = second.getByRole('img', { name: 'till.jpg' })
  await expect(picture).toBeVisible()
  await expect
    .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBe(1_200)

  await second
    .getByRole('dialog')
    .getByRole('button', { name: 'Delete' })
    .click()
  await expect(away).toBeHidden()
  await second.getByRole('button', { name: 'Undo' }).click()
  await expect(away).toBeVisible()
})

test('C5 what is no photo and no PDF is refused in words, and the purchase stays', async ({
  page,
}) => {
  await add(page, { amount: '3', description: 'Tea' })
  await row(page, 'Tea').getByRole('button', { name: 'Tea' }).click()
  const chooser = page.waitForEvent('filechooser')
  await panel(page).getByRole('button', { name: 'Add photo or PDF' }).click()
  await (
    await chooser
  ).setFiles([
    {
      name: 'evil.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      ),
    },
    { name: 'huge.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(40e6, 1) },
  ])
  await expect(panel(page).getByText(/evil\.svg was not kept/)).toBeVisible()
  await expect(
    panel(page).getByText(/huge\.jpg was not kept.*30 MB/),
  ).toBeVisible()
  await expect(row(page, 'Tea')).toBeVisible()
})

test('a receipt is chosen in the form, and goes with what is saved', async ({
  page,
}) => {
  await page.goto('/transactions?new=expense&scan=1')
  const choose = page.getByRole('button', { name: 'Add photo or PDF' })
  await expect(choose).toBeFocused()
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Enter')
  await (
    await chooser
  ).setFiles([
    await aPhoto(page, 400, 300),
    {
      name: 'notes.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Hi there, you'),
    },
  ])
  await expect(page.getByText(/notes\.txt was not kept/)).toBeVisible()
  await page.getByLabel(/^Amount/).fill('7')
  await page.getByLabel('Description').fill('Lamp')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(row(page, 'Lamp').getByLabel('Receipts')).toBeVisible()
  await row(page, 'Lamp').getByRole('button', { name: 'Lamp' }).click()
  await expect(
    panel(page).getByRole('button', { name: 'Look at till.jpg' }),
  ).toBeVisible()
})
