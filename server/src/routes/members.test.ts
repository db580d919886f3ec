import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roles } from '@ourmoney/shared/identity/api.ts'
import type { Role } from '@ourmoney/shared/identity/api.ts'
import { Failure } from '../failure.ts'
import {
  anApp,
  ask,
  aUser,
  prove,
  signIn,
  somePeople,
} from '../../test/an-app.ts'

const ledger = '0'.repeat(25) + '1'
const path = `/ledgers/${ledger}`

/** Ann owns a ledger; Bob edits, Cid reads, Dan has nothing to do with it. */
async function aHousehold() {
  const { app, people } = await anApp()
  const ann = await signIn(app)
  await people.ledgers.connect(ann.user.id, ledger, 'Home')
  const join = async (name: string, role?: Role) => {
    const user = await aUser(people, name)
    if (role !== undefined) await people.members.add(ledger, user, role)
    return { ...(await signIn(app, name)), id: user }
  }
  return {
    app,
    people,
    ann: { ...ann, id: ann.user.id },
    bob: await join('Bob', 'editor'),
    cid: await join('Cid', 'viewer'),
    dan: await join('Dan'),
  }
}

test('members see who else is in the ledger, with their roles', async () => {
  const { app, ann, bob, cid } = await aHousehold()
  const reply = await ask(app, cid.accessToken, 'GET', `${path}/members`)
  expect(reply.json()).toEqual({
    members: [
      { user: ann.id, name: 'Ann', role: 'owner' },
      { user: bob.id, name: 'Bob', role: 'editor' },
      { user: cid.id, name: 'Cid', role: 'viewer' },
    ],
  })
})

test('A7 a role that an owner changes counts at the next request with the same token', async () => {
  const { app, ann, bob } = await aHousehold()
  const role = async () =>
    (await ask(app, bob.accessToken, 'GET', '/ledgers')).json<{
      ledgers: { role: Role }[]
    }>().ledgers[0]?.role
  expect(await role()).toBe('editor')
  const reply = await ask(
    app,
    ann.accessToken,
    'PUT',
    `${path}/members/${bob.id}`,
    { role: 'viewer' },
  )
  expect(reply.json()).toMatchObject({ user: bob.id, role: 'viewer' })
  expect(await role()).toBe('viewer')
})

test('B1 only owners decide about others; who is no member is told nothing', async () => {
  const { app, ann, bob, cid, dan } = await aHousehold()
  for (const [who, status] of [
    [bob, 403],
    [cid, 403],
    [dan, 404],
  ] as const) {
    const token = who.accessToken
    const member = `${path}/members/${ann.id}`
    const replies = [
      await ask(app, token, 'PUT', member, { role: 'viewer' }),
      await ask(app, token, 'DELETE', member),
      await ask(
        app,
        token,
        'POST',
        `${path}/hand-over`,
        { user: who.id },
        await prove(app, token),
      ),
    ]
    expect(replies.map(each => each.statusCode)).toEqual([
      status,
      status,
      status,
    ])
  }
  const list = await ask(app, dan.accessToken, 'GET', `${path}/members`)
  expect(list.statusCode).toBe(404)
  const stranger = await ask(
    app,
    ann.accessToken,
    'PUT',
    `${path}/members/${dan.id}`,
    { role: 'owner' },
  )
  expect(stranger.statusCode).toBe(404)
})

test('everybody may leave, and is then told nothing more', async () => {
  const { app, cid } = await aHousehold()
  const leaving = `${path}/members/${cid.id}`
  const reply = await ask(app, cid.accessToken, 'DELETE', leaving)
  expect(reply.statusCode).toBe(204)
  const after = await ask(app, cid.accessToken, 'GET', `${path}/members`)
  expect(after.statusCode).toBe(404)
})

test('B27 the last owner can neither leave nor step down', async () => {
  const { app, ann } = await aHousehold()
  const own = `${path}/members/${ann.id}`
  for (const reply of [
    await ask(app, ann.accessToken, 'DELETE', own),
    await ask(app, ann.accessToken, 'PUT', own, { role: 'editor' }),
  ]) {
    expect(reply.statusCode).toBe(409)
    expect(reply.json()).toMatchObject({ code: 'last-owner' })
  }
})

test('B27 an owner cannot take another owner’s place from them', async () => {
  const { app, ann, bob } = await aHousehold()
  const toBob = `${path}/members/${bob.id}`
  await ask(app, ann.accessToken, 'PUT', toBob, { role: 'owner' })
  for (const reply of [
    await ask(app, ann.accessToken, 'PUT', toBob, { role: 'viewer' }),
    await ask(app, ann.accessToken, 'DELETE', toBob),
  ]) {
    expect(reply.statusCode).toBe(403)
  }
})

test('B27 a handed-over ledger has its new owner, and the old one edits', async () => {
  const { app, people, ann, cid } = await aHousehold()
  const reply = await ask(
    app,
    ann.accessToken,
    'POST',
    `${path}/hand-over`,
    { user: cid.id },
    await prove(app, ann.accessToken),
  )
  expect(reply.statusCode).toBe(200)
  expect(people.ledgers.roleOf(cid.id, ledger)).toBe('owner')
  expect(people.ledgers.roleOf(ann.id, ledger)).toBe('editor')
})

test('B27 two owners who leave at the same moment do not both get out', async () => {
  const { people, ann, bob } = await aHousehold()
  await people.members.setRole(ledger, ann.id, bob.id, 'owner')
  const left = await Promise.allSettled([
    people.members.remove(ledger, ann.id, ann.id),
    people.members.remove(ledger, bob.id, bob.id),
  ])
  expect(left.map(({ status }) => status).toSorted()).toEqual([
    'fulfilled',
    'rejected',
  ])
})

const act = fc.record({
  kind: fc.constantFrom('role', 'remove', 'hand-over'),
  by: fc.nat(3),
  to: fc.nat(3),
  role: fc.constantFrom(...roles),
})

test('B27 whatever members do at the same time, an owner is left', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async acts => {
      const people = await somePeople()
      const users = await Promise.all(
        ['Ann', 'Bob', 'Cid', 'Dan'].map(name => aUser(people, name)),
      )
      const user = (at: number) => users[at] ?? ''
      await people.ledgers.connect(user(0), ledger, 'Home')
      for (const [at, role] of roles.entries()) {
        await people.members.add(ledger, user(at + 1), role)
      }
      const done = await Promise.allSettled(
        acts.map(({ kind, by, to, role }) => {
          const { setRole, remove, handOver } = people.members
          if (kind === 'role') return setRole(ledger, user(by), user(to), role)
          if (kind === 'remove') return remove(ledger, user(by), user(to))
          return handOver(ledger, user(by), user(to))
        }),
      )
      for (const each of done) {
        if (each.status === 'rejected') {
          expect(each.reason).toBeInstanceOf(Failure)
        }
      }
      const left = people.members.of(ledger).map(({ role }) => role)
      expect(left).toContain('owner')
    }),
    { numRuns: 30 },
  )
})
