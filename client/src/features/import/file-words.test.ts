import { expect, test } from 'vitest'
import { imports as en } from '../../words/en/imports.ts'
import { imports as pt } from '../../words/pt/imports.ts'
import { placeIn } from './file-words.ts'

test('a place is said where there is one, and as what the file is made of', () => {
  const issue = { code: 'cut-short', found: '' } as const
  expect(placeIn({ ...issue, line: 0 })).toBeUndefined()
  expect(placeIn({ ...issue, line: 3 })).toBe('atLine')
  expect(placeIn({ ...issue, line: 3, counts: 'record' })).toBe('atRecord')
})

test.each([
  ['English', en],
  ['Portuguese', pt],
])(
  'no sentence in %s says a line by itself: a file may have none',
  (_, words) => {
    const said = Object.entries(words).filter(
      ([key, text]) => key.startsWith('file_') && text.includes('{{line}}'),
    )
    expect(said).toEqual([])
  },
)
