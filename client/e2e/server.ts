import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** A real server in a process of its own, with a folder of its own. */
export type TestServer = {
  readonly url: string
  /** Where the first user is made; printed once by a new server. */
  readonly setUpLink: () => string
  readonly start: () => Promise<void>
  /** `SIGKILL` is the crash, `SIGTERM` the orderly end. */
  readonly stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>
  /** What its command line prints; while it is stopped. */
  readonly command: (...args: readonly string[]) => Promise<string>
  readonly dispose: () => Promise<void>
}

const run = promisify(execFile)
const setUp = /https?:\/\/\S+\/set-up#\S+/

export async function newServer(
  env: Readonly<Record<string, string>> = {},
): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'ourmoney-e2e-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const source = join(import.meta.dirname, '../../server/src')
  const environment = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: folder,
    UV_THREADPOOL_SIZE: '8',
    ...env,
  }
  let child: ChildProcess | undefined
  let output = ''

  async function start(): Promise<void> {
    const started = spawn(process.execPath, [join(source, 'main.ts')], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    const gather = (chunk: Buffer) => {
      output += chunk.toString()
    }
    started.stdout.on('data', gather)
    started.stderr.on('data', gather)
    // A new server says where its first user is made after it begins to listen.
    for (let tries = 0; !(await answers(url)) || !setUp.test(output); tries++) {
      if (tries > 300 || started.exitCode !== null) {
        throw new Error(`The server did not start:\n${output}`)
      }
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }

  async function stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') {
    const running = child
    child = undefined
    if (running === undefined || running.exitCode !== null) return
    const ended = once(running, 'exit')
    running.kill(signal)
    await ended
  }

  await start()
  return {
    url,
    setUpLink: () => {
      const link = setUp.exec(output)?.[0]
      if (link === undefined) throw new Error(`No set-up link in:\n${output}`)
      return link.replace(/^https?:\/\/[^/]+/, url)
    },
    start,
    stop,
    command: async (...args) => {
      const { stdout } = await run(
        process.execPath,
        [join(source, 'cli.ts'), ...args],
        { env: environment },
      )
      return stdout
    },
    dispose: async () => {
      await stop('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/health/ready`).then(
    reply => reply.ok,
    () => false,
  )
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const address = probe.address()
  if (address === null || typeof address === 'string') {
    throw new Error('No port')
  }
  probe.close()
  await once(probe, 'close')
  return address.port
}
