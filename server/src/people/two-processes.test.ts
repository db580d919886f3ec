import type { FastifyRequest } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import {
  aDatabase,
  anApp,
  aPassword,
  aUser,
  cookieOf,
  getLedgers,
  refresh,
  signIn,
  somePeople,
} from '../../test/an-app.ts'
import type { FollowedDatabase } from './follow-store.ts'
import { createAccess } from './identify.ts'
import type { People } from './people.ts'

const ledger = '0'.repeat(25) + '1'
const running: People[] = []
afterEach(async () => {
  for (const people of running.splice(0)) await people.following?.stop()
})

/** Two servers that know nothing of each other but the database that both write into. */
async function twoProcesses() {
  const database = aDatabase()
  const failing = { isOn: false }
  const followed: FollowedDatabase = {
    changes: async options => {
      if (failing.isOn) throw new Error('No route to the database')
      return (database as unknown as FollowedDatabase).changes(options)
    },
  }
  const start = async () => {
    const people = await somePeople({ database, followed })
    running.push(people)
    return anApp({ people })
  }
  const one = await start()
  const other = await start()
  await look(other.people)
  return { one, other, failing }
}

async function look(people: People): Promise<void> {
  await people.following?.look()
}

test('S14 who signs in at one process is known at the other, and signed out there is out here', async () => {
  const { one, other } = await twoProcesses()
  const session = await signIn(one.app)
  await look(other.people)
  const get = () => getLedgers(other.app, session.accessToken)
  expect((await get()).statusCode).toBe(200)

  const told: unknown[] = []
  other.people.onRevoked(each => told.push(each))
  await one.people.sessions.end(session.session)
  await look(other.people)
  expect((await get()).json()).toMatchObject({ code: 'session-ended' })
  expect(told).toEqual([{ session: session.session }])
})

test('S14 of two processes that are shown one refresh token at once both give the same successor, and no session ends', async () => {
  const { one, other } = await twoProcesses()
  const { cookie } = await signIn(one.app)
  await look(other.people)
  for (let round = 0; round < 5; round++) {
    const { cookie: next } = await signIn(one.app)
    await look(other.people)
    const replies = await Promise.all([
      refresh(one.app, next),
      refresh(other.app, next),
    ])
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect(new Set(replies.map(cookieOf)).size).toBe(1)
    // Used on at the process that lost.
    const again = await refresh(other.app, cookieOf(replies[0]))
    expect(again.statusCode).toBe(200)
  }
  expect((await refresh(other.app, cookie)).statusCode).toBe(200)
})

test('S14 a token that was used up at one process ends its session when it comes back to the other', async () => {
  const { one, other } = await twoProcesses()
  const { cookie, session } = await signIn(one.app)
  const second = await refresh(one.app, cookie)
  await refresh(one.app, cookieOf(second))
  // Not even looked: what it knows is the first token.
  const stolen = await refresh(other.app, cookie)
  expect(stolen.json()).toMatchObject({ code: 'session-ended' })
  await look(one.people)
  expect(one.people.sessions.get(session)).toBeUndefined()
})

test('S14 a token that another process gave a moment ago is no theft', async () => {
  const { one, other } = await twoProcesses()
  const { cookie, session } = await signIn(one.app)
  const second = cookieOf(await refresh(other.app, cookie))
  const third = cookieOf(await refresh(other.app, second))
  const fourth = await refresh(one.app, third)
  expect(fourth.statusCode).toBe(200)
  expect((await refresh(other.app, cookieOf(fourth))).statusCode).toBe(200)
  expect(one.people.sessions.get(session)).toBeDefined()
})

test('S14 roles, disabled users and deleted ledgers of one process hold at the other, and its feeds are told', async () => {
  const { one, other } = await twoProcesses()
  const bob = await aUser(one.people, 'Bob')
  const [ann] = one.people.users.all()
  await one.people.ledgers.connect(ann?.id ?? '', ledger, 'Home')
  await one.people.members.add(ledger, bob, 'editor')
  await look(other.people)
  expect(other.people.ledgers.roleOf(bob, ledger)).toBe('editor')

  const told: unknown[] = []
  other.people.onRevoked(each => told.push(each))
  await one.people.members.setRole(ledger, ann?.id ?? '', bob, 'viewer')
  await look(other.people)
  expect(other.people.ledgers.roleOf(bob, ledger)).toBe('viewer')
  await one.people.changeUser(bob, { disabled: true })
  await look(other.people)
  expect(other.people.users.get(bob)).toBeUndefined()
  await one.people.ledgers.remove(ledger, ann?.id ?? '')
  await look(other.people)
  expect(other.people.ledgers.roleOf(ann?.id ?? '', ledger)).toBeUndefined()
  expect(told).toEqual([{ user: bob, ledger }, { user: bob }, { ledger }])
})

test('S14 a process that does not hear of the others lets nobody in, and everybody again when it does', async () => {
  const database = aDatabase()
  let isCut = false
  const followed: FollowedDatabase = {
    changes: async options => {
      if (isCut) throw new Error('No route to the database')
      return (database as unknown as FollowedDatabase).changes(options)
    },
  }
  const told: unknown[] = []
  const people = await somePeople({
    database,
    followed,
    mostSilence: 50,
    onSilence: error => told.push(error),
  })
  running.push(people)
  const { app } = await anApp({ people })
  const { accessToken } = await signIn(app)
  const [ann] = people.users.all()
  const user = ann?.id ?? ''
  await people.ledgers.connect(user, ledger, 'Home')
  const made = { ledger, user, name: 'Till', access: 'read', days: 1 } as const
  const { token } = await people.apiTokens.make(made)
  const access = createAccess(people, () => expect.fail('It is a token'))
  const memberOf = () =>
    access.memberOf(
      { headers: { authorization: `Bearer ${token}` } } as FastifyRequest,
      ledger,
    )
  const isReady = async () =>
    (await app.inject('/health/ready')).statusCode === 200
  isCut = true
  await expect
    .poll(async () => (await getLedgers(app, accessToken)).json())
    .toMatchObject({ code: 'no-storage', status: 503 })
  expect(memberOf).toThrow('no-storage')
  expect(await isReady()).toBe(false)
  await expect(look(people)).rejects.toThrow('No route')
  await expect(look(people)).rejects.toThrow('No route')
  expect(told).toHaveLength(1)
  isCut = false
  await look(people)
  expect((await getLedgers(app, accessToken)).statusCode).toBe(200)
  expect(memberOf()).toMatchObject({ user, role: 'viewer' })
  expect(await isReady()).toBe(true)
})

test('two processes that write the audit at once lose none of it', async () => {
  const { one, other } = await twoProcesses()
  const act = 'sign-in' as const
  await Promise.all(
    [one, other].flatMap(({ people }) =>
      Array.from({ length: 10 }, () =>
        people.audit.record({ act, outcome: 'done', user: aPassword }),
      ),
    ),
  )
  await look(one.people)
  const found = one.people.audit.find(({ user }) => user === aPassword)
  expect(found).toHaveLength(20)
})
