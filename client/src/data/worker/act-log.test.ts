import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { openActLog } from './act-log.ts'
import { openKeptValues } from './kept-values.ts'

const removing = (...ids: string[]) =>
  ids.map(id => ({ step: 'restore', id }) as const)

test('what was done before a reload is undone after it, in every tab', async () => {
  const before = openActLog('ledger-a', openKeptValues('acts-1'))
  await before.remember('act-1', removing('txn_aaaa', 'txn_bbbb'))
  await before.remember('act-2', removing('txn_cccc', 'cat_aaaa'))

  const after = openActLog('ledger-a', openKeptValues('acts-1'))
  expect(await after.newest()).toEqual({
    undo: { act: 'act-2', did: 'removed', kind: 'several', count: 2 },
    redo: undefined,
  })
  const found = await after.find('done', 'act-1')
  expect(found?.inverse).toEqual(removing('txn_aaaa', 'txn_bbbb'))
  expect(found?.done).toMatchObject({ kind: 'transaction', count: 2 })
})

test('another ledger has acts of its own', async () => {
  const kept = openKeptValues('acts-2')
  await openActLog('ledger-a', kept).remember('act', removing('txn_aaaa'))
  expect(await openActLog('ledger-b', kept).find('done')).toBeUndefined()
})

test('the oldest of more than a hundred acts are forgotten, with what would undo them', async () => {
  const kept = openKeptValues('acts-3')
  const log = openActLog('ledger', kept)
  for (let act = 0; act < 103; act++) {
    await log.remember(`act-${act}`, removing('txn_aaaa'))
  }
  expect(await log.find('done', 'act-2')).toBeUndefined()
  expect(await log.find('done', 'act-3')).toBeDefined()
  expect(await kept.get('ledger/act-2')).toBeUndefined()
})

test('acts that were damaged on the device are passed by', async () => {
  const kept = openKeptValues('acts-4')
  const log = openActLog('ledger', kept)
  await log.remember('act-1', removing('txn_aaaa'))
  await log.remember('act-2', removing('txn_aaaa'))
  await kept.set('ledger/act-2', [{ step: 'format-disk' }])
  expect(await log.find('done')).toBeUndefined()
  expect((await log.find('done'))?.done.act).toBe('act-1')
  await kept.set('ledger', 'nonsense')
  expect(await log.newest()).toEqual({ undo: undefined, redo: undefined })
})
