import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { sessionReply } from '@ourmoney/shared/identity/api.ts'
import { aPassword } from './an-app.ts'

const main = join(import.meta.dirname, '../src/main.ts')

export type AProcess = {
  readonly url: string
  readonly pid: number
  readonly output: () => string
  /** Ann's token; makes her where nobody is. */
  readonly signIn: () => Promise<string>
  /** Resolves when it is gone. */
  readonly kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>
}

/** The server as a process of its own, once it has greeted. */
export async function aProcess(
  environment: Readonly<Record<string, string>>,
  nodeOptions: readonly string[] = [],
): Promise<AProcess> {
  const child = spawn(process.execPath, [...nodeOptions, main], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      LOG_LEVEL: 'error',
      ...environment,
    },
  })
  const gone = once(child, 'exit')
  let output = ''
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: unknown) => {
      output += String(chunk)
      if (output.includes('OurMoney is at')) resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('exit', () => reject(new Error(`It does not start: ${output}`)))
  })
  const url = /is at (http\S+)/.exec(output)?.[1] ?? ''
  return {
    url,
    pid: child.pid ?? 0,
    output: () => output,
    signIn: async () => {
      const token = /\/set-up#(\S+)/.exec(output)?.[1]
      const path = token === undefined ? 'sign-in' : 'set-up'
      const reply = await fetch(`${url}/api/v1/auth/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          ...(token !== undefined && { token }),
          name: 'Ann',
          password: aPassword,
          device: 'a phone',
        }),
      })
      return sessionReply.parse(await reply.json()).accessToken
    },
    kill: async signal => {
      child.kill(signal)
      await gone
    },
  }
}

/** Asks the process at `url` with Ann's token. */
export function ask(
  url: string,
  token: string,
  method: 'GET' | 'POST' | 'PUT' = 'GET',
  body?: object,
): Promise<Response> {
  return fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}
