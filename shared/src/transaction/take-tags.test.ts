import { expect, test } from 'vitest'
import { takeTags } from './take-tags.ts'

test.each([
  ['Lunch #work', 'Lunch', ['work']],
  [
    '#férias Hotel #2-noites #trip/rome, late',
    'Hotel #2-noites, late',
    ['férias', 'trip/rome'],
  ],
  ['Invoice #42', 'Invoice #42', []],
  ['C# lesson', 'C# lesson', []],
  ['see a.org/x#part', 'see a.org/x#part', []],
  ['one\n#a two\n  three #b', 'one\ntwo\n  three', ['a', 'b']],
  ['#work', '', ['work']],
  ['# heading', '# heading', []],
])('%s', (text, rest, tags) => {
  expect(takeTags(text)).toEqual({ text: rest, tags })
})
