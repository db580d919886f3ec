import type { Page } from '@playwright/test'
import { expect } from './errand.ts'

/** Gives a file to the page that asks for one. */
export async function give(
  page: Page,
  name: string,
  content: string | Buffer,
): Promise<void> {
  await giveAll(page, { [name]: content })
  await expect(page.getByRole('heading', { name })).toBeVisible()
}

/** Gives several at once. */
export function giveAll(
  page: Page,
  files: Readonly<Record<string, string | Buffer>>,
): Promise<void> {
  return page
    .locator('input[type=file]')
    .first()
    .setInputFiles(
      Object.entries(files).map(([name, content]) => ({
        name,
        mimeType: '',
        buffer: Buffer.from(content),
      })),
    )
}

/** Drops a file on whatever the page shows. */
export async function dropFile(
  page: Page,
  name: string,
  content: string,
): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    file => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([file.content], file.name))
      return transfer
    },
    { name, content },
  )
  await page.dispatchEvent('main', 'dragover', { dataTransfer })
  await expect(page.getByText('Drop the file to bring it in')).toBeVisible()
  await page.dispatchEvent('main', 'drop', { dataTransfer })
}

/** Makes an account where the file asks for one. */
export async function chooseAccount(
  page: Page,
  label: string,
  name: string,
): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(name)
  await page.getByRole('option', { name: `New account “${name}”` }).click()
  await expect(page.getByRole('button', { name: 'Review' })).toBeEnabled()
}

export function tab(page: Page, name: string) {
  return page.getByRole('tab', { name: new RegExp(`^${name}`) })
}
