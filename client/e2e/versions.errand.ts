import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { leaveApp } from './behind-the-app.ts'
import { add, expect, row, test } from './errand.ts'
import { readDevice, writeDevice, type KeptVersion } from './kept-version.ts'

type Stored = Record<string, unknown>

const folder = join(import.meta.dirname, 'versions')
const versions = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .map(
    name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as KeptVersion,
  )

/** Stored bodies of what has this description, oldest first. */
function bodiesOf({ databases }: KeptVersion, description: string): Stored[] {
  return databases
    .flatMap(({ stores }) => stores)
    .filter(({ name }) => name === 'by-sequence')
    .flatMap(({ records }) => records.map(({ value }) => value as Stored))
    .filter(body => body['description'] === description)
}

for (const kept of versions) {
  test(`L9 a device that version ${kept.version} wrote opens as it was, and goes on`, async ({
    newDevice,
  }) => {
    const page = await newDevice()
    await leaveApp(page)
    await writeDevice(page, kept)
    await page.goto('/transactions')
    await expect(row(page, 'Coffee')).toContainText('£3.00')
    await expect(row(page, 'Lunch')).toContainText('£12.50')
    await expect(row(page, 'Ferry')).toContainText('£8.00')
    await add(page, { amount: '5', description: 'Juice' })
    await page.keyboard.press('u')
    await expect(row(page, 'Juice')).toBeHidden()
    // What was done in the version before can be taken back, too.
    await page.keyboard.press('u')
    await expect(row(page, 'Ferry')).toContainText('£7.00')
  })
}

test('L9 fields of a later version stay, and its records are named and left alone', async ({
  newDevice,
}) => {
  const [kept] = structuredClone(versions)
  if (kept === undefined) throw new Error('No version was kept')
  for (const body of bodiesOf(kept, 'Coffee')) body['mood'] = 'merry'
  for (const body of bodiesOf(kept, 'Lunch')) body['v'] = 99
  const later = structuredClone(bodiesOf(kept, 'Lunch'))
  const page = await newDevice()
  await leaveApp(page)
  await writeDevice(page, kept)
  await page.goto('/transactions')
  await expect(
    page.getByText('made by a newer version of the app'),
  ).toContainText('Lunch')
  await expect(row(page, 'Lunch')).toBeHidden()

  await row(page, 'Coffee').click()
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel(/^Amount/).fill('4')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(row(page, 'Coffee')).toContainText('£4.00')
  await leaveApp(page)
  const after = await readDevice(page, 'now')
  expect(bodiesOf(after, 'Coffee').at(-1)).toMatchObject({
    minor: 400,
    mood: 'merry',
  })
  expect(bodiesOf(after, 'Lunch')).toEqual(later)
})
