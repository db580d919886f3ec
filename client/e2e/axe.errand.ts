import type { Page } from '@playwright/test'
import { check } from './axe.ts'
import { anOld, bring, manyRecords } from './earlier-file.ts'
import { haveConflict } from './conflict.ts'
import {
  add,
  expect,
  goTo,
  row,
  screens,
  setUpServer,
  signIn,
  startLedger,
  synced,
  test,
  twoDevices,
  user,
} from './errand.ts'
import { twoPeople } from './two-people.ts'

const looks = { reducedMotion: 'reduce' } as const

test('axe finds nothing before there is a ledger', async ({
  newDevice,
  server,
}) => {
  const page = await newDevice(looks)
  await page.getByRole('button', { name: /Start a ledger/ }).waitFor()
  await check(page, 'start')
  await page.getByRole('button', { name: /Start a ledger/ }).click()
  await page.getByLabel('Your name').waitFor()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByText('Write your name.').waitFor()
  await check(page, 'start, the form with an issue')

  await page.goto('/sign-in')
  await page.getByText(/has no user yet/).waitFor()
  await check(page, 'sign in')
  await page.goto('/reset#none')
  await page.getByRole('button', { name: 'Save the password' }).click()
  await page.getByText('At least 8 characters.', { exact: true }).waitFor()
  await check(page, 'a new password')
  await page.goto(server.setUpLink())
  await page.getByRole('button', { name: 'Create user' }).click()
  await page.getByText('Write your name.').waitFor()
  await check(page, 'set up')
})

test('axe finds nothing in an empty ledger, on a desk and on a phone', async ({
  newDevice,
}) => {
  const page = await newDevice(looks)
  await startLedger(page)
  await checkAll(page, 'empty')
  await page.setViewportSize({ width: 390, height: 844 })
  await checkAll(page, 'empty, on a phone')
})

test('axe finds nothing in a full ledger, on a desk and on a phone', async ({
  newDevice,
}) => {
  const page = await newDevice(looks)
  await startFullLedger(page)
  await check(page, 'files, the outcome')
  await goTo(page, 'Home')
  await page.locator('canvas').waitFor()
  await check(page, 'home')
  await page.getByRole('button', { name: 'Show as table' }).click()
  await check(page, 'home, the table')
  await goTo(page, 'Transactions')
  await page.getByRole('listitem').first().waitFor()
  await check(page, 'transactions')
  await page.setViewportSize({ width: 390, height: 844 })
  await checkAll(page, 'full, on a phone')
})

test('axe finds nothing above the list of transactions', async ({
  newDevice,
}) => {
  const page = await newDevice(looks)
  const { keyboard } = page
  await startFullLedger(page)
  await goTo(page, 'Transactions')
  await row(page, 'Padaria').getByRole('button').first().click()
  await page.getByRole('complementary', { name: 'Details' }).waitFor()
  await keyboard.press('x')
  await page.getByText('1 selected').waitFor()
  await check(page, 'a record and a selection')
  await keyboard.press('Escape')
  await page.getByText('1 selected').waitFor({ state: 'hidden' })

  await keyboard.press('n')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Write an amount.').waitFor()
  await page.getByRole('button', { name: /^Payee, account/ }).click()
  await check(page, 'the form with issues')
  await leave(page)

  await keyboard.press('n')
  await page.getByLabel(/^Amount/).fill('10')
  await page.getByRole('button', { name: 'Split' }).click()
  await page
    .getByRole('button', { name: /^Note, payer/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Write an amount.').first().waitFor()
  await check(page, 'the form with parts and issues')
  await page.getByText('Transfer', { exact: true }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Choose an account.').waitFor()
  await check(page, 'the form for a transfer')
  await leave(page)

  await keyboard.press('Control+k')
  await page.getByPlaceholder(/Find anything/).waitFor()
  // Arrows in the field above move through the list and scroll it.
  await check(page, 'commands', ['scrollable-region-focusable'])
  await leave(page)

  await keyboard.press('?')
  await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor()
  await check(page, 'keyboard shortcuts')
  await leave(page)

  await page.getByRole('button', { name: 'Category', exact: true }).click()
  await page.getByRole('dialog').waitFor()
  // The library's own button to leave it stands outside of it.
  await check(page, 'a filter', ['region'])
})

test('axe finds nothing where names and templates are kept', async ({
  newDevice,
}) => {
  const page = await newDevice(looks)
  await startFullLedger(page)
  await page.goto('/?open=templates')
  await page.getByText('No templates yet').waitFor()
  await check(page, 'templates, none')
  await leave(page)
  await goTo(page, 'Transactions')
  await addShop(page)
  await row(page, 'Weekly shop').getByRole('button').first().click()
  await page
    .getByRole('complementary', { name: 'Details' })
    .getByRole('button', { name: 'More' })
    .click()
  await page.getByRole('menuitem', { name: 'Save as template' }).click()
  await page.getByText('Saved as template').first().waitFor()
  await page.goto('/?open=templates')
  const templates = page.getByRole('dialog', { name: 'Templates' })
  await templates.getByText('Weekly shop').first().waitFor()
  await check(page, 'templates')
  await templates.getByRole('button', { name: 'More of Weekly shop' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByLabel('Name of the template').waitFor()
  await check(page, 'templates, one renamed')

  await page.goto('/names')
  await actOn(page, 'Eating out', 'Icon, colour, place')
  await page.getByRole('button', { name: /Under/ }).click()
  await page.getByRole('option', { name: 'Groceries' }).click()
  await check(page, 'a category')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  for (const tab of ['Payees', 'Tags', 'Categories']) {
    await page.getByRole('tab', { name: tab }).click()
    await page.getByRole('tabpanel', { name: tab }).waitFor()
    await check(page, `names, ${tab}`)
  }
  await actOn(page, 'Eating out', 'Merge into another')
  await page.getByRole('combobox', { name: 'Into' }).waitFor()
  await check(page, 'a merge')
  await leave(page)

  await goTo(page, 'Transactions')
  await page.getByRole('button', { name: 'Category', exact: true }).click()
  const choices = page.getByRole('dialog', { name: 'Category' })
  await choices.getByText('Groceries').click()
  await choices.getByText('Eating out').click()
  // The library's own button to leave it stands outside of it.
  await check(page, 'a filter by some of a category', ['region'])
})

test('axe finds nothing on the way of a file, with its batches and rules', async ({
  newDevice,
}) => {
  const page = await newDevice(looks)
  await startLedger(page)
  await page.goto('/import?tab=batches')
  await page.getByText('Nothing was brought in yet').waitFor()
  await check(page, 'batches, none')
  await page.getByRole('tab', { name: 'Rules' }).click()
  await page.getByRole('button', { name: 'New rule' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText(/at least one condition/).waitFor()
  await check(page, 'a rule with an issue')
  await page.getByLabel('The text contains').fill('Coffee')
  await page.getByRole('dialog').getByLabel('Tags').fill('small')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('grid', { name: 'Rules' }).waitFor()
  await check(page, 'rules')
  await page.getByRole('button', { name: 'Apply to what is there' }).click()
  await page.getByText(/would change/).waitFor()
  await check(page, 'rules to apply')
  await leave(page)

  await page.getByRole('tab', { name: 'A file' }).click()
  await check(page, 'a file')
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'bank.csv',
      mimeType: '',
      buffer: Buffer.from(
        'Date;Text;Amount\n24.11.2026;Coffee;-1,20\n25.11.2026;Lunch;-9,00\n26.11.2026;Bus;-2,10\n26.11.2026;Tea;much\n',
      ),
    })
  await page.getByRole('heading', { name: 'bank.csv' }).waitFor()
  await check(page, 'how a file is read')
  await page.getByRole('combobox', { name: 'Account' }).fill('Giro')
  await page.getByRole('option', { name: /Giro/ }).click()
  await page.getByRole('button', { name: 'Review' }).click()
  await row(page, 'Coffee').waitFor()
  await check(page, 'a review')
  await page.getByRole('button', { name: 'Select several' }).click()
  await check(page, 'a review, selecting')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Mend', exact: true }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Choose a date.').waitFor()
  await check(page, 'a row that is mended')
  await leave(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await check(page, 'a review, on a phone')
  await page.getByRole('button', { name: 'Bring in 3' }).click()
  await page.getByText('3 added').waitFor()
  await check(page, 'a file that is in')
})

test('axe finds nothing in a form with parts, or with two currencies', async ({
  newDevice,
}) => {
  const page = await newDevice(looks)
  await startLedger(page)
  await goTo(page, 'Accounts')
  await page.getByRole('button', { name: 'New account' }).click()
  await page.getByLabel('Name').fill('Dollars')
  await pick(page, /^Currency/, 'USD')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await goTo(page, 'Currencies')
  await page.getByRole('button', { name: 'Add a rate' }).first().click()
  await pick(page, /^From/, 'USD')
  await page.getByLabel(/^1 USD in/).fill('0.8')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()

  await goTo(page, 'Transactions')
  await page.getByText('Nothing here yet').waitFor()
  await page.keyboard.press('n')
  await page.getByLabel(/^Amount/).fill('10')
  await page.getByRole('button', { name: 'Split' }).click()
  await page.getByRole('textbox', { name: 'Amount of part 1' }).fill('4')
  await page.getByRole('combobox', { name: 'Category of part 1' }).click()
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Escape')
  await check(page, 'the form with parts')
  await page.setViewportSize({ width: 390, height: 844 })
  await check(page, 'the form with parts, on a phone')

  await page.getByText('Transfer', { exact: true }).click()
  await pick(page, /^To/, 'Dollars')
  await page.getByText(/^1 USD =/).waitFor()
  await check(page, 'the form for a transfer between currencies')
})

test('axe finds nothing where a ledger meets its server', async ({
  newDevice,
  server,
}) => {
  const page = await newDevice(looks)
  await page.goto(server.setUpLink())
  await page.getByLabel('Name').fill(user.name)
  await page.getByLabel('Password').fill(user.password)
  await page.getByRole('button', { name: 'Create user' }).click()
  await page.getByText(/it is sent to the server at once/).waitFor()
  await check(page, 'ledgers, none')
  await startLedger(page)
  await synced(page)
  await goTo(page, 'Settings')
  await page.getByText('Reachable').waitFor()
  await check(page, 'settings')
  await page.getByRole('button', { name: 'Sync doctor' }).click()
  await page.getByText('Agrees with the server').waitFor()
  await check(page, 'sync doctor')
  await page.getByRole('button', { name: 'Rebuild from the server' }).click()
  await check(page, 'sync doctor, before a rebuild')
  await leave(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await check(page, 'sync doctor, on a phone')
  await page.setViewportSize({ width: 1280, height: 720 })
  await goTo(page, 'People')
  await page.getByText('You · Signs in as ana').waitFor()
  await check(page, 'people')
  await page.getByRole('button', { name: 'Delete the ledger' }).click()
  await page.getByLabel(/^To be sure/).waitFor()
  await check(page, 'deleting a ledger')
  await leave(page)
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  await page.getByRole('button', { name: 'Make the link' }).waitFor()
  await check(page, 'inviting')
  await page.getByRole('button', { name: 'Make the link' }).click()
  await page.getByRole('img', { name: /QR code/ }).waitFor()
  await check(page, 'the link of an invitation')
  const link = await page.getByText(/\/invitation#/).textContent()
  await leave(page)
  await page.getByRole('button', { name: 'Withdraw' }).waitFor()
  await check(page, 'people, one invited')
  await page.goto(link ?? '')
  await page.getByRole('button', { name: 'Join as ana' }).waitFor()
  await check(page, 'an invitation')
  await page.goto('/ledgers?all')
  await page.getByText('Open now').waitFor()
  await check(page, 'all ledgers')
  await page.goto('/start?begin')
  await page.getByLabel('Your name').fill('Ana')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByText('Connect it to have it on others').waitFor()
  await check(page, 'ledgers')
})

test('axe finds nothing where a person keeps their sign-in', async ({
  newDevice,
  server,
}) => {
  const page = await newDevice(looks)
  await startLedger(page)
  await setUpServer(page, server)
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.getByText('This device').waitFor()
  await check(page, 'sign-in and devices')
  await page.getByRole('button', { name: 'Turn on' }).click()
  const asking = page.getByRole('dialog')
  await asking.getByLabel('Password').fill(user.password)
  await check(page, 'a dangerous act')
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('img', { name: /QR code/ }).waitFor()
  await check(page, 'the secret for an app')
  await leave(page)
  await page.goto('/security/events')
  await page.getByText('Confirmed who is there').waitFor()
  await check(page, 'sign-ins and security')
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByText('Remove it', { exact: true }).click()
  await page.getByRole('button', { name: 'Sign out and remove' }).waitFor()
  await check(page, 'signing out')
  await leave(page)
})

test('axe finds nothing in the sync doctor, whatever it has to say', async ({
  newDevice,
  server,
}) => {
  const page = await newDevice(looks)
  const sending = '**/sync/*/db/_bulk_docs'
  async function seen(words: string | RegExp) {
    await page.getByText(words).first().waitFor()
    await check(page, `sync doctor: ${words}`)
  }
  await startLedger(page)
  await page.goto('/doctor')
  await seen('Only this device has this ledger')
  await setUpServer(page, server)
  await page.route(sending, route => route.abort())
  await add(page, { amount: '7', description: 'Ferry' })
  await page.getByRole('button', { name: /1 pending/ }).click()
  await page.getByText('Show the one that waits').click()
  await seen('the server is away')
  await page.getByRole('button', { name: 'Verify now' }).click()
  await seen('The server lacks 1 record')
  await page.getByRole('button', { name: 'Rebuild from the server' }).click()
  await page.getByRole('button', { name: 'Compare and rebuild' }).click()
  await seen('Save a rescue file')
  const downloading = page.waitForEvent('download')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Save what is not' })
    .click()
  const file = await (await downloading).path()
  await leave(page)
  await page.unroute(sending)
  await page.route(sending, route => {
    const { docs } = route.request().postDataJSON() as {
      docs: readonly { readonly _id: string }[]
    }
    const json = docs.map(({ _id: id }) => ({
      id,
      error: 'forbidden',
      reason: 'role: a viewer does not write',
    }))
    return route.fulfill({ status: 201, json })
  })
  await page.reload()
  await seen('The server refused 1 change')
  await page.unroute(sending)
  await page.getByRole('button', { name: 'Discard' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Discard' })
    .click()
  await seen('Your data is safe')
  await page.getByRole('button', { name: 'Verify now' }).click()
  await seen(/are the same on both sides/)
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Read a rescue file' }).click()
  await (await choosing).setFiles(file)
  await seen('The file is read.')
})

test('axe finds nothing where several people and devices are, nor in Portuguese on an earlier day', async ({
  newDevice,
  server,
}) => {
  const { owner, guest } = await twoPeople(newDevice, server, 'Viewer')
  await owner.emulateMedia({ reducedMotion: 'reduce' })
  await goTo(owner, 'People')
  await row(owner, 'rui').waitFor()
  await check(owner, 'people, two')
  await actOn(owner, 'rui', 'Change role')
  await owner.getByRole('dialog').waitFor()
  await check(owner, 'the role of somebody')
  await leave(owner)
  const other = await newDevice()
  await signIn(other)
  await synced(other)
  await owner.goto('/security')
  await owner.getByRole('button', { name: /^Wipe / }).waitFor()
  await check(owner, 'two devices')

  await guest.emulateMedia({ reducedMotion: 'reduce' })
  for (const path of ['/history?tab=trash', '/conflicts']) {
    await guest.goto(path)
    await expect(guest.getByRole('main')).not.toBeEmpty()
    await check(guest, `${path}, for a viewer`)
  }

  await add(owner, { amount: '3', description: 'Bread' })
  await owner.evaluate(() => localStorage.setItem('ourmoney-language', 'pt'))
  await owner.goto('/history?tab=earlier&date=2999-01-01')
  await owner.getByText('1 movimento então').waitFor()
  await check(owner, 'an earlier day in Portuguese')
  await owner.goto('/history?tab=earlier&date=2001-01-01')
  await owner.getByText('0 movimentos então').waitFor()
  await owner.getByText('O livro estava vazio então').waitFor()
  await check(owner, 'an earlier day without anything in Portuguese')
  await owner.goto('/history?tab=earlier&date=2999-01-01&types=income')
  await owner.getByText('O livro não tinha nada assim então').waitFor()
})

test('axe finds nothing in a conflict, on a desk and on a phone', async ({
  newDevice,
  server,
}) => {
  const both = await twoDevices(newDevice, server)
  await haveConflict(both)
  const [page] = both
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto('/conflicts')
    await page.getByRole('link', { name: 'Dinner' }).waitFor()
    await check(page, `conflicts, ${width}`)
    await page.getByRole('link', { name: 'Dinner' }).click()
    await page.getByText('Something else').click()
    await page.getByLabel('Something else for Amount').waitFor()
    await check(page, `a conflict, ${width}`)
    await page.goto('/history')
    await page.getByRole('link', { name: 'Dinner' }).first().click()
    await page.getByText('Ana added it').waitFor()
    await check(page, `history of a record, ${width}`)
    await page.goto('/history?tab=earlier&date=2999-01-01')
    await page.getByRole('link', { name: 'Dinner' }).waitFor()
    await check(page, `an earlier day, ${width}`)
  }
  await page.goto('/transactions')
  await row(page, 'Dinner').getByRole('button').first().click()
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.goto('/history?tab=trash')
  await page.getByRole('button', { name: 'Empty the trash' }).waitFor()
  await check(page, 'the trash')
  await page.getByRole('button', { name: 'Empty the trash' }).click()
  await page.getByRole('dialog').waitFor()
  await check(page, 'emptying the trash')
})

async function startFullLedger(page: Page): Promise<void> {
  await startLedger(page)
  await goTo(page, 'Files')
  await bring(page, 'myTransactions.json', [
    ...manyRecords(120),
    anOld({ id: 'bad', price: 'a lot' }),
    anOld({ id: 'in', type: 'income', price: 1800, category: 'salario' }),
  ])
  await page.getByText(/is in your ledger/).waitFor()
}

/** A purchase with a payee and a tag. */
async function addShop(page: Page): Promise<void> {
  await page.keyboard.press('n')
  await page.getByLabel(/^Amount/).fill('5')
  await page.getByLabel('Description').fill('Weekly shop #work')
  await page.getByRole('button', { name: /^Payee, account/ }).click()
  await page.getByRole('combobox', { name: 'Payee' }).fill('Lidl')
  await page.keyboard.press('Enter')
  await page.getByText('Payee: Lidl').waitFor()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

async function actOn(page: Page, name: string, entry: string): Promise<void> {
  await page
    .getByRole('button', { name: `What to do with ${name}`, exact: true })
    .click()
  await page.getByRole('menuitem', { name: entry }).click()
}

async function pick(page: Page, field: RegExp, text: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).fill(text)
  await page.getByRole('option', { name: new RegExp(`^${text}`) }).click()
}

async function checkAll(page: Page, state: string): Promise<void> {
  for (const screen of screens) {
    await goTo(page, screen)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await check(page, `${screen}, ${state}`)
  }
}

/** Keys go to what floats above the page until it is gone. */
async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
}
