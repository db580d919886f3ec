import PouchDB from 'pouchdb-core'
import type { Random } from './a-random.ts'

/** The way to the server, which can be cut, and what was heard through it. */
export type Network = {
  readonly remote: PouchDB.Database
  /** Cuts it at one of the next requests, before or after the server has answered. */
  readonly cutSoon: (random: Random) => void
  readonly mend: () => void
  /** Revisions that the server said it has stored. */
  readonly acknowledged: readonly {
    readonly id: string
    readonly rev: string
  }[]
  /** Ids of what the server refused for good. */
  readonly refused: () => string[]
  readonly forgetRefused: () => void
}

export function aNetwork(url: string, token: string): Network {
  const acknowledged: { id: string; rev: string }[] = []
  const refused = new Set<string>()
  let requestsLeft = Infinity
  let isAnswerLost = false

  async function send(target: string, options: RequestInit = {}) {
    if (!isInfo(target)) requestsLeft -= 1
    const isCut = requestsLeft < 0 && !isInfo(target)
    if (isCut && !(isAnswerLost && requestsLeft === -1)) throw new CutError()
    const headers = new Headers(options.headers)
    headers.set('authorization', `Bearer ${token}`)
    const reply = await fetch(target, { ...options, headers })
    if (target.endsWith('/_bulk_docs') && reply.status === 201) {
      hear(options.body, (await reply.clone().json()) as Answer)
    }
    if (isCut) throw new CutError()
    return reply
  }

  function hear(request: RequestInit['body'], answer: Answer): void {
    if (typeof request !== 'string') throw new Error('JSON text is expected')
    const ids = new Set(answer.map(({ id }) => id))
    for (const id of ids) refused.add(id)
    const { docs } = JSON.parse(request) as {
      docs: { _id: string; _rev: string }[]
    }
    for (const { _id, _rev } of docs) {
      if (!ids.has(_id)) acknowledged.push({ id: _id, rev: _rev })
    }
  }

  return {
    remote: new PouchDB(url, {
      adapter: 'http',
      skip_setup: true,
      fetch: send,
    } as unknown as PouchDB.Configuration.DatabaseConfiguration),
    cutSoon: random => {
      requestsLeft = random.below(12)
      isAnswerLost = random.next() < 0.5
    },
    mend: () => {
      requestsLeft = Infinity
    },
    acknowledged,
    refused: () => [...refused],
    forgetRefused: () => refused.clear(),
  }
}

/** A failure of this one PouchDB leaves unhandled, so it never fails here. */
function isInfo(target: string): boolean {
  return /\/db\/?$/.test(target)
}

type Answer = readonly { readonly id: string }[]

/** Named as a browser names a failing network. */
class CutError extends Error {
  override readonly name = 'TypeError'
}
