import { expect, test } from 'vitest'
import { inVisualOrder } from './visual-order.ts'

const asIs = (text: string) => text

test.each([
  ['קפה', 'הפק'],
  ['קפה 12', '12 הפק'],
  ['Café קפה 12.50', 'Café 12.50 הפק'],
  ['קפה Lisboa (מרכז)', '(זכרמ) Lisboa הפק'],
  ['שָׁלוֹם', 'םולש'],
  ['Lisboa', 'Lisboa'],
])('“%s” stands as “%s” from the left', (text, expected) => {
  // The order of letters in memory, whatever shows them.
  expect(Array.from(inVisualOrder(text, asIs))).toEqual(Array.from(expected))
})
