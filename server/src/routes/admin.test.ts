import { describe, expect, test } from 'vitest'
import {
  anApp,
  ask,
  aUser,
  getLedgers,
  prove,
  signIn,
} from '../../test/an-app.ts'

/** Ann keeps the server, Bob only uses it. */
async function aServerOfTwo() {
  const { app, people } = await anApp()
  const id = await aUser(people, 'Bob')
  const ann = await signIn(app)
  const bob = { ...(await signIn(app, 'Bob')), id }
  const change = async (token: string, user: string, payload: object) =>
    ask(
      app,
      token,
      'PUT',
      `/admin/users/${user}`,
      payload,
      await prove(app, token),
    )
  return { app, people, ann, bob, change }
}

describe('B1', () => {
  test('who is no admin reaches nothing of it', async () => {
    const { app, ann, bob, change } = await aServerOfTwo()
    const token = bob.accessToken
    const proof = await prove(app, token)
    const link = `/admin/users/${ann.user.id}/reset-link`
    for (const reply of [
      await ask(app, token, 'GET', '/admin/users'),
      await change(token, bob.id, { admin: true }),
      await ask(app, token, 'POST', link, undefined, proof),
    ]) {
      expect(reply.statusCode).toBe(403)
    }
  })

  test('who is admin no more reaches nothing at once', async () => {
    const { app, ann, bob, change } = await aServerOfTwo()
    await change(ann.accessToken, bob.id, { admin: true })
    const list = () => ask(app, bob.accessToken, 'GET', '/admin/users')
    expect((await list()).statusCode).toBe(200)
    await change(ann.accessToken, bob.id, { admin: false })
    expect((await list()).statusCode).toBe(403)
  })
})

test('an admin sees who uses the server, without secrets', async () => {
  const { app, ann } = await aServerOfTwo()
  const reply = await ask(app, ann.accessToken, 'GET', '/admin/users')
  expect(reply.json()).toMatchObject({
    users: [
      { name: 'Ann', admin: true, disabled: false },
      { name: 'Bob', admin: false, disabled: false },
    ],
  })
  expect(reply.body).not.toContain('hashed')
})

test('A8 who is disabled is out at once, and comes back when enabled', async () => {
  const { app, ann, bob, change } = await aServerOfTwo()
  await change(ann.accessToken, bob.id, { disabled: true })
  expect((await getLedgers(app, bob.accessToken)).statusCode).toBe(401)
  expect((await signIn(app, 'Bob')).reply.statusCode).toBe(401)
  await change(ann.accessToken, bob.id, { disabled: false })
  expect((await signIn(app, 'Bob')).reply.statusCode).toBe(200)
})

test('the last admin stays', async () => {
  const { ann, change } = await aServerOfTwo()
  for (const payload of [{ admin: false }, { disabled: true }]) {
    const reply = await change(ann.accessToken, ann.user.id, payload)
    expect(reply.json()).toMatchObject({ status: 409, code: 'last-admin' })
  }
})

test('only a confirmed admin gives out a reset link, which is told once', async () => {
  const { app, ann, bob } = await aServerOfTwo()
  const path = `/admin/users/${bob.id}/reset-link`
  const unproved = await ask(app, ann.accessToken, 'POST', path)
  expect(unproved.json()).toMatchObject({ code: 'not-confirmed' })
  const proof = await prove(app, ann.accessToken)
  const link = await ask(app, ann.accessToken, 'POST', path, undefined, proof)
  expect(link.statusCode).toBe(201)
  const { token } = link.json<{ token: string }>()
  const payload = { token, password: 'another of Bob’s passwords' }
  const reset = await ask(app, undefined, 'POST', '/auth/reset', payload)
  expect(reset.statusCode).toBe(204)
})
