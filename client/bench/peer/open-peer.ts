import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import type { Device } from '../stage.ts'
import type { PeerAnswer, PeerTask } from './peer-worker.ts'

const path = '/bench-peer'
let script: string | undefined

export type PeerRun = PeerAnswer & {
  /** Milliseconds from navigation to the answer on the page. */
  readonly sinceNavigation: number
}

/**
 * Does a task in a page of the app's origin that has nothing but PouchDB in a
 * worker. The app's service worker, which would answer in its place, is sent
 * away from an address that it leaves alone.
 */
export async function runPeer(
  device: Device,
  task: PeerTask,
): Promise<PeerRun> {
  script ??= await bundle()
  const page = await device.newPage()
  await page.goto('/health/ready')
  await page.evaluate(async () => {
    const all = await navigator.serviceWorker.getRegistrations()
    await Promise.all(all.map(each => each.unregister()))
  })
  await servePeer(page, script, task)
  await page.goto(path)
  const run = await page.evaluate(() => peerRun)
  await page.close()
  return run
}

declare global {
  // oxlint-disable-next-line no-var -- a property of globalThis is declared so.
  var peerRun: Promise<PeerRun>
}

async function servePeer(
  page: Page,
  code: string,
  task: PeerTask,
): Promise<void> {
  await page.route(`**${path}`, route =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>PouchDB alone</title><script>
        const code = ${asScript(code)}
        const worker = new Worker(URL.createObjectURL(new Blob([code])))
        var peerRun = new Promise(resolve => {
          worker.onmessage = ({ data }) =>
            resolve({ ...data, sinceNavigation: performance.now() })
        })
        worker.postMessage(${asScript(task)})
      </script>`,
    }),
  )
}

/** Nothing in it ends the script that it stands in. */
function asScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: join(import.meta.dirname, '..'),
    resolve: { alias: { events: 'events/' } },
    build: {
      write: false,
      target: 'es2023',
      rolldownOptions: {
        input: join(import.meta.dirname, 'peer-worker.ts'),
        output: { format: 'iife' },
      },
    },
  })
  const [first] = Array.isArray(built) ? built : [built]
  const chunk =
    first !== undefined && 'output' in first ? first.output[0] : undefined
  if (chunk === undefined) throw new Error('The peer was not built')
  return chunk.code
}
