import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { People } from '../src/people/people.ts'
import { matrix, whos, type Row, type Who } from './access-matrix.ts'
import { anApp, aPassword, aUser, prove, signIn } from './an-app.ts'
import { aServer, type AServer } from './a-server.ts'

const ledger = '0'.repeat(25) + '2'

type Household = Awaited<ReturnType<typeof aHousehold>>

/** Ann keeps the server; of the others, each is in the ledger as what they are called. */
async function aHousehold(app: FastifyInstance, people: People) {
  const owner = await aUser(people, 'owner')
  await people.ledgers.connect(owner, ledger, 'Home')
  await aUser(people, 'stranger')
  for (const role of ['viewer', 'editor'] as const) {
    await people.members.add(ledger, await aUser(people, role), role)
  }
  const other = await aUser(people, 'other')
  await people.members.add(ledger, other, 'editor')
  const sessions = new Map<Who, { token: string; session: string }>()
  for (const who of whos.filter(each => each !== 'nobody')) {
    const name = who === 'admin' ? 'Ann' : who
    const { accessToken, session } = await signIn(app, name)
    sessions.set(who, { token: accessToken, session })
  }
  const invited = await people.invitations.create(ledger, owner, 'viewer')
  const { id: token } = await people.apiTokens.make({
    name: 'Backup',
    access: 'read',
    user: other,
    ledger,
    days: 30,
  })
  const { id: webhook } = await people.webhooks.make({
    user: other,
    ledger,
    address: 'https://program.example/hook',
    told: { epoch: '', seq: 0 },
  })
  const values: Readonly<Record<string, string>> = {
    ledger,
    user: other,
    code: invited.code,
    invitation: invited.invitation.id,
    password: aPassword,
    token,
    webhook,
    backup: 'ourmoney-2026-11-27T03-00-00Z',
    passkey: 'A'.repeat(43),
    id: 'txn_0001',
  }
  return { app, people, owner, sessions, values }
}

async function inMemory(): Promise<Household> {
  const { app, people } = await anApp()
  return aHousehold(app, people)
}

let server: AServer
let onDisk: Household
let shared: Household
const routes = new Map<string, string | undefined>()
beforeAll(async () => {
  server = await aServer({
    onRoute: ({ method, url, config }) => {
      for (const each of [method].flat()) {
        routes.set(`${each} ${url}`, config?.act)
      }
    },
  })
  onDisk = await aHousehold(server.app, server.people)
  shared = await inMemory()
})
afterAll(async () => server.dispose())

/** What stands on the disk. */
const isOfServer = /\/admin\/(health|ledgers|backups)/

/** Where a request changes something, nobody else is to be asked afterwards. */
async function placeFor(route: string, status: number): Promise<Household> {
  if (isOfLedgerData(route) || isOfServer.test(route)) return onDisk
  const changes = !route.startsWith('GET ') && status < 400
  const household = changes ? await inMemory() : shared
  if (changes && route.endsWith('/restore')) {
    await household.people.ledgers.remove(ledger, household.owner)
  }
  return household
}

/** Where there have to be databases on a disk, and what is written disturbs nobody. */
function isOfLedgerData(route: string): boolean {
  return (
    route.includes('/sync/') ||
    route === 'GET /api/v1/ledgers/:ledger' ||
    /:ledger\/(totals|export|transactions|accounts|categories|payees|budgets|household)/.test(
      route,
    )
  )
}

async function answer(
  { app, sessions, values }: Household,
  route: string,
  { body, headers, proof = false }: Row,
  who: Who,
  proves = proof,
) {
  const { token, session } = sessions.get(who) ?? {}
  const fill = (text: string) =>
    text.replaceAll(/:([a-z]+)/g, (all, name: string) =>
      name === 'session'
        ? (session ?? values['user'] ?? '')
        : (values[name] ?? all),
    )
  const payload = JSON.stringify(body, (_key, value: unknown) =>
    typeof value === 'string' && value.startsWith(':') ? fill(value) : value,
  )
  const [method = '', url = ''] = route.split(' ')
  return app.inject({
    method: method as 'GET',
    url: fill(url),
    headers: {
      ...headers,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(token !== undefined && proves && (await prove(app, token))),
    },
    ...(body !== undefined && { payload }),
  })
}

test('B1 B4 every route has a row of who gets what, and every row a route', () => {
  // Fastify answers HEAD as it answers GET, without the body.
  const named = [...routes.keys()].map(each => each.replace(/^HEAD /, 'GET '))
  expect([...new Set(named)].toSorted()).toEqual(Object.keys(matrix).toSorted())
})

test('every route that changes something tells the audit, or is known not to', () => {
  const silent = [...routes]
    .filter(([route]) => /^(POST|PUT|DELETE|PATCH) \/api/.test(route))
    .filter(([, act]) => act === undefined)
    // Each doc has its history.
    .filter(([route]) => !isOfLedgerData(route))
    .map(([route]) => route)
  expect(silent.toSorted()).toEqual([
    'POST /api/v1/auth/passkey/options',
    'POST /api/v1/auth/passkeys/options',
    'POST /api/v1/auth/refresh',
    'POST /api/v1/auth/sign-out',
    // Counts once it is turned on.
    'POST /api/v1/auth/totp',
    'POST /api/v1/invitations/look',
  ])
})

describe('B1', () => {
  test.each(Object.entries(matrix))(
    '%s answers to each what it may',
    async (route, row) => {
      const got: number[] = []
      for (const [at, who] of whos.entries()) {
        const place = await placeFor(route, row.statuses[at] ?? 0)
        got.push((await answer(place, route, row, who)).statusCode)
      }
      expect(got).toEqual(row.statuses)
    },
  )

  test.each(Object.entries(matrix).filter(([, { proof }]) => proof))(
    '%s wants a proof of everybody',
    async (route, row) => {
      for (const who of whos.filter(each => each !== 'nobody')) {
        const reply = await answer(shared, route, row, who, false)
        const refused = { status: 403, code: 'not-confirmed' }
        expect(reply.json()).toMatchObject(refused)
      }
    },
  )
})
