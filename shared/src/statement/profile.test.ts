import { expect, test } from 'vitest'
import { choicesFor, profileFields, readProfile } from './profile.ts'
import type { ReadChoices, StatementLook } from './statement.ts'

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

/** As a profile keeps what a look has found, and a person may have changed. */
function kept(choices: ReadChoices) {
  const look: StatementLook = {
    format: 'csv',
    signature: 'csv',
    encodings: [],
    accounts: [],
    rows: [],
    issues: [],
    choices,
  }
  const doc = {
    _id: 'prof_1',
    kind: 'importProfile',
    v: 1,
    ...profileFields('Bank', look, {}),
  } as const
  const read = readProfile(doc)
  if (read === undefined) throw new Error('Not kept')
  return read
}

const columns = ['date', 'amount', 'direction'] as const

test('a word for money out that the first file had not is found in the next', () => {
  const credits = kept({
    columns,
    outWords: [],
    foundOutWords: [],
    guessed: ['outWords'],
  })
  const found = { columns, outWords: ['Debit'], foundOutWords: ['Debit'] }
  expect(choicesFor(credits, found).outWords).toEqual(['Debit'])
  // As profiles were kept before.
  const older = profile({ columns, outWords: ['D'] })
  expect(choicesFor(older, found).outWords).toEqual(['D', 'Debit'])
})

test('a word that a person has added stays, and one that they took away stays away', () => {
  const own = kept({
    columns,
    outWords: ['D', 'Fee'],
    foundOutWords: ['D', 'T'],
    guessed: [],
  })
  const next = choicesFor(own, {
    columns,
    outWords: ['d', 't', 'S'],
    foundOutWords: ['d', 't', 'S'],
    guessed: ['outWords'],
  })
  expect(next.outWords).toEqual(['D', 'Fee', 'S'])
  expect(kept(next).choices).toMatchObject({
    outWords: ['D', 'Fee', 'S'],
    foundOutWords: ['D', 'T', 'S'],
  })
})

test('words of a column that only the profile knows are left to be found', () => {
  const own = kept({ columns, outWords: ['D'], guessed: [] })
  const found = { columns: ['date', 'amount', 'ignore'], outWords: [] } as const
  expect(choicesFor(own, found).outWords).toBeUndefined()
})

test('what nothing has decided is asked of the next file', () => {
  const guessed = ['dateOrder', 'decimalMark'] as const
  const first = { columns, dateOrder: 'dmy', decimalMark: ',' } as const
  const own = kept({ ...first, guessed })
  expect(own.choices.dateOrder).toBeUndefined()
  const next = choicesFor(own, {
    columns,
    dateOrder: 'mdy',
    decimalMark: '.',
    guessed: ['decimalMark'],
  })
  expect(next).toMatchObject({
    dateOrder: 'mdy',
    decimalMark: '.',
    guessed: ['decimalMark'],
  })
  expect(kept({ ...first, guessed: [] }).choices).toMatchObject(first)
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
