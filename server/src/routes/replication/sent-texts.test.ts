import { expect, test } from 'vitest'
import { createSentTexts } from './sent-texts.ts'

test('keeps no more than it may, and forgets first what was longest unused', () => {
  const sent = createSentTexts(12)
  for (const key of ['a', 'b', 'c']) sent.keep(key, 'xxx')
  expect(sent.find('a')).toBe('xxx')
  sent.keep('d', 'xxx')
  expect(['a', 'b', 'c', 'd'].map(sent.find)).toEqual([
    'xxx',
    undefined,
    'xxx',
    'xxx',
  ])
  sent.keep('a', 'yyy')
  expect(sent.find('a')).toBe('yyy')
  expect(sent.find('c')).toBe('xxx')
  sent.keep('e', 'x'.repeat(20))
  expect(['a', 'c', 'd', 'e'].map(sent.find)).toEqual(Array(4).fill(undefined))
})
