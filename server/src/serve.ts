import { readFile } from 'node:fs/promises'
import { isIPv6 } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { ConfigError } from './config.ts'
import type { Config } from './config.ts'
import { openPeople } from './people/people.ts'
import { keepAssets } from './plugins/kept-assets.ts'
import { bookRoutes } from './routes/book/book-routes.ts'
import { createRefusedBodies } from './routes/replication/refused-bodies.ts'
import { replicationRoutes } from './routes/replication/replication.ts'
import { stopApp } from './stop.ts'
import { readBackupPassword } from './backup-password.ts'
import { listenToOperator } from './operator.ts'
import { createMetrics, serveMetrics } from './metrics.ts'
import { openStorage } from './open-storage.ts'
import { createOperations } from './operations.ts'
import { operatorTasks } from './operator-tasks.ts'
import { createBackups } from './storage/backup/backups.ts'
import { createUpkeep } from './upkeep.ts'
import { readVersion } from './version.ts'
import { createDeliveries } from './webhooks/deliveries.ts'
import { createPost } from './webhooks/post.ts'

/** LevelDB costs about five descriptors and 200 KB for each open ledger. */
const openLedgers = 100

/** Milliseconds that work may wait for its turn before more is refused. */
const mostDelay = 1_000

export type RunningServer = {
  readonly url: string
  /** Makes the first user; `undefined` when there is one. */
  readonly setUpLink: string | undefined
  readonly stop: () => Promise<void>
}

export async function serve(config: Config): Promise<RunningServer> {
  const tls = await readTls(config)
  const password = await readBackupPassword(config)
  const { dataDir, backupDir } = config
  let log: FastifyBaseLogger | undefined
  const { databases, secret, followed } = await openStorage(config, {
    limit: openLedgers,
    onIncident: ({ name, what, cause }) =>
      log?.error({ database: name, err: cause }, `a database: ${what}`),
  })
  try {
    const version = await readVersion()
    const backups =
      backupDir === undefined
        ? undefined
        : createBackups({ databases, folder: backupDir, version, password })
    const operations = createOperations({ databases, backups, version })
    const metrics = createMetrics({ databases, backups })
    const people = await openPeople({
      database: databases.system(),
      secret,
      ledgerDatabases: databases,
      followed,
      onSilence: error =>
        log?.error({ err: error }, 'nothing is heard of other servers'),
      onReuse: ({ id, user }) =>
        app.log.warn({ session: id, user }, 'used refresh token came back'),
    })
    const { webhooksToPrivate: toPrivate } = config
    const deliveries = createDeliveries({
      webhooks: people.webhooks,
      databases,
      post: createPost({ toPrivate }),
      toPrivate,
      isCurrent: () => people.following?.isCurrent() !== false,
      onUntold: ({ cause, isOff, ...about }) => {
        const level = isOff ? 'warn' : 'info'
        const what = isOff ? 'a webhook is off' : 'a webhook was not told'
        log?.[level]({ ...about, err: cause }, what)
      },
    })
    const webDir = config.webDir ?? builtApp
    const keptAssets = join(dataDir, 'web-app')
    await keepAssets(webDir, keptAssets)
    const app = await buildApp({
      people,
      secret,
      version,
      tls,
      trustProxy: config.trustProxy,
      publicUrl: config.publicUrl,
      registration: config.registration,
      webDirs: [webDir, keptAssets],
      logLevel: config.logLevel,
      operations,
      deliveries,
      watch: metrics.watch,
      mostDelay,
      replication: async (each, access) => {
        const { ledgerCaps: caps, receiptCaps } = config
        await each.register(
          replicationRoutes({
            databases,
            access,
            caps,
            receiptCaps,
            refusedBodies: createRefusedBodies(),
          }),
        )
        await each.register(bookRoutes({ databases, access, caps }), {
          prefix: '/api/v1',
        })
      },
    })
    log = app.log
    databases.expect(people.ledgers.registered())
    for (const trouble of databases.troubles()) {
      app.log.error(trouble, 'a database is put aside')
    }
    const upkeep = createUpkeep({
      databases,
      people,
      backups,
      quietHour: config.quietHour,
      log: app.log,
    })
    const listening = await listen(app, config)
    const watched =
      config.metrics && (await serveMetrics(metrics, config.metrics))
    const url = config.publicUrl ?? listening
    const tasks = operatorTasks({ databases, backups, version, password })
    const stopListening = await listenToOperator(dataDir, tasks).catch(
      (error: unknown) => {
        // The path may be longer than sockets have.
        app.log.warn(
          { err: error },
          'the command line cannot reach this server',
        )
        return async () => {}
      },
    )
    upkeep.start()
    deliveries.start()
    const token = people.setUp.token
    return {
      url,
      setUpLink: token && `${url}/set-up#${token}`,
      stop: async () => {
        operations.drain()
        const delivered = deliveries.stop()
        await setTimeout(config.drainSeconds * 1000)
        await stopApp(app)
        // A backup that takes longer is ended, and made anew another time.
        const rest = Promise.all([delivered, stopListening(), upkeep.stop()])
        await Promise.race([rest, setTimeout(5_000, undefined, { ref: false })])
        await watched?.stop()
        metrics.stop()
        operations.stop()
        await people.following?.stop()
        await databases.close()
      },
    }
  } catch (error) {
    await databases.close()
    throw error
  }
}

const builtApp = join(import.meta.dirname, '../../client/dist')

async function listen(app: FastifyInstance, config: Config): Promise<string> {
  try {
    await app.listen({ port: config.port, host: config.host })
  } catch (cause) {
    throw isCoded(cause, 'EADDRINUSE')
      ? new ConfigError('PORT', `${config.port} is in use by another program`)
      : cause
  }
  const scheme = config.tls === undefined ? 'http' : 'https'
  const bound = app.server.address()
  const port =
    bound !== null && typeof bound === 'object' ? bound.port : config.port
  const host = anyAddress.has(config.host) ? 'localhost' : config.host
  return `${scheme}://${isIPv6(host) ? `[${host}]` : host}:${port}`
}

const anyAddress = new Set(['0.0.0.0', '::'])

async function readTls({ tls }: Config) {
  return (
    tls && {
      cert: await readTlsFile('TLS_CERT', tls.cert),
      key: await readTlsFile('TLS_KEY', tls.key),
    }
  )
}

async function readTlsFile(variable: string, path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    throw new ConfigError(variable, `"${path}" cannot be read`)
  }
}

function isCoded(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
