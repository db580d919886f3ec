import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sessionReply } from '@ourmoney/shared/identity/api.ts'
import type { MeasuredProcess } from './measured-process.ts'
import { startOurServer } from './our-server.ts'

/** A new server with an empty folder, on a core of its own, and who asks it. */
export type Door = {
  readonly server: MeasuredProcess
  /** The token of the server's first user. */
  readonly token: string
  /** Another token of that user. */
  readonly signIn: () => Promise<string>
  /** Makes another user; the token. */
  readonly register: (name: string, localAddress: string) => Promise<string>
  readonly send: (asked: Asked) => Promise<Reply>
  /** The same, for what must not fail: the answer. */
  readonly ask: (asked: Asked) => Promise<unknown>
  readonly close: () => Promise<void>
}

export type Asked = {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly token?: string
  /** As JSON, if it is no text yet. */
  readonly body?: object | string
  /** What one address asks is limited. */
  readonly localAddress?: string
}

type Reply = { readonly status: number; readonly text: string }

const device = 'bench'
const password = 'a horse, a staple and a battery'

export async function openDoor(core: number): Promise<Door> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ourmoney-bench-'))
  const server = await startOurServer(
    { DATA_DIR: dataDir, REGISTRATION: 'open' },
    core,
  )
  const { hostname, port } = new URL(server.origin)
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity })

  function send(asked: Asked): Promise<Reply> {
    const { method, path, token, localAddress } = asked
    const body =
      typeof asked.body === 'object' ? JSON.stringify(asked.body) : asked.body
    return new Promise((resolve, reject) => {
      const options = {
        method,
        host: hostname,
        port,
        path,
        agent,
        ...(localAddress !== undefined && { localAddress }),
        headers: {
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          }),
        },
      }
      const sent = request(options, reply => {
        const pieces: string[] = []
        reply.setEncoding('utf8')
        reply.on('data', (piece: string) => pieces.push(piece))
        reply.on('error', reject)
        reply.on('end', () =>
          resolve({ status: reply.statusCode ?? 0, text: pieces.join('') }),
        )
      })
      sent.on('error', (error: NodeJS.ErrnoException) => {
        // The server closed a connection that lay idle, as it may at any time.
        const isLate = sent.reusedSocket && error.code === 'ECONNRESET'
        if (isLate) send(asked).then(resolve, reject)
        else reject(error)
      })
      sent.end(body)
    })
  }

  async function ask(asked: Asked): Promise<unknown> {
    let { status, text } = await send(asked)
    // It has too much to do.
    while (status === 503) {
      await pause(1_000)
      ;({ status, text } = await send(asked))
    }
    if (status >= 400) throw new Error(`${asked.path}: ${status} ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }

  async function begin(path: string, body: object, localAddress?: string) {
    const reply = await ask({
      method: 'POST',
      path: `/api/v1/auth/${path}`,
      body: { password, device, ...body },
      ...(localAddress !== undefined && { localAddress }),
    })
    return sessionReply.parse(reply).accessToken
  }

  const setUpToken = /#(\S+)/.exec(server.output)?.[1]
  return {
    server,
    token: await begin('set-up', { token: setUpToken, name: 'Ann' }),
    signIn: () => begin('sign-in', { name: 'Ann' }),
    register: (name, localAddress) => begin('register', { name }, localAddress),
    send,
    ask,
    close: async () => {
      await server.stop()
      agent.destroy()
      await rm(dataDir, { recursive: true })
    },
  }
}
