import { expect, test } from 'vitest'
import { joinTabs, type TabMessage } from './tabs.ts'

test('tabs hear each other, and one that has left tells nothing and fails at nothing', async () => {
  const heard: TabMessage[] = []
  const one = joinTabs('ledger', () => {})
  const told = Promise.withResolvers<void>()
  const other = joinTabs('ledger', message => {
    heard.push(message)
    told.resolve()
  })
  one.tell({ tell: 'written' })
  await told.promise
  one.close()
  expect(() => one.tell({ tell: 'alive' })).not.toThrow()
  other.close()
  expect(heard).toEqual([{ tell: 'written' }])
})
