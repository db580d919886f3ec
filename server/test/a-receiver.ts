import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { Webhook } from 'standardwebhooks'
import { expect } from 'vitest'
import { webhookBody } from '@ourmoney/shared/identity/webhooks.ts'

export type Received = {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A program that is told of changes, at an address of its own. */
export async function aReceiver() {
  const received: Received[] = []
  let answer: (reply: ServerResponse) => void = reply =>
    void reply.writeHead(204).end()
  const server = createServer((request, reply) => {
    const headers = request.headers as Received['headers']
    let body = ''
    request.setEncoding('utf8')
    request.on('data', part => {
      body += String(part)
    })
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers, body })
      answer(reply)
    })
  })
  let connections = 0
  server.on('connection', () => {
    connections += 1
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  const port = typeof bound === 'object' ? (bound?.port ?? 0) : 0
  return {
    address: `http://127.0.0.1:${port}/hook`,
    port,
    received,
    connections: () => connections,
    /** From now on. */
    answers: (
      status: number,
      headers: Readonly<Record<string, string>> = {},
    ) => {
      answer = reply => void reply.writeHead(status, headers).end()
    },
    does: (next: typeof answer) => {
      answer = next
    },
    /** What the last call says, once its signature was found to be right. */
    read: (secret: string) => {
      const { body = '', headers = {} } = received.at(-1) ?? {}
      const { 'webhook-id': id = '', 'webhook-timestamp': seconds } = headers
      const at = new Date(Number(seconds) * 1000)
      const signature = new Webhook(secret).sign(id, at, body)
      expect(headers['webhook-signature']).toBe(signature)
      return webhookBody.parse(JSON.parse(body))
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

export type AReceiver = Awaited<ReturnType<typeof aReceiver>>
