import { expect, test } from 'vitest'
import { joinPeople, type MemberDoc } from './people.ts'

const member = (id: string, fields: Partial<MemberDoc> = {}): MemberDoc => ({
  _id: `mem_${id}`,
  kind: 'member',
  v: 1,
  name: id,
  ...fields,
})

const ana = { user: 'u1', name: 'ana', role: 'owner' } as const
const rui = { user: 'u2', name: 'rui', role: 'viewer' } as const
const me = { member: 'mem_Ana', user: 'u1' }

test('a person is one with their sign-in; who has none comes last, oneself first', () => {
  const people = joinPeople(
    [member('Bia'), member('Ana', { user: 'u1' })],
    [rui, ana],
    me,
  )
  expect(people).toMatchObject([
    { name: 'Ana', user: ana, isMe: true },
    { name: 'rui', member: undefined, user: rui, isMe: false },
    { name: 'Bia', user: undefined, isMe: false },
  ])
})

test('who was removed stays as a name; while the server is away nobody is called removed', () => {
  const members = [member('Ana', { user: 'u1' }), member('Rui', { user: 'u2' })]
  const isGone = (users: readonly (typeof ana)[] | undefined) =>
    joinPeople(members, users, me).map(each => each.isGone)
  expect(isGone([ana])).toEqual([false, true])
  expect(isGone(undefined)).toEqual([false, false])
})

test('whom the household put away is not shown, unless they still sign in', () => {
  const members = [
    member('Ana', { user: 'u1' }),
    member('Bia', { archived: true }),
    member('Rui', { user: 'u2', archived: true }),
  ]
  const names = (users: Parameters<typeof joinPeople>[1]) =>
    joinPeople(members, users, me).map(({ name }) => name)
  expect(names([ana, rui])).toEqual(['Ana', 'Rui'])
  expect(names([ana])).toEqual(['Ana'])
})
