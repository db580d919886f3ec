import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { ask, aUser, prove, signIn } from './an-app.ts'
import { aLedger, aServer, type AServer } from './a-server.ts'

const open: AServer[] = []
afterEach(async () => {
  vi.useRealTimers()
  for (const server of open.splice(0)) await server.dispose()
})

const path = `/ledgers/${aLedger}`

/** Ann's server, whose ledger Bob edits, and Cid who has none. */
async function started() {
  const server = await aServer()
  open.push(server)
  const bob = await aUser(server.people, 'Bob')
  await server.people.members.add(aLedger, bob, 'editor')
  await aUser(server.people, 'Cid')
  const token = async (name: string) =>
    (await signIn(server.app, name)).accessToken
  return { ...server, bob: await token('Bob'), cid: await token('Cid') }
}

type Started = Awaited<ReturnType<typeof started>>

async function erase({ app, token }: Started) {
  const proof = await prove(app, token)
  return ask(app, token, 'DELETE', path, undefined, proof)
}

function info({ app }: Started, token: string) {
  return app.inject({
    url: `/sync/${aLedger}/db`,
    headers: { authorization: `Bearer ${token}` },
  })
}

test('B29 devices of members are told that a ledger was deleted, others only that there is none', async () => {
  const server = await started()
  const feed = await fetch(`${server.url}/_changes?feed=longpoll`, {
    headers: { authorization: `Bearer ${server.bob}` },
  })
  const before = performance.now()
  expect((await erase(server)).statusCode).toBe(204)
  expect(await feed.json()).toMatchObject({ results: [] })
  expect(performance.now() - before).toBeLessThan(1000)
  for (const token of [server.token, server.bob]) {
    const gone = { status: 404, code: 'ledger-deleted' }
    expect((await info(server, token)).json()).toMatchObject(gone)
  }
  const stranger = await info(server, server.cid)
  expect(stranger.json()).toMatchObject({ status: 404, code: 'not-found' })
})

test('B29 nobody brings a deleted ledger back by connecting or pushing', async () => {
  const server = await started()
  await erase(server)
  const connect = (token: string) =>
    ask(server.app, token, 'PUT', path, { name: 'Home' })
  expect((await connect(server.token)).json()).toMatchObject({
    code: 'ledger-deleted',
  })
  expect((await connect(server.cid)).json()).toMatchObject({
    code: 'ledger-taken',
  })
  const push = await server.app.inject({
    method: 'POST',
    url: `/sync/${aLedger}/db/_bulk_docs`,
    headers: { authorization: `Bearer ${server.bob}` },
    payload: { docs: [], new_edits: false },
  })
  expect(push.statusCode).toBe(404)
})

test('only an owner deletes, and may take it back within a week', async () => {
  const server = await started()
  const { app, token, bob } = server
  const asBob = await prove(app, bob)
  const refused = await ask(app, bob, 'DELETE', path, undefined, asBob)
  expect(refused.statusCode).toBe(403)
  await erase(server)
  const list = await ask(app, token, 'GET', '/ledgers')
  expect(list.json()).toMatchObject({
    ledgers: [],
    deleted: [{ id: aLedger, name: 'Home', role: 'owner' }],
  })
  const restore = `${path}/restore`
  const notBob = await ask(app, bob, 'POST', restore, undefined, asBob)
  expect(notBob.statusCode).toBe(403)
  const proof = await prove(app, token)
  const restored = await ask(app, token, 'POST', restore, undefined, proof)
  expect(restored.json()).toMatchObject({ id: aLedger, role: 'owner' })
  expect((await info(server, bob)).statusCode).toBe(200)
})

test('B29 after a week its folders are gone, and its members are still told', async () => {
  const server = await started()
  await info(server, server.token)
  await erase(server)
  await server.people.tidy()
  const folders = [aLedger, `${aLedger}.receipts`].map(name =>
    join(server.dataDir, 'ledgers', name),
  )
  for (const folder of folders) await access(folder)
  const week = 7 * 24 * 60 * 60 * 1000
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + week })
  await server.people.tidy()
  for (const folder of folders) {
    await expect(access(folder)).rejects.toMatchObject({ code: 'ENOENT' })
  }
  const token = (await signIn(server.app)).accessToken
  expect((await info(server, token)).json()).toMatchObject({
    code: 'ledger-deleted',
  })
  const proof = await prove(server.app, token)
  const restore = `${path}/restore`
  const late = await ask(server.app, token, 'POST', restore, undefined, proof)
  expect(late.json()).toMatchObject({ code: 'ledger-deleted' })
  const list = await ask(server.app, token, 'GET', '/ledgers')
  expect(list.json()).toEqual({ ledgers: [], deleted: [] })
})
