import { expect, test } from 'vitest'
import { addDays } from '@ourmoney/shared/calendar/local-date.ts'
import { aTransactionDoc } from '@ourmoney/shared/testing/docs.ts'
import type { DocOf } from '@ourmoney/shared/sync/kinds.ts'
import { ReadModel } from './read-model.ts'

const today = '2026-11-24'
const moment = { date: today, minute: 8 * 60 }

function modelOf(...docs: readonly object[]): ReadModel {
  const model = new ReadModel()
  model.apply(
    docs.map(doc => {
      const stored = JSON.parse(JSON.stringify(doc)) as DocOf<'transaction'>
      return { id: stored._id, doc: stored }
    }),
  )
  return model
}

/** Coffee each of the last ten days, written down at eight in Lisbon. */
function coffees(fields: Record<string, unknown> = {}) {
  return Array.from({ length: 10 }, (_, back) => {
    const date = addDays(today, -back - 1)
    return {
      ...aTransactionDoc({ _id: `txn_10${back}0`, date }),
      createdAt: Date.parse(`${date}T08:00:00Z`),
      ...fields,
    }
  })
}

const usualIn = (model: ReadModel) =>
  model.suggest({
    view: 'suggestion',
    description: '',
    type: 'expense',
    moment,
  }).usual

test('the time of day outlives the snapshot', () => {
  const model = modelOf(...coffees())
  const [before] = usualIn(model)
  const loaded = new ReadModel()
  expect(loaded.loadSnapshot(structuredClone(model.takeSnapshot(1)))).toBe(true)
  expect(usualIn(loaded)).toEqual([before])
  expect(before).toMatchObject({ description: 'Coffee', minor: 120 })
})

test('what was imported tells no time of day, and what was removed is no habit', () => {
  const [known] = usualIn(modelOf(...coffees()))
  const source = { format: 'csv', id: '1' }
  const [imported] = usualIn(modelOf(...coffees({ source })))
  expect(imported?.score).toBeLessThan(known?.score ?? 0)
  const model = modelOf(...coffees())
  model.apply(
    coffees().map(doc => ({
      id: doc._id,
      doc: { ...doc, _deleted: true as const },
    })),
  )
  expect(usualIn(model)).toEqual([])
  expect(model.lastUses(['coffee'])).toEqual([])
})
