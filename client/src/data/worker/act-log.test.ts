import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { whileRunning } from './act-lock.ts'
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

test('a large act that a closed tab cut short is told, and taken back the newest part first', async () => {
  const kept = openKeptValues('acts-5')
  const keeping = openActLog('ledger', kept).begin('act-1', 900, 'merged')
  await keeping.keep(removing('txn_aaaa', 'txn_bbbb'))
  keeping.wrote(2, 900)
  await keeping.keep(removing('txn_cccc'))

  const after = openActLog('ledger', kept)
  expect(await after.cut()).toMatchObject({ count: 2, of: 900, did: 'merged' })
  const found = await after.find('done')
  expect(found?.inverse).toEqual(removing('txn_cccc', 'txn_aaaa', 'txn_bbbb'))
})

test('a large act that is being written is neither cut short nor there to undo', async () => {
  const log = openActLog('ledger', openKeptValues('acts-6'))
  await log.remember('act-1', removing('txn_aaaa'))
  await whileRunning('act-2', async () => {
    const keeping = log.begin('act-2', 900)
    await keeping.keep(removing('txn_bbbb'))
    expect(await log.cut()).toBeUndefined()
    expect((await log.find('done'))?.done.act).toBe('act-1')
    await keeping.end(1)
  })
  expect((await log.newest()).undo).toEqual({
    act: 'act-2',
    did: 'removed',
    kind: 'transaction',
    count: 1,
    side: 0,
  })
})

test('what takes a large act back goes with it when it is forgotten', async () => {
  const kept = openKeptValues('acts-7')
  const log = openActLog('ledger', kept)
  const keeping = log.begin('act', 900)
  await keeping.keep(removing('txn_aaaa'))
  await keeping.end(1)
  const turning = await log.beginTurn('act')
  await turning.keep(removing('txn_aaaa'))
  await turning.end(1)
  expect(await kept.get('ledger/act/0/0')).toBeUndefined()
  expect((await log.find('undone'))?.inverse).toEqual(removing('txn_aaaa'))
  await log.remember('another', removing('txn_bbbb'))
  expect(await kept.get('ledger/act/1/0')).toBeUndefined()
})

test('of a large act that is taken back in one piece no parts are left', async () => {
  const kept = openKeptValues('acts-8')
  const log = openActLog('ledger', kept)
  const keeping = log.begin('act', 900)
  await keeping.keep(removing('txn_aaaa'))
  keeping.wrote(1, 900)
  await keeping.stop()
  await log.turn('act', removing('txn_bbbb'), 1)
  expect(await kept.get('ledger/act/0/0')).toBeUndefined()
  expect((await log.find('undone'))?.inverse).toEqual(removing('txn_bbbb'))
})

test('of two that were undone in one moment, or while the clock was set back, the one undone last comes first', async () => {
  const log = openActLog('ledger', openKeptValues('acts-9'))
  await log.remember('act-1', removing('txn_aaaa'))
  await log.remember('act-2', removing('txn_aaaa'))
  await log.turn('act-2', removing('txn_aaaa'), 5_000)
  await log.turn('act-1', removing('txn_aaaa'), 5_000)
  expect((await log.find('undone'))?.done.act).toBe('act-1')
  await log.turn('act-1', removing('txn_aaaa'), 6_000)
  await log.turn('act-1', removing('txn_aaaa'), 1_000)
  expect((await log.find('undone'))?.done.act).toBe('act-1')
})
