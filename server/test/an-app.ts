import { createRequire } from 'node:module'
import type { FastifyInstance } from 'fastify'
import PouchDB from 'pouchdb-core'
import type { SessionReply } from '@ourmoney/shared/identity/api.ts'
import { buildApp } from '../src/app.ts'
import type { Deps } from '../src/app.ts'
import { openPeople } from '../src/people/people.ts'
import type { People, PeopleDeps } from '../src/people/people.ts'
import type { SystemDatabase } from '../src/people/store.ts'

const require = createRequire(import.meta.url)
const memoryAdapter: PouchDB.Plugin = require('pouchdb-adapter-memory')
PouchDB.plugin(memoryAdapter)

export const aSecret = 'Zq3vX8sLk0PwY6tRj2NbH9mCf5DgA1eU'
export const aPassword = 'a horse, a staple and a battery'

let databases = 0

export function aDatabase(): SystemDatabase {
  databases += 1
  return new PouchDB(`people-${databases}`, { adapter: 'memory' })
}

/** Counts what a real one would spend its time on. */
export function aHasher() {
  const calls: string[] = []
  return {
    calls,
    hash: async (password: string) => {
      calls.push('hash')
      return `hashed ${password}`
    },
    verify: async (hashed: string, password: string) => {
      calls.push('verify')
      return hashed === `hashed ${password}`
    },
  }
}

export async function somePeople(
  deps: Partial<PeopleDeps> = {},
): Promise<People> {
  return openPeople({
    database: aDatabase(),
    secret: aSecret,
    ledgerDatabases: { create: async () => {}, remove: async () => {} },
    hasher: aHasher(),
    ...deps,
  })
}

/** As if every address were told, and none ever were. */
export const noDeliveries: Deps['deliveries'] = {
  readAddress: address => address,
  positionOf: async () => ({ epoch: '', seq: 0 }),
  test: async () => undefined,
}

type AppOptions = Partial<Deps> & {
  readonly people?: People
  /** `false`: nobody is a user yet. */
  readonly setUp?: boolean
}

/** A whole server in memory, without a port, with Ann as its first user. */
export async function anApp(options: AppOptions = {}) {
  const people = options.people ?? (await somePeople())
  const app = await buildApp({
    secret: aSecret,
    version: '0.0.0',
    deliveries: noDeliveries,
    ...options,
    people,
  })
  if (people.users.isEmpty() && options.setUp !== false) {
    await people.setUp.makeFirstUser(people.setUp.token ?? '', {
      name: 'Ann',
      password: aPassword,
    })
  }
  return { app, people }
}

export async function signIn(app: FastifyInstance, name = 'Ann') {
  const reply = await app.inject({
    method: 'POST',
    url: '/api/v1/auth/sign-in',
    payload: { name, password: aPassword, device: 'a phone' },
  })
  const session = reply.json<SessionReply>()
  return { ...session, reply, cookie: cookieOf(reply) }
}

/** The refresh cookie of a reply, as the browser would send it back. */
export function cookieOf(reply: {
  readonly cookies: readonly { readonly name: string; readonly value: string }[]
}): string {
  return reply.cookies
    .map(({ name, value }) => `${name}=${value}`)
    .slice(-1)
    .join('')
}

export function refresh(app: FastifyInstance, cookie: string, headers = {}) {
  return app.inject({
    method: 'POST',
    url: '/api/v1/auth/refresh',
    headers: { cookie, ...headers },
  })
}

/** One more user, who may sign in with `aPassword`. */
export async function aUser(people: People, name: string): Promise<string> {
  const user = { name, password: aPassword, admin: false }
  return (await people.users.create(user)).id
}

/** Asks the API as whoever holds the token. */
export function ask(
  app: FastifyInstance,
  token: string | undefined,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  payload?: object,
  headers = {},
) {
  return app.inject({
    method,
    url: `/api/v1${path}`,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(payload !== undefined && { payload }),
  })
}

/** The headers of an act that cannot be taken back. */
export async function prove(
  app: FastifyInstance,
  token: string,
  password = aPassword,
) {
  const reply = await ask(app, token, 'POST', '/auth/confirm', { password })
  return { 'ourmoney-proof': reply.json<{ proof: string }>().proof }
}

/** Asks for something that only a signed-in person gets. */
export function getLedgers(app: FastifyInstance, token: string) {
  return app.inject({
    url: '/api/v1/ledgers',
    headers: { authorization: `Bearer ${token}` },
  })
}
