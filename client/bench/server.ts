import { sessionReply } from '@ourmoney/shared/identity/api.ts'
import { user } from '../e2e/errand.ts'
import { newServer, type TestServer } from '../e2e/server.ts'
import { ledgerDocs, type Book } from './household-docs.ts'

export type FilledServer = TestServer & {
  readonly ledger: string
  /** Puts docs into the ledger, as another device would. */
  readonly push: (docs: Iterable<object>) => Promise<void>
  /** Of the server's one user; holds for ten minutes. */
  readonly token: () => Promise<string>
}

const ledger = '0'.repeat(25) + '1'
/** As many as the server takes in one request. */
const batch = 1_000

/** A real server with one user, who owns a ledger of so many transactions. */
export async function filledServer(
  count: number,
  book: Book,
): Promise<FilledServer> {
  const server = await newServer({ LOG_LEVEL: 'error' })
  const { url } = server
  const setUp = await send('POST', `${url}/api/v1/auth/set-up`, {
    ...user,
    token: server.setUpLink().split('#')[1],
    device: 'bench',
  })
  const { accessToken } = sessionReply.parse(setUp)
  const path = `${url}/api/v1/ledgers/${ledger}`
  await send('PUT', path, { name: 'Ana & Rui' }, accessToken)
  const sync = `${url}/sync/${ledger}/db/_bulk_docs`
  const push = async (all: Iterable<object>, token: string) => {
    let docs: object[] = []
    const flush = async () => {
      await send('POST', sync, { docs, new_edits: false }, token)
      docs = []
    }
    for (const doc of all) {
      docs.push(doc)
      if (docs.length === batch) await flush()
    }
    await flush()
  }
  await push(ledgerDocs(count, Date.now(), book), accessToken)
  const signIn = async () => {
    const reply = await send('POST', `${url}/api/v1/auth/sign-in`, {
      ...user,
      device: 'bench',
    })
    return sessionReply.parse(reply).accessToken
  }
  return {
    ...server,
    ledger,
    push: async docs => push(docs, await signIn()),
    token: signIn,
  }
}

async function send(
  method: string,
  url: string,
  body: object,
  token = '',
): Promise<unknown> {
  const reply = await fetch(url, {
    method,
    headers: {
      'content-type': 'application/json',
      origin: new URL(url).origin,
      ...(token !== '' && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })
  const answer: unknown = await reply.json()
  if (!reply.ok) throw new Error(`${url}: ${JSON.stringify(answer)}`)
  const refused = Array.isArray(answer) ? answer.find(isRefused) : undefined
  if (refused !== undefined) throw new Error(JSON.stringify(refused))
  return answer
}

function isRefused(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'error' in result
}
