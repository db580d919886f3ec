import type { LookupsAnswer } from '../../data/views/names.ts'

const one = (kind: string, _id: string, name: string, more: object = {}) => ({
  kind,
  v: 1,
  _id,
  name,
  ...more,
})

/** For tests: categories, payees and accounts by their names. */
export const someNamed = {
  categories: [
    one('category', 'cat_food', 'Food', { type: 'expense', icon: 'cart' }),
    one('category', 'cat_bread', 'Bread', {
      type: 'expense',
      parent: 'cat_food',
    }),
    one('category', 'cat_home', 'Home', { type: 'expense' }),
    one('category', 'cat_pay', 'Pay', { type: 'income' }),
  ],
  payees: [one('payee', 'pay_shop', 'Shop'), one('payee', 'pay_work', 'Work')],
  accounts: [
    one('account', 'acc_bank', 'Bank', { type: 'bank', currency: 'EUR' }),
    one('account', 'acc_usd', 'Dollars', { type: 'bank', currency: 'USD' }),
  ],
} as unknown as Pick<LookupsAnswer, 'categories' | 'payees' | 'accounts'>

/** Languages write thin spaces and others that nobody tells apart in a test. */
export function plainly(text: string): string {
  return text.replaceAll(/[\u2009\u202f\u00a0]/g, ' ')
}
