import { expect, test } from 'vitest'
import { homeLook } from './home-look.ts'

const ledger = { _id: 'ledger_main' } as never

test('waits for the ledger itself, of which everything else has its currency', () => {
  const loading = { loading: true }
  expect(homeLook(undefined, loading)).toBe('waiting')
  expect(homeLook({ isEmpty: true, ledger: undefined }, loading)).toBe(
    'waiting',
  )
  expect(homeLook({ isEmpty: false, ledger: undefined }, loading)).toBe(
    'waiting',
  )
  expect(homeLook({ isEmpty: false, ledger: undefined }, undefined)).toBe(
    'waiting',
  )
  expect(homeLook({ isEmpty: false, ledger }, loading)).toBe('whole')
})

test('says what to do first as soon as it is known that nothing is written', () => {
  expect(homeLook({ isEmpty: true, ledger }, { loading: true })).toBe('whole')
  expect(homeLook({ isEmpty: true, ledger }, { loading: false })).toBe(
    'first-steps',
  )
  expect(
    homeLook({ isEmpty: true, ledger: undefined }, { loading: false }),
  ).toBe('first-steps')
})
