/**
 * What each route answers to whom, when everything else about the request is
 * right. A route without a row fails the test, and so does a row without a route.
 */
export const whos = [
  'nobody',
  'stranger',
  'viewer',
  'editor',
  'owner',
  'admin',
] as const
export type Who = (typeof whos)[number]

type Statuses = readonly [
  nobody: number,
  stranger: number,
  viewer: number,
  editor: number,
  owner: number,
  /** Of the server; no member of the ledger. */
  admin: number,
]

export type Row = {
  readonly statuses: Statuses
  /** Who is there must have been proved again: without that everybody is refused. */
  readonly proof?: boolean
  readonly body?: object
  readonly headers?: Readonly<Record<string, string>>
}

const everybody: Statuses = [200, 200, 200, 200, 200, 200]
const signedIn: Statuses = [401, 200, 200, 200, 200, 200]
const signedInEmpty: Statuses = [401, 204, 204, 204, 204, 204]
const members: Statuses = [401, 404, 200, 200, 200, 404]
const owners: Statuses = [401, 404, 403, 403, 200, 404]
const ownersEmpty: Statuses = [401, 404, 403, 403, 204, 404]
const admins: Statuses = [401, 403, 403, 403, 403, 200]
const nothingThere: Statuses = [401, 404, 404, 404, 404, 404]
const writersMake: Statuses = [401, 404, 403, 201, 201, 404]
const writersMiss: Statuses = [401, 404, 403, 404, 404, 404]
/** Refused alike, since what is shown is not known. */
const allRefused: Statuses = [403, 403, 403, 403, 403, 403]

const password = 'another horse, staple and battery'
const device = 'a phone'
const credential = {
  id: 'unknown',
  rawId: 'unknown',
  type: 'public-key',
  clientExtensionResults: {},
  response: {
    clientDataJSON: '',
    authenticatorData: '',
    attestationObject: '',
    signature: '',
  },
}

const anyRevision = { 'if-match': '*' }

/** What programs reach, by a person's session here: routes/book/transactions.test.ts tries their tokens. */
function bookOf(): Readonly<Record<string, Row>> {
  const base = '/ledgers/:ledger'
  const coffee = {
    type: 'expense',
    description: 'Coffee',
    minor: 120,
    currency: 'EUR',
    date: '2026-11-22',
  }
  const bodies = {
    accounts: { name: 'Purse', type: 'cash', currency: 'EUR' },
    categories: { name: 'Food', type: 'expense' },
    payees: { name: 'Market' },
    budgets: { period: 'month', minor: 1, currency: 'EUR' },
    household: { name: 'Rui' },
    transactions: coffee,
  }
  const records = Object.entries(bodies).flatMap(([path, body]) => [
    [`GET ${base}/${path}`, { statuses: members }],
    [`POST ${base}/${path}`, { statuses: writersMake, body }],
    [`GET ${base}/${path}/:id`, { statuses: nothingThere }],
    [
      `PATCH ${base}/${path}/:id`,
      {
        statuses: writersMiss,
        headers: anyRevision,
        body: {},
      },
    ],
  ])
  return {
    // No device has sent what it is.
    [`GET ${base}`]: { statuses: nothingThere },
    [`GET ${base}/totals`]: { statuses: members },
    [`GET ${base}/export`]: { statuses: members },
    ...(Object.fromEntries(records) as Readonly<Record<string, Row>>),
    [`POST ${base}/transactions/bulk`]: {
      statuses: [401, 404, 403, 200, 200, 404],
      body: { operations: [{ do: 'create', transaction: coffee }] },
    },
    [`DELETE ${base}/transactions/:id`]: { statuses: writersMiss },
    [`DELETE ${base}/budgets/:id`]: { statuses: writersMiss },
  }
}

const api: Readonly<Record<string, Row>> = {
  'GET /server': { statuses: everybody },

  'GET /ledgers': { statuses: signedIn },
  'PUT /ledgers/:ledger': {
    statuses: [401, 409, 200, 200, 200, 409],
    body: { name: 'Home' },
  },
  'DELETE /ledgers/:ledger': { statuses: ownersEmpty, proof: true },
  'POST /ledgers/:ledger/restore': { statuses: owners, proof: true },
  'GET /ledgers/:ledger/members': { statuses: members },
  'PUT /ledgers/:ledger/members/:user': {
    statuses: owners,
    body: { role: 'viewer' },
  },
  'DELETE /ledgers/:ledger/members/:user': { statuses: ownersEmpty },
  'POST /ledgers/:ledger/hand-over': {
    statuses: owners,
    proof: true,
    body: { user: ':user' },
  },
  'POST /ledgers/:ledger/invitations': {
    statuses: [401, 404, 403, 403, 201, 404],
    body: { role: 'editor' },
  },
  'GET /ledgers/:ledger/invitations': { statuses: owners },
  'DELETE /ledgers/:ledger/invitations/:invitation': { statuses: ownersEmpty },
  'GET /ledgers/:ledger/tokens': { statuses: members },
  'POST /ledgers/:ledger/tokens': {
    statuses: [401, 404, 201, 201, 201, 404],
    proof: true,
    body: { name: 'Backup', access: 'read', days: 30 },
  },
  // Somebody else's, which only an owner may revoke.
  'DELETE /ledgers/:ledger/tokens/:token': {
    statuses: [401, 404, 404, 404, 204, 404],
  },
  'GET /ledgers/:ledger/webhooks': { statuses: members },
  'POST /ledgers/:ledger/webhooks': {
    statuses: [401, 404, 201, 201, 201, 404],
    proof: true,
    body: { address: 'https://program.example/hook' },
  },
  // Somebody else's, which only an owner may test or revoke.
  'POST /ledgers/:ledger/webhooks/:webhook/test': {
    statuses: [401, 404, 404, 404, 200, 404],
  },
  'DELETE /ledgers/:ledger/webhooks/:webhook': {
    statuses: [401, 404, 404, 404, 204, 404],
  },
  'GET /ledgers/:ledger/audit': { statuses: owners },
  ...bookOf(),

  'POST /invitations/look': { statuses: everybody, body: { code: ':code' } },
  'POST /invitations/accept': { statuses: signedIn, body: { code: ':code' } },

  'GET /admin/users': { statuses: admins },
  'PUT /admin/users/:user': {
    statuses: admins,
    proof: true,
    body: { disabled: true },
  },
  'POST /admin/users/:user/reset-link': {
    statuses: [401, 403, 403, 403, 403, 201],
    proof: true,
  },
  'DELETE /admin/users/:user/sessions': {
    statuses: [401, 403, 403, 403, 403, 204],
    proof: true,
  },
  'GET /admin/audit': { statuses: admins },
  'GET /admin/health': { statuses: admins },
  'GET /admin/ledgers': { statuses: admins },
  'POST /admin/backups': { statuses: [401, 403, 403, 403, 403, 201] },
  'POST /admin/backups/:backup/ledgers/:ledger': {
    statuses: [401, 403, 403, 403, 403, 404],
    proof: true,
  },

  'POST /auth/set-up': {
    statuses: [409, 409, 409, 409, 409, 409],
    body: { token: 'x', name: 'Eve', password, device },
  },
  'POST /auth/register': {
    statuses: everybody,
    body: { name: 'Eve', password, device, code: ':code' },
  },
  'POST /auth/sign-in': {
    statuses: [401, 401, 401, 401, 401, 401],
    body: { name: 'Ann', password, device },
  },
  'POST /auth/refresh': { statuses: [401, 401, 401, 401, 401, 401] },
  'POST /auth/sign-out': { statuses: [204, 204, 204, 204, 204, 204] },
  'POST /auth/confirm': { statuses: signedIn, body: { password: ':password' } },
  'GET /auth/sessions': { statuses: signedIn },
  'DELETE /auth/sessions': { statuses: signedInEmpty },
  'DELETE /auth/sessions/:session': { statuses: signedInEmpty },
  'POST /auth/sessions/:session/wipe': { statuses: signedInEmpty, proof: true },
  'PUT /auth/password': {
    statuses: signedInEmpty,
    proof: true,
    body: { password },
  },
  'POST /auth/reset': {
    statuses: allRefused,
    body: { token: 'x', password },
  },
  'GET /auth/factors': { statuses: signedIn },
  'POST /auth/totp': { statuses: signedIn, proof: true },
  'PUT /auth/totp': {
    statuses: [401, 403, 403, 403, 403, 403],
    proof: true,
    body: { code: '000000' },
  },
  'DELETE /auth/totp': { statuses: signedInEmpty, proof: true },
  'POST /auth/recovery-codes': {
    statuses: [401, 404, 404, 404, 404, 404],
    proof: true,
  },
  'POST /auth/passkeys/options': { statuses: signedIn, proof: true },
  'POST /auth/passkeys': {
    statuses: [401, 403, 403, 403, 403, 403],
    proof: true,
    body: { name: 'A phone', response: credential },
  },
  'DELETE /auth/passkeys/:passkey': {
    statuses: [401, 404, 404, 404, 404, 404],
    proof: true,
  },
  'POST /auth/passkey/options': { statuses: everybody },
  'POST /auth/passkey': {
    statuses: allRefused,
    body: { response: credential, device },
  },
  'GET /auth/audit': { statuses: signedIn },
}

const checkpoint = { session_id: 'x', history: [] }

function replicated(path: string): Readonly<Record<string, Row>> {
  const base = `/sync/:ledger/${path}`
  return {
    [`GET ${base}`]: { statuses: members },
    [`GET ${base}/`]: { statuses: members },
    [`GET ${base}/_changes`]: { statuses: members },
    [`POST ${base}/_changes`]: { statuses: members, body: {} },
    [`POST ${base}/_revs_diff`]: { statuses: members, body: {} },
    [`POST ${base}/_bulk_get`]: { statuses: members, body: { docs: [] } },
    // A viewer's docs are refused one by one: test/roles.test.ts.
    [`POST ${base}/_bulk_docs`]: {
      statuses: [401, 404, 201, 201, 201, 404],
      body: { docs: [], new_edits: false },
    },
    [`GET ${base}/_local/:id`]: { statuses: [401, 404, 404, 404, 404, 404] },
    [`PUT ${base}/_local/:id`]: {
      statuses: [401, 404, 201, 201, 201, 404],
      body: checkpoint,
    },
    [`GET ${base}/:id`]: { statuses: [401, 404, 404, 404, 404, 404] },
  }
}

export const matrix: Readonly<Record<string, Row>> = {
  'GET /health/live': { statuses: everybody },
  'GET /health/ready': { statuses: everybody },
  'GET /api/docs': { statuses: everybody },
  'GET /api/docs/openapi.json': { statuses: everybody },
  'GET /api/docs/style.css': { statuses: everybody },
  ...Object.fromEntries(
    Object.entries(api).map(([route, row]) => [
      route.replace(' ', ' /api/v1'),
      row,
    ]),
  ),
  // The welcome tells nothing of whether there is such a ledger.
  'GET /sync/:ledger': { statuses: everybody },
  'GET /sync/:ledger/': { statuses: everybody },
  ...replicated('db'),
  ...replicated('receipts'),
}
