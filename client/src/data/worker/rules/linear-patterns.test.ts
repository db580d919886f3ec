import { expect, test } from 'vitest'
import { linearPatterns } from './linear-patterns.ts'

test('a pattern is matched whatever the case, and what is none says so', async () => {
  const make = await linearPatterns(['a'])
  expect(make('^pingo\\s+doce\\b')?.('PINGO  DOCE 7')).toBe(true)
  expect(make('^pingo$')?.('PINGO DOCE')).toBe(false)
  for (const none of ['(', '*a', '(?<=a)b', '\\1', 'a{2000}{2000}']) {
    expect(make(none)).toBeUndefined()
  }
})

test('I8 a pattern that would run for ever elsewhere takes a moment', async () => {
  const make = await linearPatterns(['a'])
  const text = `${'a'.repeat(5_000)}!`
  const started = performance.now()
  for (const hostile of [
    '(a+)+$',
    '(a|aa)+$',
    '(a*)*b',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(.*a){20}b',
  ]) {
    make(hostile)?.(text)
  }
  expect(performance.now() - started).toBeLessThan(2_000)
})
