import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aPassword, somePeople } from '../../test/an-app.ts'
import { foldName, isUserName } from './user-name.ts'

test.each([
  ['Ann', 'ann '],
  ['Ann', 'ＡＮＮ'],
  ['Jose\u0301', 'jos\u00e9'],
  ['Stra\u00dfe', 'STRASSE'],
  ['Ann  Lee', 'ann\u00a0lee'],
  ['Groß', 'GROẞ'],
])('A28 %j and %j are one name', async (taken, wanted) => {
  const people = await somePeople()
  const create = (name: string) =>
    people.users.create({ name, password: aPassword, admin: false })
  await create(taken)
  await expect(create(wanted)).rejects.toMatchObject({ code: 'name-taken' })
  expect((await people.users.signIn(wanted, aPassword))?.name).toBe(
    taken.normalize(),
  )
})

test('A28 of two that take a name at once, one gets it', async () => {
  const people = await somePeople()
  const create = (name: string) =>
    people.users.create({ name, password: aPassword, admin: false })
  const made = await Promise.allSettled([create('Ann'), create('ANN')])
  expect(made.map(each => each.status)).toContain('rejected')
})

test.each(['', '  ', 'a\u0000b', 'a\u200bb', 'a\u202eb', '\ud800', 'a\nb'])(
  'A28 %j is no name',
  name => {
    expect(isUserName(name)).toBe(false)
  },
)

test('A28 folding twice changes nothing, nor do case and spaces around', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), name => {
      const folded = foldName(name)
      expect(foldName(folded)).toBe(folded)
      expect(foldName(` ${name} `)).toBe(folded)
    }),
  )
})
