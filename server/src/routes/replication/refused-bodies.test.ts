import { expect, test } from 'vitest'
import { createRefusedBodies } from './refused-bodies.ts'

test('B17 who sends nonsense ten times within a minute waits, and nobody else', () => {
  let now = 0
  const bodies = createRefusedBodies(() => now)
  for (let sent = 0; sent < 10; sent++) {
    bodies.refuseMore('phone')
    bodies.note('phone')
  }
  expect(() => bodies.refuseMore('phone')).toThrow('too-many-requests')
  bodies.refuseMore('laptop')
  now += 6_000
  bodies.refuseMore('phone')
  bodies.note('phone')
  expect(() => bodies.refuseMore('phone')).toThrow('too-many-requests')
})

test('who sends what can be read never waits', () => {
  const bodies = createRefusedBodies(() => 0)
  for (let sent = 0; sent < 1_000; sent++) bodies.refuseMore('phone')
})
