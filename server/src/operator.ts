import { chmod, rm } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import * as z from 'zod'

/**
 * How the command line reaches a running server: a socket in the data
 * directory, for whoever may read that directory, and for nobody on the network.
 */
export type OperatorTasks = Readonly<
  Record<
    string,
    (argument: string, options: readonly string[]) => Promise<string>
  >
>

const order = z.strictObject({
  task: z.string(),
  argument: z.string(),
  options: z.array(z.string()),
})
const answerSchema = z.object({
  said: z.string().optional(),
  failed: z.string().optional(),
})
type Answer = z.infer<typeof answerSchema>

function socketIn(dataDir: string): string {
  return join(dataDir, 'operator.sock')
}

export async function listenToOperator(
  dataDir: string,
  tasks: OperatorTasks,
): Promise<() => Promise<void>> {
  const path = socketIn(dataDir)
  // Of a server that ended in disorder: the database's lock says that it is gone.
  await rm(path, { force: true })
  const server = createServer((asked, reply) => {
    void answer(tasks, asked).then(said => {
      reply.setHeader('content-type', 'application/json')
      reply.end(JSON.stringify(said))
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  await chmod(path, 0o600)
  return () =>
    new Promise(resolve => {
      server.close(() => resolve())
      server.closeIdleConnections()
    })
}

async function answer(
  tasks: OperatorTasks,
  asked: IncomingMessage,
): Promise<Answer> {
  try {
    const { task, argument, options } = order.parse(
      JSON.parse(await text(asked)),
    )
    const work = Object.hasOwn(tasks, task) ? tasks[task] : undefined
    if (work === undefined) return { failed: 'The server does not know that.' }
    return { said: await work(argument, options) }
  } catch (error) {
    return { failed: error instanceof Error ? error.message : 'It failed.' }
  }
}

/** What the running server answers; `undefined` when none runs. */
export async function askOperator(
  dataDir: string,
  task: string,
  argument: string,
  options: readonly string[] = [],
): Promise<Answer | undefined> {
  try {
    return await new Promise((resolve, reject) => {
      const asking = request(
        { socketPath: socketIn(dataDir), method: 'POST' },
        reply => {
          text(reply)
            .then(body => resolve(answerSchema.parse(JSON.parse(body))))
            .catch(reject)
        },
      )
      asking.on('error', reject)
      asking.end(JSON.stringify({ task, argument, options }))
    })
  } catch (error) {
    if (isNobodyThere(error)) return undefined
    throw error
  }
}

function isNobodyThere(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return code === 'ENOENT' || code === 'ECONNREFUSED'
}
