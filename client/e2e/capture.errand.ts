import type { Locator, Page } from '@playwright/test'
import { check } from './axe.ts'
import {
  expect,
  fillCredentials,
  goTo,
  startLedger,
  synced,
  test,
} from './errand.ts'

test('a line of words becomes an expense, by keyboard alone', async ({
  newDevice,
}) => {
  const page = await newDevice()
  const { keyboard } = page
  await startLedger(page)
  await goTo(page, 'Transactions')
  await page.getByText('Nothing here yet').waitFor()
  await keyboard.press('q')
  await expect(field(page)).toBeFocused()
  await keyboard.type('12,50 lunch @cash #work yesterday')
  await expect(part(page, 'Amount')).toContainText('12.50')
  await expect(part(page, 'Category')).toHaveText('Eating out')
  await expect(part(page, 'Date')).toHaveText('Yesterday')
  await expect(part(page, 'Tags')).toHaveText('#work')
  await keyboard.press('Enter')
  await expect(field(page)).toHaveValue('')
  await expect(field(page)).toBeFocused()
  await expect(page.getByText('Added: lunch')).toBeVisible()

  await keyboard.type('coffee 3')
  await expect(part(page, 'Amount')).toContainText('3.00')
  // Put right: what it was for, and how much.
  await part(page, 'Description').focus()
  await keyboard.press('Enter')
  await page
    .getByRole('textbox', { name: 'Description' })
    .fill('Coffee and cake')
  await keyboard.press('Enter')
  await expect(field(page)).toBeFocused()
  await part(page, 'Amount').focus()
  await keyboard.press('Enter')
  await page.getByLabel(/^Amount \(/).fill('3+2.50')
  await keyboard.press('Enter')
  await expect(part(page, 'Amount')).toContainText('5.50')
  await keyboard.press('Enter')
  await expect(field(page)).toHaveValue('')
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await expect(row(page, 'lunch')).toContainText('12.50')
  await expect(row(page, 'lunch')).toContainText('work')
  await expect(row(page, 'Coffee and cake')).toContainText('5.50')
  await keyboard.press('u')
  await expect(row(page, 'Coffee and cake')).toBeHidden()
})

test('several lines become several; what cannot be read stays, and says why', async ({
  page,
}) => {
  await page.goto('/transactions?open=quick')
  await field(page).fill(
    'bus 2.40\nsomething nice\n+1500 salary on the 5th\ntaxi 14 @nowhere',
  )
  const lines = page.getByRole('list', { name: 'What each line becomes' })
  await expect(lines.getByRole('listitem')).toHaveCount(4)
  await expect(lines).toContainText('Write an amount with it.')
  await expect(lines).toContainText('No account is called that.')
  await page.getByRole('button', { name: 'Add 2' }).click()
  await expect(field(page)).toHaveValue('something nice\ntaxi 14 @nowhere')
  await expect(page.getByText('Added 2 transactions')).toBeVisible()

  await page.reload()
  await expect(field(page)).toHaveValue('something nice\ntaxi 14 @nowhere')
  await lines.getByRole('button', { name: /taxi/ }).click()
  await part(page, 'Account').click()
  await page.getByRole('option', { name: 'Purse' }).click()
  await expect(part(page, 'Account')).toHaveText('Purse')
  await field(page).press('Enter')
  await expect(field(page)).toHaveValue('something nice')
  await field(page).press('Enter')
  await expect(page.getByText('Write an amount with it.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(row(page, 'bus')).toContainText('2.40')
  await expect(row(page, 'salary')).toContainText(/\+.1,500\.00/)
  await expect(row(page, 'taxi')).toContainText('14.00')
})

test('the whole form opens with what a line says, and the line is done with', async ({
  page,
}) => {
  await page.keyboard.press('q')
  await field(page).fill('shoes 79.90 #sale yesterday')
  await page.getByRole('button', { name: 'All fields' }).click()
  await expect(page.getByRole('textbox', { name: /^Amount/ })).toHaveValue(
    '79.90',
  )
  await expect(page.getByLabel('Tags')).toHaveValue('sale')
  await page.getByLabel('Notes').fill('for the wedding')
  await page.reload()
  await expect(page.getByLabel('Description')).toHaveValue('shoes')
  await expect(page.getByLabel('Notes')).toHaveValue('for the wedding')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(row(page, 'shoes')).toContainText('79.90')
  // A page that has just come may not listen to keys yet.
  await expect(async () => {
    await page.keyboard.press('q')
    await field(page).waitFor({ timeout: 3_000 })
  }).toPass()
  await expect(field(page)).toHaveValue('')
})

test('in Portuguese, on a phone, by holding the plus', async ({
  newDevice,
}) => {
  const page = await newDevice({
    locale: 'pt-PT',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  await page.getByRole('button', { name: /^Começar um livro/ }).tap()
  await page.getByLabel('O seu nome').fill('Ana')
  await page.getByRole('button', { name: 'Começar', exact: true }).tap()
  const plus = page.getByRole('link', { name: 'Adicionar movimento' })
  await plus.dispatchEvent('contextmenu')
  const line = page.getByLabel('Escreva por palavras suas')
  await line.fill('gastei 20 no mercado ontem')
  await expect(page.getByRole('button', { name: /^Valor:/ })).toContainText(
    '20,00',
  )
  await expect(page.getByRole('button', { name: /^Data:/ })).toHaveText('Ontem')
  await page.getByRole('button', { name: 'Adicionar', exact: true }).tap()
  await expect(line).toHaveValue('')
  await expect(page.getByText('Adicionado: mercado')).toBeVisible()
})

test('a link fills the form in and saves nothing, also cold, offline, and before there is a ledger', async ({
  newDevice,
  server,
}) => {
  const page = await newDevice()
  const link =
    '/add?type=income&amount=12.50&description=Refund&category=salary&date=2026-11-05'
  await page.goto(link)
  await startLedgerFor(page)
  await expect(amount(page)).toHaveValue('12.50')
  await expect(page.getByRole('combobox', { name: 'Category' })).toHaveValue(
    'Salary',
  )
  await page.keyboard.press('Escape')
  await expect(page.getByText('Nothing here yet')).toBeVisible()

  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await server.stop()
  await page.goto(
    `/add?link=${encodeURIComponent('web+ourmoney:add?amount=7.25&description=<img src=x onerror=alert(1)>')}`,
  )
  await expect(amount(page)).toHaveValue('7.25')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(row(page, '<img src=x onerror=alert(1)>')).toContainText('7.25')

  await page.goto(
    '/add?type=gift&amount=lots&date=2026-02-30&category=Nowhere&account=%2F%2Fevil',
  )
  await expect(amount(page)).toHaveValue('lots')
  await expect(page.getByText('This is not an amount.')).toBeVisible()
  await expect(page.getByText('There is no such day.')).toBeVisible()
  await expect(
    page.getByText('Nothing here is called “Nowhere”.'),
  ).toBeVisible()
  await expect(page.getByText('Nothing here is called “//evil”.')).toBeVisible()
  await expect(page.getByText('Choose expense, income')).toBeVisible()

  await page.goto('/add?text=taxi%2014.50%20yesterday')
  await expect(field(page)).toHaveValue('taxi 14.50 yesterday')
  await page.reload()
  await expect(field(page)).toHaveValue('taxi 14.50 yesterday')
  await server.start()
})

test('a link that comes before a ledger waits for signing in and for one', async ({
  newDevice,
  server,
}) => {
  const first = await newDevice()
  await first.goto(server.setUpLink())
  await fillCredentials(first)
  await first.getByRole('button', { name: 'Create user' }).click()
  await first.getByText(/it is sent to the server at once/).waitFor()
  await first.goto('/add?amount=4.20&description=Tea')
  await first.getByText(/it is sent to the server at once/).waitFor()
  await startLedgerFor(first)
  await expect(amount(first)).toHaveValue('4.20')
  await first.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(row(first, 'Tea')).toContainText('4.20')
  await synced(first)

  const second = await newDevice()
  await second.goto(
    `/add?link=${encodeURIComponent('web+ourmoney:add?amount=7.10&category=Groceries')}`,
  )
  await second.getByRole('link', { name: /Sign in/ }).click()
  await fillCredentials(second)
  await second.getByRole('button', { name: 'Sign in' }).click()
  await expect(amount(second)).toHaveValue('7.10')
  await expect(second.getByRole('combobox', { name: 'Category' })).toHaveValue(
    'Groceries',
  )
  await second.keyboard.press('Escape')
  await goTo(second, 'Home')
  await expect(second.getByRole('dialog')).toBeHidden()
})

test('a template fills the form in, and again makes it for today', async ({
  newDevice,
}) => {
  const page = await newDevice()
  const { keyboard } = page
  await startLedger(page)
  await goTo(page, 'Transactions')
  await page.getByText('Nothing here yet').waitFor()
  await keyboard.press('q')
  await expect(field(page)).toBeFocused()
  await keyboard.type('rent 700 yesterday #home')
  await keyboard.press('Enter')
  await keyboard.press('Escape')
  await row(page, 'rent').getByRole('button').first().click()
  const details = page.getByRole('complementary', { name: 'Details' })
  await details.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Save as template' }).click()
  await expect(page.getByText('Saved as template “rent”')).toBeVisible()
  await keyboard.press('a')
  await expect(page.getByText('Added: rent')).toBeVisible()
  await expect(row(page, 'rent')).toHaveCount(2)
  await keyboard.press('u')
  await expect(row(page, 'rent')).toHaveCount(1)

  await page.goto('/transactions?open=templates')
  await page.getByRole('button', { name: 'More of rent' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByLabel('Name of the template').fill('Rent of the flat')
  await keyboard.press('Enter')
  await page.getByRole('button', { name: 'Fill in: Rent of the flat' }).click()
  await expect(amount(page)).toHaveValue('700.00')
  await expect(page.getByLabel('Tags')).toHaveValue('home')
  await keyboard.press('Enter')
  await expect(row(page, 'rent')).toHaveCount(2)
  // The form is ready for the next; one tap fills it.
  await expect(amount(page)).toHaveValue('')
  await page.getByRole('button', { name: /^Fill in: Rent of the flat/ }).click()
  await expect(amount(page)).toHaveValue('700.00')
  await expect(amount(page)).toBeFocused()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(row(page, 'rent')).toHaveCount(3)

  await page.goto('/transactions?open=templates')
  await page.getByRole('button', { name: 'More of Rent' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(page.getByText('No templates yet')).toBeVisible()
})

test('a microphone fills the same field, and says what hinders it', async ({
  newDevice,
}) => {
  const page = await newDevice()
  await page.addInitScript(() => {
    class Heard extends EventTarget {
      start() {
        this.dispatchEvent(new Event('start'))
        const { said, fails } = globalThis as unknown as {
          said?: string
          fails?: string
        }
        if (fails !== undefined) {
          const event = new Event('error')
          this.dispatchEvent(Object.assign(event, { error: fails }))
        } else if (said !== undefined) {
          const results = [[{ transcript: said }]]
          this.dispatchEvent(Object.assign(new Event('result'), { results }))
        }
        this.dispatchEvent(new Event('end'))
      }
      stop() {}
    }
    Object.assign(globalThis, {
      SpeechRecognition: Heard,
      webkitSpeechRecognition: Heard,
    })
  })
  await page.reload()
  await startLedger(page)
  await page.keyboard.press('q')
  await page.evaluate(() => Object.assign(globalThis, { said: 'bus 2.40' }))
  await page.getByRole('button', { name: 'Dictate' }).click()
  await expect(field(page)).toHaveValue('bus 2.40')
  await expect(part(page, 'Amount')).toContainText('2.40')
  await page.evaluate(() => Object.assign(globalThis, { said: 'yesterday' }))
  await page.getByRole('button', { name: 'Dictate' }).click()
  await expect(field(page)).toHaveValue('bus 2.40 yesterday')
  await page.evaluate(() => Object.assign(globalThis, { fails: 'not-allowed' }))
  await page.getByRole('button', { name: 'Dictate' }).click()
  await expect(page.getByText('The microphone is not allowed')).toBeVisible()
  await expect(field(page)).toHaveValue('bus 2.40 yesterday')
})

test('axe finds nothing in quick add', async ({ newDevice }) => {
  const page = await newDevice({ reducedMotion: 'reduce' })
  await startLedger(page)
  await page.keyboard.press('q')
  await field(page).waitFor()
  await check(page, 'quick add: empty', ['region'])
  await field(page).fill('lunch 12 @nowhere')
  await part(page, 'Amount').waitFor()
  await check(page, 'quick add: a line', ['region'])
  await part(page, 'Account').click()
  await page.getByRole('option', { name: 'Purse' }).waitFor()
  await check(page, 'quick add: a part', ['region'])
  await page.getByRole('option', { name: 'Purse' }).click()
  await field(page).fill('lunch 12\nnothing')
  await page.getByText('Write an amount with it.').waitFor()
  await check(page, 'quick add: several lines', ['region'])
})

async function startLedgerFor(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Start a ledger/ }).click()
  await page.getByLabel('Your name').fill('Ana')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
}

/** In the list, not in a message about it. */
function row(page: Page, text: string): Locator {
  return page
    .getByRole('list', { name: /^Transactions/ })
    .getByRole('listitem')
    .filter({ hasText: text })
}

function amount(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Amount/ })
}

function field(page: Page): Locator {
  return page.getByLabel('Write it in your own words')
}

function part(page: Page, name: string): Locator {
  return page.getByRole('button', {
    name: new RegExp(`^${name}: .*Change it$`),
  })
}
