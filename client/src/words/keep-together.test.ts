import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import i18next from 'i18next'
import { expect, test } from 'vitest'
import { en } from './en.ts'
import { interpolation } from './keep-together.ts'

async function sentence(amount: string): Promise<string> {
  const words = i18next.createInstance()
  await words.init({
    lng: 'en',
    interpolation,
    resources: { en: { translation: en } },
  })
  return words.t('home.changeOn', { amount, name: 'Ann & Bob' })
}

test.each(['EUR', 'USD', 'CHF', 'JPY', 'BRL'])(
  'a sentence may not be broken between the sign and the sign of %s',
  async currency => {
    for (const minor of [-120_000, 120_000]) {
      const amount = formatMoney(minor, currency, 'en', { sign: 'always' })
      const told = await sentence(amount)
      expect(told).toBe(`${amount[0]}\u2060${amount.slice(1)} on Ann & Bob`)
    }
  },
)

test.each([
  '€120.00',
  '-12',
  '120,00\u00a0€',
  '- a note',
  'Tom & <Jerry>',
  '-50%',
])('what is no such amount stays as it is: %s', async filled => {
  expect(await sentence(filled)).toBe(`${filled} on Ann & Bob`)
})
