import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasAll, settingOf, wantsFurther } from './letters.ts'

test.each([
  ['Café São José 12,50 €', 'Café São José 12,50 €', 'main'],
  ['Ελλάδα Наталья Žižka ₹ ₴ £ ¥', 'Ελλάδα Наталья Žižka ₹ ₴ £ ¥', 'main'],
  ['Café', 'Café', 'main'],
  // Joined, wide, in a circle, in mathematics: the same letters in another guise.
  ['ﬁsh', 'fish', 'main'],
  ['ＭＡＲＫＥＴ', 'MARKET', 'main'],
  ['𝓜arket', 'Market', 'main'],
  ['📦 Parcels', 'Parcels', 'main'],
  ['Food🛒Home', 'Food Home', 'main'],
  ['👩‍👩‍👧‍👦 Kids 👍🏽', 'Kids', 'main'],
  ['1️⃣ First', '1 First', 'main'],
  ['קפה Lisboa', 'קפה Lisboa', 'further'],
  ['مقهى', 'مقهى', 'further'],
  ['Տուն Café', 'Տուն Café', 'further'],
  // A letter that the other font lacks goes without its accents there.
  ['קפה Việt', 'קפה Viet', 'further'],
  ['one\u0000two\tthree\nfour', 'onetwo three four', 'main'],
  ['\u202eevil', 'evil', 'main'],
  ['soft\u00adhyphen', 'softhyphen', 'main'],
] as const)('“%s” is set as “%s”', (text, shown, face) => {
  expect(settingOf(text)).toMatchObject({ text: shown, face, isMarked: false })
})

test.each([
  ['寿司レストラン', '[…]'],
  ['寿司 レストラン 12', '[…] 12'],
  ['Sushi 寿司', 'Sushi […]'],
  ['🛒', '[…]'],
  ['ไทย हिन्दी', '[…]'],
])('“%s” is marked where no font has it: “%s”', (text, shown) => {
  expect(settingOf(text)).toMatchObject({ text: shown, isMarked: true })
})

test('what somebody wrote like the mark is none', () => {
  expect(settingOf('Rent […] May').isMarked).toBe(false)
  expect(settingOf('')).toMatchObject({ text: '', isMarked: false })
  expect(settingOf(' \u200b ')).toMatchObject({ text: '', isMarked: false })
})

test('whatever is typed, the font has every letter that is set', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const { text: shown, face } = settingOf(text)
      expect(hasAll(face, shown)).toBe(true)
      expect(shown).toBe(shown.trim())
    }),
    { numRuns: 500 },
  )
})

test('the further letters are wanted where a text has some', () => {
  expect(wantsFurther('Café Ελλάδα Наталья 寿司 🛒')).toBe(false)
  expect(wantsFurther('["Café","קפה"]')).toBe(true)
})
