import { expect, test } from 'vitest'
import { askOnce } from './ask-once.ts'
import { LedgerError } from './ledger-error.ts'
import { createViews } from './worker/live-views.ts'
import { packError, unpackError } from './worker/errors-over-comlink.ts'

const lookups = { view: 'lookups' } as const
const { signal } = new AbortController()

test('what cannot be answered fails with its reason', async () => {
  const { open: openView } = createViews(async () => {
    throw new LedgerError('storage-gone')
  })
  await expect(askOnce({ openView }, lookups, signal)).rejects.toMatchObject({
    code: 'storage-gone',
  })
})

test('what is answered is answered once', async () => {
  const { open: openView } = createViews(async () => ({ isEmpty: true }))
  expect(await askOnce({ openView }, lookups, signal)).toEqual({
    isEmpty: true,
  })
})

test('whoever stops it is told its own reason', async () => {
  const { open: openView } = createViews(() => new Promise(() => undefined))
  const stop = new AbortController()
  const asked = askOnce({ openView }, lookups, stop.signal)
  stop.abort(new Error('enough'))
  await expect(asked).rejects.toThrow('enough')
})

test('a reason keeps its code on the way from the worker', () => {
  const sent = structuredClone(packError(new LedgerError('locked', 'txn_a')))
  expect(unpackError(sent)).toEqual(new LedgerError('locked', 'txn_a'))
  const other = structuredClone(packError(new Error('disk')))
  expect(unpackError(other)).toEqual(new Error('disk'))
  expect(unpackError(undefined)).toBeUndefined()
})
