import { expect, test } from 'vitest'
import { anApp, aPassword, signIn, somePeople } from '../../test/an-app.ts'

const ledger = '01hqzz8x3p4n5m6k7j8h9g0f1e'

async function twoPeople() {
  const created: string[] = []
  const people = await somePeople({
    ledgerDatabases: {
      create: async id => void created.push(id),
      remove: async () => {},
    },
  })
  const { app } = await anApp({ people })
  await people.users.create({ name: 'Bob', password: aPassword, admin: false })
  const connectAs = async (name: string) => {
    const { accessToken } = await signIn(app, name)
    return (id: string) =>
      app.inject({
        method: 'PUT',
        url: `/api/v1/ledgers/${id}`,
        headers: { authorization: `Bearer ${accessToken}` },
        payload: { name: 'Our house' },
      })
  }
  const ann = await connectAs('Ann')
  const bob = await connectAs('Bob')
  return { app, ann, bob, created, people }
}

test('who connects a new ledger owns it, and may connect it again', async () => {
  const { ann, created, people } = await twoPeople()
  for (const reply of [await ann(ledger), await ann(ledger)]) {
    expect(reply.statusCode).toBe(200)
    expect(reply.json()).toEqual({
      id: ledger,
      name: 'Our house',
      role: 'owner',
    })
  }
  expect(created).toEqual([ledger])
  expect(people.ledgers.exists(ledger)).toBe(true)
})

test('a ledger of others is refused', async () => {
  const { ann, bob } = await twoPeople()
  await ann(ledger)
  expect((await bob(ledger)).json()).toMatchObject({
    status: 409,
    code: 'ledger-taken',
  })
})

test('of two who register one ledger at once, one owns it', async () => {
  const { ann, bob, created } = await twoPeople()
  const replies = await Promise.all([ann(ledger), bob(ledger)])
  expect(replies.map(reply => reply.statusCode)).toEqual([200, 409])
  expect(created).toEqual([ledger])
})

test.each(['x', '..%2f..%2fetc', ledger.toUpperCase(), `${ledger}%00`])(
  'the id %s is refused before anything is created',
  async id => {
    const { ann, created } = await twoPeople()
    expect((await ann(id)).statusCode).toBe(400)
    expect(created).toEqual([])
  },
)

test('a name of the language itself is nobody’s membership', async () => {
  const { ann, people } = await twoPeople()
  await ann(ledger)
  expect(people.ledgers.roleOf('constructor', ledger)).toBeUndefined()
  expect(people.ledgers.roleOf('__proto__', ledger)).toBeUndefined()
})
