import { expect, test } from 'vitest'
import { aTransactionDoc } from '@ourmoney/shared/testing/docs.ts'
import { answerWhen, everything } from '../data/contract/a-ledger.ts'
import type { Change } from '../data/changes.ts'
import { LedgerError } from '../data/ledger-error.ts'
import type { Ledger } from '../data/ledger.ts'
import { openMemoryLedger } from '../data/memory-ledger.ts'
import { createActs } from './acts.ts'

const coffee = aTransactionDoc()

const renamed = (description: string): readonly Change[] => [
  { change: 'edit', target: { ids: [coffee._id] }, set: { description } },
]

type Message = {
  readonly words: string
  readonly undo: (() => Promise<unknown>) | undefined
}

/** Acts on a ledger with one coffee, and all that they say. */
function opened(broken: Partial<Ledger> = {}) {
  const ledger = { ...openMemoryLedger({ docs: [coffee] }), ...broken }
  const said: Message[] = []
  const acts = createActs({
    ledger,
    say: (words, wayBack) => said.push({ words, undo: wayBack?.onPress }),
    problem: error =>
      error instanceof LedgerError ? `failed: ${error.code}` : 'unforeseen',
    undoName: 'Undo',
  })
  return { ledger, said, ...acts }
}

/** Waits until the list shows the coffee by this name. */
function shows(ledger: Ledger, description: string) {
  return answerWhen(
    ledger,
    everything,
    ({ rows }) => rows[0]?.description === description,
  )
}

const fullDisk = async () => {
  throw new LedgerError('storage-full')
}

test('what was done is said, with a way back that works', async () => {
  const { ledger, said, save } = opened()
  const receipt = await save(renamed('Tea'), 'Changed')
  expect(receipt?.ids).toEqual([coffee._id])
  expect(said.map(({ words }) => words)).toEqual(['Changed'])
  await shows(ledger, 'Tea')
  await said[0]?.undo?.()
  await shows(ledger, 'Coffee')
})

test('nothing is said of what changed nothing, unless the words count', async () => {
  const { said, save } = opened()
  await save(renamed('Coffee'), 'Changed')
  expect(said).toEqual([])
  await save(renamed('Coffee'), count => `Changed ${count}`)
  expect(said).toEqual([{ words: 'Changed 0', undo: undefined }])
})

test('an act without words is silent, and its receipt is given back', async () => {
  const { said, save } = opened()
  expect(await save(renamed('Tea'))).toMatchObject({ ids: [coffee._id] })
  expect(said).toEqual([])
})

test('a save that fails is said, with nothing to take back', async () => {
  const { said, save } = opened({ save: fullDisk })
  expect(await save(renamed('Tea'), 'Changed')).toBeUndefined()
  expect(said).toEqual([{ words: 'failed: storage-full', undo: undefined }])
})

test('a form says itself what failed', async () => {
  const { said, save } = opened({ save: fullDisk })
  const inForm: unknown[] = []
  await save(renamed('Tea'), 'Changed', (...failed) => inForm.push(failed))
  expect(inForm).toEqual([
    ['failed: storage-full', new LedgerError('storage-full')],
  ])
  expect(said).toEqual([])
})

test('a way back that fails tells so to the message that offered it', async () => {
  const { said, save } = opened({ undo: fullDisk })
  await save(renamed('Tea'), 'Changed')
  await expect(said[0]?.undo?.()).rejects.toMatchObject({
    code: 'storage-full',
  })
})

test('a screen hears that its act is being taken back', async () => {
  const { ledger, said, save, sayDone } = opened()
  const receipt = await save(renamed('Tea'))
  let isBack = false
  sayDone('Changed', receipt?.act ?? '', () => (isBack = true))
  await said[0]?.undo?.()
  expect(isBack).toBe(true)
  await shows(ledger, 'Coffee')
})
