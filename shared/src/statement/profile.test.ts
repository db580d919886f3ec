import { expect, test } from 'vitest'
import { choicesFor } from './profile.ts'
import type { ReadChoices } from './statement.ts'

const profile = (choices: ReadChoices) => ({
  id: 'imp_1',
  name: 'Bank',
  signature: 'csv',
  accounts: {},
  choices,
})

test('a profile says what columns mean, and the file where they stand', () => {
  const { dateOrder, headerRow, sheet, delimiter } = choicesFor(
    profile({ dateOrder: 'mdy', headerRow: 3, sheet: 'June', delimiter: ',' }),
    { dateOrder: 'dmy', headerRow: 7, sheet: 'July', delimiter: ';' },
  )
  expect(dateOrder).toBe('mdy')
  expect({ headerRow, sheet, delimiter }).toEqual({
    headerRow: 7,
    sheet: 'July',
    delimiter: ';',
  })
})

test.each([
  // The first file had no accent to tell by.
  ['utf-8', 'windows-1252', 'windows-1252'],
  ['windows-1252', 'utf-8', 'utf-8'],
  ['iso-8859-2', 'windows-1252', 'iso-8859-2'],
  ['utf-16le', 'utf-8', 'utf-8'],
])('of %s and %s a file is read in %s', (kept, found, read) => {
  const choices = choicesFor(profile({ encoding: kept }), { encoding: found })
  expect(choices.encoding).toBe(read)
})
