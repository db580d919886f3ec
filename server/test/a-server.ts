import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PouchDB from 'pouchdb-core'
import { buildApp } from '../src/app.ts'
import type { Deps } from '../src/app.ts'
import { openPeople } from '../src/people/people.ts'
import type { LedgerCaps } from '../src/routes/replication/caps.ts'
import { bookRoutes } from '../src/routes/book/book-routes.ts'
import type { RefusedBodies } from '../src/routes/replication/refused-bodies.ts'
import { replicationRoutes } from '../src/routes/replication/replication.ts'
import { stopApp } from '../src/stop.ts'
import { createMetrics } from '../src/metrics.ts'
import { createOperations } from '../src/operations.ts'
import { createBackups } from '../src/storage/backup/backups.ts'
import { openDatabases } from '../src/storage/databases.ts'
import { createDeliveries } from '../src/webhooks/deliveries.ts'
import type { DeliveriesDeps } from '../src/webhooks/deliveries.ts'
import { createPost } from '../src/webhooks/post.ts'
import { aHasher, aPassword, aSecret, signIn } from './an-app.ts'

const require = createRequire(import.meta.url)
for (const plugin of [
  'pouchdb-adapter-memory',
  'pouchdb-adapter-http',
  'pouchdb-replication',
]) {
  PouchDB.plugin(require(plugin))
}

/** A ledger id that Ann's server knows. */
export const aLedger = '0'.repeat(25) + '1'

let devices = 0

type ServerOptions = {
  readonly dataDir?: string
  readonly caps?: LedgerCaps
  readonly receiptCaps?: LedgerCaps
  readonly refusedBodies?: RefusedBodies
  readonly onRoute?: Deps['onRoute']
  readonly isMeasured?: boolean
  /** How webhooks are told; nobody does but by `deliveries.look()`. */
  readonly delivering?: Partial<DeliveriesDeps>
}

/** A whole server with LevelDB in a folder of its own, Ann signed in and a ledger of hers. */
export async function aServer({
  dataDir,
  caps,
  receiptCaps,
  refusedBodies,
  onRoute = () => {},
  isMeasured = false,
  delivering = {},
}: ServerOptions = {}) {
  const dir = dataDir ?? (await mkdtemp(join(tmpdir(), 'ourmoney-')))
  const databases = await openDatabases({ dataDir: dir, limit: 100 })
  const people = await openPeople({
    database: databases.system(),
    secret: aSecret,
    ledgerDatabases: databases,
    hasher: aHasher(),
  })
  const version = '0.0.0'
  const folder = join(dir, 'backups')
  const backups = createBackups({ databases, folder, version })
  const operations = createOperations({ databases, backups, version })
  const metrics = isMeasured ? createMetrics({ databases, backups }) : undefined
  const toPrivate = delivering.toPrivate ?? true
  const deliveries = createDeliveries({
    webhooks: people.webhooks,
    databases,
    post: createPost({ toPrivate }),
    toPrivate,
    isCurrent: () => true,
    ...delivering,
  })
  const app = await buildApp({
    people,
    deliveries,
    secret: aSecret,
    version,
    operations,
    onRoute,
    ...(metrics !== undefined && { watch: metrics.watch }),
    replication: async (each, access) => {
      await each.register(
        replicationRoutes({
          databases,
          access,
          caps,
          receiptCaps,
          refusedBodies,
        }),
      )
      await each.register(bookRoutes({ databases, access, caps }), {
        prefix: '/api/v1',
      })
    },
  })
  if (people.users.isEmpty()) {
    await people.setUp.makeFirstUser(people.setUp.token ?? '', {
      name: 'Ann',
      password: aPassword,
    })
  }
  const session = await signIn(app)
  const token = session.accessToken
  await app.inject({
    method: 'PUT',
    url: `/api/v1/ledgers/${aLedger}`,
    headers: { authorization: `Bearer ${token}` },
    payload: { name: 'Home' },
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const origin = `http://127.0.0.1:${port}`
  return {
    app,
    people,
    databases,
    backups,
    operations,
    metrics,
    deliveries,
    dataDir: dir,
    origin,
    token,
    session,
    url: `${origin}/sync/${aLedger}/db`,
    receiptsUrl: `${origin}/sync/${aLedger}/receipts`,
    close: async () => {
      await deliveries.stop()
      await stopApp(app, 500)
      operations.stop()
      metrics?.stop()
      await databases.close()
    },
    dispose: async () => {
      await deliveries.stop()
      await stopApp(app, 500)
      operations.stop()
      metrics?.stop()
      await databases.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

export type AServer = Awaited<ReturnType<typeof aServer>>

/** The server's ledger as a replicator sees it. */
export function remoteOf(
  url: string,
  token: string,
  heard: (address: string) => void = () => {},
): PouchDB.Database {
  return new PouchDB(url, {
    adapter: 'http',
    skip_setup: true,
    fetch: (target: string | Request, options: RequestInit = {}) => {
      const headers = new Headers(options.headers)
      headers.set('authorization', `Bearer ${token}`)
      heard(typeof target === 'string' ? target : target.url)
      return fetch(target, { ...options, headers })
    },
  } as unknown as PouchDB.Configuration.DatabaseConfiguration)
}

type Replicated = { readonly ok: boolean; readonly docs_written: number }
export type Run = Promise<Replicated> & {
  cancel(): void
  on(event: 'denied', listener: (refused: unknown) => void): Run
}
type Replicate = {
  to(remote: PouchDB.Database, options?: object): Run
  from(remote: PouchDB.Database, options?: object): Run
}
export type Device = PouchDB.Database & { readonly replicate: Replicate }

/** A device's own database, in memory. */
export function aDevice(): Device {
  devices += 1
  return new PouchDB(`device-${process.pid}-${devices}`, {
    adapter: 'memory',
  }) as Device
}
