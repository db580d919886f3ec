import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { retype, textOf, type QuickLine } from './quick-lines.ts'

const put = (...texts: string[]): readonly QuickLine[] =>
  texts.map((text, at) => ({ text, corrections: { minor: at + 1 } }))
const minors = (lines: readonly QuickLine[]) =>
  lines.map(({ corrections }) => corrections.minor)

test.each([
  ['the end of a line', ['a 1', 'b 2'], 'a 12\nb 2', [1, 2]],
  ['the beginning of a line', ['a 1', 'b 2'], 'a 1\nxb 2', [1, 2]],
  ['a line below', ['a 1', 'b 2'], 'a 1\nb 2\n', [1, 2, undefined]],
  ['a line above', ['a 1', 'b 2'], 'new\na 1\nb 2', [undefined, 1, 2]],
  ['a line between', ['a 1', 'b 2'], 'a 1\n\nb 2', [1, undefined, 2]],
  ['two lines gone', ['a 1', 'b 2', 'c 3', 'd 4'], 'a 1\nd 4', [1, 4]],
  ['everything pasted over', ['a 1'], 'x 5\ny 6', [undefined, undefined]],
  ['everything gone', ['a 1'], '', [undefined]],
])('what was put right stays with its line: %s', (_, before, text, after) => {
  expect(minors(retype(put(...before), text))).toEqual(after)
})

test('text pasted from anywhere comes apart at its line ends', () => {
  const lines = retype(put(''), 'a 1\r\nb 2\rc 3\u2028d 4')
  expect(lines.map(({ text }) => text)).toEqual(['a 1', 'b 2', 'c 3', 'd 4'])
})

test('the lines are what was typed, and the same text changes nothing', () => {
  const text = fc
    .array(fc.constantFrom('', 'a', 'ab', 'b c'), { minLength: 1 })
    .map(lines => lines.join('\n'))
  fc.assert(
    fc.property(text, text, (first, second) => {
      const before = put(...first.split('\n'))
      expect(textOf(retype(before, second))).toBe(second)
      expect(retype(before, first)).toEqual(before)
    }),
  )
})
