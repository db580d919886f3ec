import { expect, test } from 'vitest'
import { shoppingList } from './shopping-list.ts'

const item = (name: string, fields: object = {}) => ({
  _id: `shop_${name.toLowerCase()}`,
  kind: 'shoppingItem' as const,
  v: 1,
  name,
  createdAt: 1,
  ...fields,
})

test('what was bought is off the list, and offered again once by name', () => {
  const bought = (name: string, id: string, tickedAt: number) =>
    item(name, { _id: id, boughtIn: 'txn_aaaa', tickedAt })
  const { open, bought: before } = shoppingList([
    item('Milk', { createdAt: 2 }),
    item('Bread'),
    bought('Eggs', 'shop_0001', 5),
    bought('eggs', 'shop_0002', 9),
    bought('milk', 'shop_0003', 9),
    bought('Tea', 'shop_0004', 7),
  ])
  expect(open.map(each => each.name)).toEqual(['Bread', 'Milk'])
  expect(before.map(each => each.name)).toEqual(['eggs', 'Tea'])
})
