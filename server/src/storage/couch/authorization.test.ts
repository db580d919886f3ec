import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createVerifier } from 'fast-jwt'
import { expect, test } from 'vitest'
import { authorizationFor } from './authorization.ts'
import { couchServer } from './couch-server.ts'

const key = 'Zq3vX8sLk0PwY6tRj2NbH9mCf5DgA1eU'
const ann = { username: 'ann', password: 'à:b' }
const nobody = { username: '', password: '' }

test('a name and a password of the address are sent as they are', () => {
  expect(authorizationFor(ann, undefined)()).toBe('Basic YW5uOsOgOmI=')
  expect(authorizationFor(nobody, undefined)()).toBeUndefined()
})

test('a key makes short-lived tokens of an admin, renewed before they end', () => {
  let now = 1_800_000_000_000
  const verify = createVerifier({
    key,
    algorithms: ['HS256'],
    requiredClaims: ['exp'],
    clockTimestamp: now + 29_000,
  })
  const authorization = authorizationFor(ann, key, () => now)
  const first = authorization()?.replace('Bearer ', '') ?? ''
  expect(verify(first)).toMatchObject({
    sub: 'ann',
    exp: now / 1_000 + 60,
    '_couchdb.roles': ['_admin'],
  })
  now += 29_000
  expect(authorization()).toBe(`Bearer ${first}`)
  now += 1_000
  const next = authorization()?.replace('Bearer ', '') ?? ''
  expect(verify(next)).toMatchObject({ exp: now / 1_000 + 60 })
})

test('a CouchDB gets a token with every request, and no password', async () => {
  const verify = createVerifier({ key, algorithms: ['HS256'] })
  const couch = createServer((request, reply) => {
    const [scheme, token = ''] = request.headers.authorization?.split(' ') ?? []
    const { sub } = verify(token) as { sub: string }
    reply.setHeader('content-type', 'application/json')
    reply.end(JSON.stringify([scheme, sub]))
  })
  couch.listen(0, '127.0.0.1')
  await once(couch, 'listening')
  const { port } = couch.address() as AddressInfo
  const server = couchServer(`http://ann:secret@127.0.0.1:${port}`, key)
  expect(await server.names()).toEqual(['Bearer', 'ann'])
  couch.closeAllConnections()
  couch.close()
})
