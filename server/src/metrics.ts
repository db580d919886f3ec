import { createServer } from 'node:http'
import {
  Counter,
  Gauge,
  Histogram,
  Registry,
  collectDefaultMetrics,
} from 'prom-client'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import { failureOf } from './plugins/failures.ts'
import { signals } from './signals.ts'
import type { Backups } from './storage/backup/backups.ts'
import type { Databases } from './storage/databases.ts'

export type MetricsDeps = {
  readonly databases: Databases
  readonly backups: Backups | undefined
}

/** What a Prometheus reads; `stop` hears no more signals. */
export type Metrics = {
  readonly read: () => Promise<string>
  /** Counts and times the answers of an app. */
  readonly watch: (app: FastifyInstance) => void
  readonly stop: () => void
}

const seconds = [0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

export function createMetrics({ databases, backups }: MetricsDeps): Metrics {
  const registers = [new Registry()]
  const [registry = new Registry()] = registers
  collectDefaultMetrics({ register: registry })

  const counter = (name: string, help: string, label?: string) =>
    new Counter({ name, help, registers, labelNames: label ? [label] : [] })
  const gauge = (
    name: string,
    help: string,
    collect?: (this: Gauge) => Promise<void> | void,
  ) => new Gauge({ name, help, registers, ...(collect && { collect }) })

  const docsIn = counter('ourmoney_docs_in_total', 'Docs stored for devices')
  const docsOut = counter('ourmoney_docs_out_total', 'Docs sent to devices')
  const docsRefused = counter(
    'ourmoney_docs_refused_total',
    'Docs refused for good, by reason',
    'reason',
  )
  const refused = counter(
    'ourmoney_requests_refused_total',
    'Requests refused, by code',
    'code',
  )
  const webhooks = counter(
    'ourmoney_webhooks_total',
    'Calls of webhooks, by what came of them',
    'outcome',
  )
  const answered = new Histogram({
    name: 'ourmoney_request_seconds',
    help: 'Time to answer, without open feeds',
    labelNames: ['method', 'route', 'status'],
    buckets: seconds,
    registers,
  })
  const synced = new Histogram({
    name: 'ourmoney_sync_seconds',
    help: 'Time until the disk had a write',
    buckets: seconds,
    registers,
  })
  const feeds = gauge('ourmoney_feeds', 'Open feeds')
  const hashQueue = gauge('ourmoney_hash_queue', 'Passwords waiting for a hash')
  gauge('ourmoney_databases_open', 'Open databases', function () {
    this.set(databases.countOpen())
  })
  gauge('ourmoney_databases_aside', 'Databases put aside', function () {
    this.set(databases.troubles().length)
  })
  gauge('ourmoney_disk_free_bytes', 'Room on the disk', async function () {
    this.set((await databases.room.look()).free)
  })
  if (backups !== undefined) {
    const help = 'Age of the newest backup; infinite without one'
    gauge('ourmoney_backup_age_seconds', help, async function () {
      const [newest] = await backups.list()
      this.set(newest ? (Date.now() - newest.at) / 1000 : Infinity)
    })
  }

  const undo = [
    signals.docsIn.hear(count => docsIn.inc(count)),
    signals.docsOut.hear(count => docsOut.inc(count)),
    signals.docRefused.hear(reason => docsRefused.inc({ reason })),
    signals.webhook.hear(outcome => webhooks.inc({ outcome })),
    signals.synced.hear(time => synced.observe(time)),
    signals.feeds.hear(count => feeds.set(count)),
    signals.hashQueue.hear(count => hashQueue.set(count)),
  ]

  return {
    read: () => registry.metrics(),
    watch: app => {
      app.addHook('onResponse', async (request, reply) => {
        const code = failureOf(request)
        if (code !== undefined) refused.inc({ code })
        // How long a feed was open says nothing of the server.
        const route = request.routeOptions.url ?? 'none'
        if (route.endsWith('/_changes')) return
        const labels = {
          method: request.method,
          route,
          status: reply.statusCode,
        }
        answered.observe(labels, reply.elapsedTime / 1000)
      })
    },
    stop: () => undo.forEach(each => each()),
  }
}

/** On a port of its own, which nobody but the one who watches should reach. */
export async function serveMetrics(
  metrics: Metrics,
  { port, host }: NonNullable<Config['metrics']>,
): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> {
  const server = createServer((request, reply) => {
    if (request.url !== '/metrics' || request.method !== 'GET') {
      reply.writeHead(404).end()
      return
    }
    metrics.read().then(
      text => {
        const type = 'text/plain; version=0.0.4; charset=utf-8'
        reply.writeHead(200, { 'content-type': type }).end(text)
      },
      () => reply.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const bound = server.address()
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : port,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
