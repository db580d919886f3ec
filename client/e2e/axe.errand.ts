import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { anOld, bring, manyRecords } from './earlier-file.ts'
import { expect, goTo, setUpServer, startLedger, test } from './errand.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen, ${colorScheme}`, async ({
    newDevice,
    server,
  }) => {
    test.setTimeout(240_000)
    const page = await newDevice({ colorScheme, reducedMotion: 'reduce' })
    await page.getByRole('button', { name: /Start a ledger/ }).waitFor()
    await check(page, 'start')
    await page.getByRole('button', { name: /Start a ledger/ }).click()
    await page.getByLabel('Your name').waitFor()
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page.getByText('Write your name.').waitFor()
    await check(page, 'start, the form with an issue')
    await page.goto('/')
    await startLedger(page)
    await check(page, 'home, empty')
    await goTo(page, 'Transactions')
    await page.getByText('Nothing here yet').waitFor()
    await check(page, 'transactions, empty')

    await goTo(page, 'Files')
    await check(page, 'files')
    await bring(page, 'myTransactions.json', [
      ...manyRecords(120),
      anOld({ id: 'bad', price: 'a lot' }),
      anOld({ id: 'in', type: 'income', price: 1800, category: 'salario' }),
    ])
    await page.getByText(/is in your ledger/).waitFor()
    await check(page, 'files, the outcome')

    await goTo(page, 'Home')
    await page.locator('canvas').waitFor()
    await check(page, 'home')
    await page.getByRole('button', { name: 'Show as table' }).click()
    await check(page, 'home, the table')

    await goTo(page, 'Transactions')
    await page.getByRole('listitem').first().waitFor()
    await check(page, 'transactions')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.keyboard.press('Enter')
    await page.getByText('1 selected').waitFor()
    await check(page, 'transactions, a record and a selection')
    await page.keyboard.press('n')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Write an amount.').waitFor()
    await page.getByRole('button', { name: /^Account, member/ }).click()
    await check(page, 'the form with issues')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder(/Find anything/).waitFor()
    await check(page, 'commands')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await check(page, 'keyboard shortcuts')
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Category', exact: true }).click()
    await page.getByRole('dialog').waitFor()
    // The library's own button to leave it stands outside of it.
    await check(page, 'transactions, a filter', ['region'])

    await page.goto('/sign-in')
    await page.getByText(/has no user yet/).waitFor()
    await check(page, 'sign in')
    await page.goto(server.setUpLink())
    await page.getByRole('button', { name: 'Create user' }).click()
    await page.getByText('Write your name.').waitFor()
    await check(page, 'set up')
    await setUpServer(page, server)
    await goTo(page, 'Settings')
    await page.getByText('Where you are signed in.').waitFor()
    await page.getByText('Reachable').waitFor()
    await check(page, 'settings')
    await page.goto('/start?begin')
    await startLedger(page)
    await page.goto('/ledgers')
    await page.getByText('Your ledgers').waitFor()
    await check(page, 'ledgers')

    await page.setViewportSize({ width: 390, height: 844 })
    await goToAll(page)
  })
}

async function goToAll(page: Page): Promise<void> {
  await page.goto('/')
  for (const screen of ['Transactions', 'Files', 'Settings', 'Home']) {
    await goTo(page, screen)
    await check(page, `${screen} on a phone`)
  }
}

async function check(
  page: Page,
  screen: string,
  without: readonly string[] = [],
): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // What the component library says aloud, for a few seconds.
    .exclude('[data-live-announcer]')
    .disableRules([...without])
    .analyze()
  const found = violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => [html, failureSummary]),
  }))
  expect.soft(found, screen).toEqual([])
}
