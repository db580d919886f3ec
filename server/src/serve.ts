import { readFile } from 'node:fs/promises'
import { isIPv6 } from 'node:net'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { buildApp } from './app.ts'
import { ConfigError } from './config.ts'
import type { Config } from './config.ts'
import { keptSecret } from './people/kept-secret.ts'
import { openPeople } from './people/people.ts'
import type { People } from './people/people.ts'
import { keepAssets } from './plugins/kept-assets.ts'
import { replicationRoutes } from './routes/replication/replication.ts'
import { stopApp } from './stop.ts'
import { openDatabases } from './storage/databases.ts'

/** LevelDB costs about five descriptors and 200 KB for each open ledger. */
const openLedgers = 100

export type RunningServer = {
  readonly url: string
  /** Makes the first user; `undefined` when there is one. */
  readonly setUpLink: string | undefined
  readonly stop: () => Promise<void>
}

export async function serve(config: Config): Promise<RunningServer> {
  const tls = await readTls(config)
  const secret = config.jwtSecret ?? (await keptSecret(config.dataDir))
  const databases = await openDatabases({
    dataDir: config.dataDir,
    limit: openLedgers,
  })
  try {
    const people = await openPeople({
      database: databases.system(),
      secret,
      ledgerDatabases: databases,
      onReuse: ({ id, user }) =>
        app.log.warn({ session: id, user }, 'used refresh token came back'),
    })
    const webDir = config.webDir ?? builtApp
    const keptAssets = join(config.dataDir, 'web-app')
    await keepAssets(webDir, keptAssets)
    const app = await buildApp({
      people,
      secret,
      version: await readVersion(),
      tls,
      trustProxy: config.trustProxy,
      publicUrl: config.publicUrl,
      registration: config.registration,
      webDirs: [webDir, keptAssets],
      logLevel: config.logLevel,
      replication: async (each, access) => {
        const { ledgerCaps: caps, receiptCaps } = config
        await each.register(
          replicationRoutes({ databases, access, caps, receiptCaps }),
        )
      },
    })
    const tidying = setInterval(() => void tidy(app, people), day)
    const listening = await listen(app, config)
    const url = config.publicUrl ?? listening
    const token = people.setUp.token
    return {
      url,
      setUpLink: token && `${url}/set-up#${token}`,
      stop: async () => {
        clearInterval(tidying)
        await stopApp(app)
        await databases.close()
      },
    }
  } catch (error) {
    await databases.close()
    throw error
  }
}

const day = 24 * 60 * 60 * 1000

async function tidy(app: FastifyInstance, people: People): Promise<void> {
  try {
    await people.tidy()
  } catch (error) {
    // Tomorrow is another day.
    app.log.error({ err: error }, 'tidying failed')
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

async function readVersion(): Promise<string> {
  const path = join(import.meta.dirname, '../package.json')
  const text = await readFile(path, 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}

function isCoded(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
