import { expect, test } from 'vitest'
import { isLeftOut } from './restored.ts'

test.each(['session', 'invitation', 'reset', 'api-token', 'webhook'])(
  'no backup brings back a record of the kind %s, which may have been ended since',
  kind => {
    expect(isLeftOut({ kind })).toBe(true)
  },
)

test.each([{ kind: 'user' }, { kind: 'ledger' }, { kind: 'passkey' }])(
  '%j comes back',
  record => {
    expect(isLeftOut(record)).toBe(false)
  },
)

test('a device that is to be wiped still is', () => {
  expect(isLeftOut({ kind: 'session', wipe: true })).toBe(false)
})
