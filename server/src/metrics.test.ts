import { afterEach, expect, test } from 'vitest'
import { newId } from '@ourmoney/shared/sync/ids.ts'
import { aTransactionDoc } from '@ourmoney/shared/testing/docs.ts'
import { aDevice, aServer, remoteOf, type AServer } from '../test/a-server.ts'
import { serveMetrics } from './metrics.ts'

let server: AServer | undefined
afterEach(async () => {
  await server?.dispose()
})

/** The value of one line of what a Prometheus reads. */
function valueOf(text: string, line: string): number {
  const found = text.split('\n').find(each => each.startsWith(`${line} `))
  return Number(found?.split(' ').at(-1))
}

test('S9 docs in, out and refused, refused requests, synced writes, feeds, databases, disk and backups are measured', async () => {
  server = await aServer({ isMeasured: true })
  await server.backups.make()
  const device = aDevice()
  const docs = [1, 2, 3].map(n =>
    aTransactionDoc({ _id: newId('transaction', n, () => 0.5) }),
  )
  const bad = {
    ...docs[0],
    _id: newId('transaction', 9, () => 0.1),
    minor: 0.5,
  }
  await device.bulkDocs([...docs, bad])
  const remote = remoteOf(server.url, server.token)
  await device.replicate.to(remote)
  await aDevice().replicate.from(remote)
  await fetch(server.url)

  const text = (await server.metrics?.read()) ?? ''
  expect(valueOf(text, 'ourmoney_docs_in_total')).toBe(3)
  expect(valueOf(text, 'ourmoney_docs_out_total')).toBe(3)
  expect(valueOf(text, 'ourmoney_docs_refused_total{reason="schema"}')).toBe(1)
  expect(
    valueOf(text, 'ourmoney_requests_refused_total{code="not-signed-in"}'),
  ).toBe(1)
  expect(valueOf(text, 'ourmoney_sync_seconds_count')).toBeGreaterThan(3)
  expect(valueOf(text, 'ourmoney_feeds')).toBe(0)
  expect(valueOf(text, 'ourmoney_databases_aside')).toBe(0)
  expect(valueOf(text, 'ourmoney_disk_free_bytes')).toBeGreaterThan(0)
  expect(valueOf(text, 'ourmoney_backup_age_seconds')).toBeLessThan(60)
  expect(valueOf(text, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0)
  // No name, no id of anybody's.
  expect(text).not.toMatch(/txn_|[0-9a-hjkmnp-tv-z]{26}/)
})

test('S17 metrics have a port of their own, and nothing else is there', async () => {
  server = await aServer({ isMeasured: true })
  if (server.metrics === undefined) throw new Error('Not measured')
  const { port, stop } = await serveMetrics(server.metrics, {
    port: 0,
    host: '127.0.0.1',
  })
  const at = (path: string, method = 'GET') =>
    fetch(`http://127.0.0.1:${port}${path}`, { method })
  const reply = await at('/metrics')
  expect(reply.headers.get('content-type')).toContain('text/plain')
  expect(await reply.text()).toContain('ourmoney_databases_open')
  expect((await at('/health/live')).status).toBe(404)
  expect((await at('/metrics', 'POST')).status).toBe(404)
  await stop()
  const onPublicPort = await fetch(`${server.origin}/metrics`)
  expect(onPublicPort.status).toBe(404)
})
