import { createRequire } from 'node:module'
import PouchDB from 'pouchdb-core'
import * as z from 'zod'
import { Failure } from '../../failure.ts'
import type { Database, RevisionNode, RevisionPath } from '../pouch.ts'
import { authorizationFor } from './authorization.ts'
import { validation } from './validation.ts'

const require = createRequire(import.meta.url)
PouchDB.plugin(require('pouchdb-adapter-http') as PouchDB.Plugin)

/** Milliseconds for one answer. */
const patience = 30_000

/** A CouchDB, or a cluster of it behind one address. */
export type CouchServer = {
  readonly open: (name: string, countsRule?: boolean) => Database
  /** Makes a database that only the server's own user reaches; harmless when it is there. */
  readonly create: (name: string) => Promise<void>
  readonly remove: (name: string) => Promise<void>
  readonly names: () => Promise<readonly string[]>
  /** Whether it counts the rule of a database among its docs; some do not. */
  readonly countsRules: () => Promise<boolean>
}

/** `url` may carry the name and the password of a user who may make databases; with `jwtKey` only the name counts. */
export function couchServer(url: string, jwtKey?: string): CouchServer {
  const { base, ...user } = readUrl(url)
  const authorizationNow = authorizationFor(user, jwtKey)

  function ask(target: string | Request, options: RequestInit = {}) {
    const headers = new Headers(options.headers)
    const authorization = authorizationNow()
    if (authorization !== undefined) headers.set('authorization', authorization)
    headers.set('content-type', 'application/json')
    // A feed waits as long as it is asked to.
    const address = typeof target === 'string' ? target : target.url
    const waits = /[?&]feed=(longpoll|continuous)/.test(address)
    const signals = [
      ...(options.signal ? [options.signal] : []),
      ...(waits ? [] : [AbortSignal.timeout(patience)]),
    ]
    return fetch(target, {
      ...options,
      headers,
      ...(signals.length > 0 && { signal: AbortSignal.any(signals) }),
    }).catch((cause: unknown) => {
      if (options.signal?.aborted === true) throw cause
      throw new Failure('no-storage', { retryAfter: 5, cause })
    })
  }

  /** The same for a ledger's database, which may have been removed meanwhile. */
  async function askLedger(...asked: Parameters<typeof ask>) {
    const reply = await ask(...asked)
    if (reply.status === 404 && (await isOfDatabase(reply.clone()))) {
      throw new Failure('not-found')
    }
    return reply
  }

  async function tell(
    method: string,
    path: string,
    fine: readonly number[] = [],
    body?: object,
  ): Promise<unknown> {
    const reply = await ask(`${base}/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (reply.ok || fine.includes(reply.status)) return reply.json()
    throw new Failure('no-storage', {
      retryAfter: 5,
      cause: new Error(`CouchDB answered ${reply.status} to ${method}`),
    })
  }

  /** Only what is missing: another process may be making the same. */
  async function create(name: string): Promise<void> {
    await tell('PUT', name, [412])
    const security = securityReply.parse(await tell('GET', `${name}/_security`))
    if (!security.members.roles.includes('_admin')) {
      const nobody = { names: [], roles: ['_admin'] }
      const both = { admins: nobody, members: nobody }
      await tell('PUT', `${name}/_security`, [], both)
    }
    if (name === systemDatabase) return
    const path = `${name}/${validation._id}`
    const known = ruleReply.parse(await tell('GET', path, [404]))
    if (known.validate_doc_update === validation.validate_doc_update) return
    const { _rev } = known
    await tell('PUT', path, [409], { ...validation, ...(_rev && { _rev }) })
  }

  return {
    open: (name, countsRule = false) => {
      const isLedger = name !== systemDatabase
      const database = new PouchDB(`${base}/${name}`, {
        adapter: 'http',
        skip_setup: true,
        fetch: isLedger ? askLedger : ask,
      } as unknown as PouchDB.Configuration.DatabaseConfiguration)
      return asOurs(database as Database, isLedger, countsRule)
    },
    create,
    remove: async name => {
      await tell('DELETE', name, [404])
    },
    names: async () => (await tell('GET', '_all_dbs', [])) as string[],
    countsRules: async () => {
      await create(probeDatabase)
      const found = await tell('GET', probeDatabase, [])
      return (found as { doc_count: number }).doc_count === 1
    },
  }
}

export const systemDatabase = 'ourmoney-system'
/** Has nothing but its rule. */
const probeDatabase = 'ourmoney-probe'

const securityReply = z.object({
  members: z
    .object({ roles: z.array(z.string()).default([]) })
    .default({ roles: [] }),
})
const ruleReply = z.object({
  _rev: z.string().optional(),
  validate_doc_update: z.string().optional(),
})

/** Whether a database is missing, not one of its docs. */
async function isOfDatabase(reply: Response): Promise<boolean> {
  const said = missingReply.safeParse(await reply.json().catch(() => undefined))
  return said.success && !['missing', 'deleted'].includes(said.data.reason)
}

const missingReply = z.object({
  error: z.literal('not_found'),
  reason: z.string(),
})

function readUrl(url: string) {
  const { username, password, origin, pathname } = new URL(url)
  return {
    username: decodeURIComponent(username),
    password: decodeURIComponent(password),
    base: `${origin}${pathname}`.replace(/\/$/, ''),
  }
}

type WithRevisions = {
  readonly _deleted?: boolean
  readonly _revisions: {
    readonly start: number
    readonly ids: readonly string[]
  }
}

/** What the rest of the server takes a database for. */
function asOurs(
  database: Database,
  hasRule: boolean,
  countsRule: boolean,
): Database {
  // CouchDB tells no tree; its leaves with their ancestors say the same.
  database._getRevisionTree = (id, done) => {
    readLeavesOf(database, id).then(
      leaves => done(null, leaves.map(pathOf)),
      (error: unknown) => done(error),
    )
  }
  return hasRule ? withoutRule(database, countsRule) : database
}

type Changes = {
  readonly results: readonly { readonly id: string }[]
  readonly last_seq: number | string
}
type ReadChanges = (options: object) => Promise<Changes>

/** The rule of the database is a doc of its own, and nobody else's business. */
function withoutRule(database: Database, countsRule: boolean): Database {
  const info = database.info.bind(database)
  const changes = database.changes.bind(database) as unknown as ReadChanges

  async function read(options: object): Promise<Changes> {
    const found = await changes(options)
    const results = found.results.filter(({ id }) => !id.startsWith('_design/'))
    const left = found.results.length - results.length
    const limit = 'limit' in options ? Number(options.limit) : Infinity
    if (left === 0 || found.results.length < limit) return { ...found, results }
    // A page that is not full would be taken for the last.
    const more = await changes({
      ...options,
      since: found.last_seq,
      limit: left,
    })
    return { ...more, results: [...results, ...more.results] }
  }

  // On top of it: until it is ready PouchDB asks itself by name, and would be asked twice.
  return Object.assign(Object.create(database) as Database, {
    info: async () => {
      const found = await info()
      return { ...found, doc_count: found.doc_count - Number(countsRule) }
    },
    changes: (options: object) =>
      'live' in options ? changes(options) : read(options),
  })
}

async function readLeavesOf(
  database: Database,
  id: string,
): Promise<readonly WithRevisions[]> {
  const found = (await database.get(id, {
    open_revs: 'all',
    revs: true,
  })) as unknown as readonly { readonly ok?: WithRevisions }[]
  const leaves = found.flatMap(({ ok }) => ok ?? [])
  if (leaves.length === 0) throw Object.assign(new Error(id), { status: 404 })
  return leaves
}

function pathOf({ _deleted, _revisions }: WithRevisions): RevisionPath {
  const { start, ids } = _revisions
  const [leaf = '', ...ancestors] = ids
  let node: RevisionNode = [leaf, { deleted: _deleted === true }, []]
  for (const hash of ancestors) node = [hash, {}, [node]]
  return { pos: start - ancestors.length, ids: node }
}
