import { expect, test } from 'vitest'
import { aQuickContext } from './a-context.ts'
import { mostLines, quickReader } from './quick-reader.ts'
import { retype } from './quick-lines.ts'

const { lastUses: _, ...names } = aQuickContext('en')
const lines = (text: string) => retype([], text)

test('several lines become several, an empty one nothing', () => {
  const read = quickReader(names).read(lines('lunch 12\n\nbus 2.40'), [])
  expect(read.map(each => each?.parts.minor)).toEqual([1200, undefined, 240])
})

test('says which descriptions to look up, and takes what was found', () => {
  const reader = quickReader(names)
  const typed = lines('Cafe 1,20\nbus 2,40\n5')
  expect(reader.descriptions(typed)).toEqual(['Cafe', 'bus'])
  const uses = [
    { type: 'expense', description: 'Café', category: 'cat_7' },
  ] as const
  expect(reader.read(typed, uses)[0]?.parts).toMatchObject({
    description: 'Café',
    category: 'cat_7',
  })
  expect(reader.read(typed, [])[0]?.parts.description).toBe('Cafe')
})

test('what was put right by hand counts', () => {
  const [line] = lines('lunch 12')
  const reader = quickReader(names)
  if (line === undefined) throw new Error('No line')
  const read = reader.read([{ ...line, corrections: { minor: 1300 } }], [])
  expect(read[0]?.parts.minor).toBe(1300)
})

test('a pasted book is read in parts', () => {
  const many = lines('lunch 12\n'.repeat(5_000))
  expect(quickReader(names).read(many, [])).toHaveLength(mostLines)
})
