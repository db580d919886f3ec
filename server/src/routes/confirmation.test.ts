import { afterEach, expect, test, vi } from 'vitest'
import { anApp, ask, aUser, prove, signIn } from '../../test/an-app.ts'

afterEach(() => {
  vi.useRealTimers()
})

const ledger = '0'.repeat(25) + '1'
const path = `/ledgers/${ledger}`

async function aHousehold() {
  const { app, people } = await anApp()
  const ann = await signIn(app)
  await people.ledgers.connect(ann.user.id, ledger, 'Home')
  const bob = await aUser(people, 'Bob')
  await people.members.add(ledger, bob, 'editor')
  return { app, people, ann, bob: await signIn(app, 'Bob') }
}

test('what cannot be taken back wants a fresh proof', async () => {
  const { app, ann } = await aHousehold()
  const refused = await ask(app, ann.accessToken, 'DELETE', path)
  expect(refused.json()).toMatchObject({ status: 403, code: 'not-confirmed' })
  const proof = await prove(app, ann.accessToken)
  const reply = await ask(
    app,
    ann.accessToken,
    'DELETE',
    path,
    undefined,
    proof,
  )
  expect(reply.statusCode).toBe(204)
})

test('A5 a proof is good for its own session, and neither it nor an access token for the other', async () => {
  const { app, ann, bob } = await aHousehold()
  const elsewhere = await signIn(app)
  const proof = await prove(app, ann.accessToken)
  for (const [token, headers] of [
    [elsewhere.accessToken, proof],
    [ann.accessToken, await prove(app, bob.accessToken)],
    [ann.accessToken, { 'ourmoney-proof': ann.accessToken }],
    [ann.accessToken, { 'ourmoney-proof': `${proof['ourmoney-proof']}x` }],
  ] as const) {
    const reply = await ask(app, token, 'DELETE', path, undefined, headers)
    expect(reply.json()).toMatchObject({ code: 'not-confirmed' })
  }
  const reply = await ask(app, proof['ourmoney-proof'], 'GET', '/ledgers')
  expect(reply.statusCode).toBe(401)
})

test('a proof is over after five minutes', async () => {
  const { app, ann } = await aHousehold()
  const proof = await prove(app, ann.accessToken)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 301_000 })
  const reply = await ask(
    app,
    ann.accessToken,
    'DELETE',
    path,
    undefined,
    proof,
  )
  expect(reply.json()).toMatchObject({ code: 'not-confirmed' })
})

test('A10 guessing the password of an open session is slowed, and signing in is not', async () => {
  const { app, ann } = await aHousehold()
  const guess = () =>
    ask(app, ann.accessToken, 'POST', '/auth/confirm', { password: 'wrong' })
  const codes: number[] = []
  for (let n = 0; n < 11; n++) codes.push((await guess()).statusCode)
  expect(codes).toEqual([...Array<number>(10).fill(403), 429])
  expect((await signIn(app)).reply.statusCode).toBe(200)
})
