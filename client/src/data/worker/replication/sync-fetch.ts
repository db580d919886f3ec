import { roles, type Role } from '@ourmoney/shared/identity/api.ts'
import { roleHeader } from '@ourmoney/shared/identity/may-write.ts'
import type { TokenSource } from '../../device.ts'
import type { Refused } from './refused-records.ts'

/** What a request told about the server. */
export type Contact =
  | 'reached'
  | 'offline'
  | 'needs-sign-in'
  | 'no-access'
  | 'ledger-deleted'
  | 'quarantined'
  | 'ledger-full'

export type SyncFetchDeps = {
  readonly token: () => TokenSource | undefined
  readonly onContact: (contact: Contact) => void
  /** What the person is in this ledger, as soon as an answer begins. */
  readonly onRole?: ((role: Role) => void) | undefined
  /** Resolves when they are written down; PouchDB learns of the refusal after that. */
  readonly onRefused: (refused: readonly Refused[]) => Promise<void>
  readonly fetch?: typeof globalThis.fetch | undefined
  readonly now?: (() => number) | undefined
  readonly wait?: ((milliseconds: number) => Promise<void>) | undefined
}

/** A feed answers within 55 s; anything else is silent for much less. */
const feedSilence = 75_000
const silence = 30_000
const slowestUpload = 2_000
const mostBody = 6_000_000
const bulkGetTries = 5

/**
 * `fetch` as replication needs it: with the access token, a watchdog on
 * silence, one refresh and one replay on 401, retries where PouchDB would
 * fall back to a request per doc, and large writes split. What is not JSON
 * came from something between us and the server.
 */
export function createSyncFetch(deps: SyncFetchDeps): typeof fetch {
  const send = deps.fetch ?? globalThis.fetch.bind(globalThis)
  const now = deps.now ?? Date.now
  const wait =
    deps.wait ?? (ms => new Promise(resolve => setTimeout(resolve, ms)))

  async function once(
    url: string,
    init: RequestInit,
    force: boolean,
  ): Promise<Response> {
    const token = await readToken(force)
    if (token === undefined) {
      deps.onContact('needs-sign-in')
      throw new SyncError('needs-sign-in')
    }
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${token}`)
    try {
      return await sendWatched(send, url, { ...init, headers }, tellRole)
    } catch (cause) {
      // A request that we gave up tells nothing of the server.
      if (init.signal?.aborted !== true) deps.onContact('offline')
      throw new SyncError('offline', cause)
    }
  }

  function tellRole({ headers }: Response): void {
    const role = roles.find(each => each === headers.get(roleHeader))
    if (role !== undefined) deps.onRole?.(role)
  }

  /** Asking for one may need the server too. */
  async function readToken(force: boolean): Promise<string | undefined> {
    try {
      return await deps.token()?.(force)
    } catch (cause) {
      deps.onContact('offline')
      throw new SyncError('offline', cause)
    }
  }

  async function authorised(url: string, init: RequestInit): Promise<Response> {
    let response = await once(url, init, false)
    if (response.status === 401) response = await once(url, init, true)
    if (response.status === 401) {
      deps.onContact('needs-sign-in')
      throw new SyncError('needs-sign-in')
    }
    if (!isJson(response)) {
      deps.onContact('offline')
      throw new SyncError('offline')
    }
    const contact = await contactOf(response, url)
    deps.onContact(contact)
    if (contact === 'reached') return response
    await pauseFor(response, wait)
    throw new SyncError(contact)
  }

  async function patient(url: string, init: RequestInit): Promise<Response> {
    for (let tries = 1; ; tries++) {
      try {
        const response = await authorised(url, init)
        if (response.ok || tries === bulkGetTries) return response
      } catch (error) {
        const isHopeless =
          !(error instanceof SyncError) || error.contact !== 'offline'
        if (isHopeless || tries === bulkGetTries) throw error
      }
      await wait(200 * 2 ** tries)
    }
  }

  async function write(url: string, init: RequestInit): Promise<Response> {
    const text = typeof init.body === 'string' ? init.body : ''
    const parts = text.length > mostBody ? splitDocs(text) : [text]
    const refused: unknown[] = []
    for (const body of parts) {
      const response = await authorised(url, { ...init, body })
      if (!response.ok) return response
      const answer: unknown = await response.json()
      if (!Array.isArray(answer) || answer.length === 0) continue
      refused.push(...answer)
      await deps.onRefused(refusedOf(answer, body, now()))
    }
    return Response.json(refused, { status: 201 })
  }

  return (input, init = {}) => {
    const url = input instanceof Request ? input.url : input.toString()
    const path = new URL(url).pathname
    if (path.endsWith('/_bulk_docs')) return write(url, init)
    if (path.endsWith('/_bulk_get')) return patient(url, init)
    return authorised(url, init)
  }
}

export class SyncError extends Error {
  override readonly name = 'SyncError'
  readonly contact: Contact

  constructor(contact: Contact, cause?: unknown) {
    super(`Sync: ${contact}`, { cause })
    this.contact = contact
  }
}

/** Aborts when nothing was heard for too long; answers when the body is there. */
async function sendWatched(
  send: typeof fetch,
  url: string,
  init: RequestInit,
  onBegun: (response: Response) => void,
): Promise<Response> {
  const watchdog = new AbortController()
  const signals = [watchdog.signal, ...(init.signal ? [init.signal] : [])]
  const isFeed = url.includes('feed=longpoll')
  const size = typeof init.body === 'string' ? init.body.length : 0
  let timer = setTimeout(
    () => watchdog.abort(),
    (isFeed ? feedSilence : silence) + (size / slowestUpload) * 1_000,
  )
  try {
    const response = await send(url, {
      ...init,
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.any(signals),
    })
    onBegun(response)
    const pieces: Uint8Array<ArrayBuffer>[] = []
    const reader = response.body?.getReader()
    for (;;) {
      const read = await reader?.read()
      if (read === undefined || read.done) break
      pieces.push(read.value)
      if (isFeed) continue
      clearTimeout(timer)
      timer = setTimeout(() => watchdog.abort(), silence)
    }
    const hasBody = ![204, 205, 304].includes(response.status)
    return new Response(hasBody ? new Blob(pieces) : null, {
      status: response.status,
      headers: response.headers,
    })
  } finally {
    clearTimeout(timer)
  }
}

function isJson(response: Response): boolean {
  return /\bjson\b/.test(response.headers.get('content-type') ?? '')
}

async function contactOf(response: Response, url: string): Promise<Contact> {
  if (response.status < 400) return 'reached'
  if (response.status === 507) return 'ledger-full'
  const code = await codeOf(response)
  if (code === 'ledger-quarantined') return 'quarantined'
  if (code === 'ledger-deleted') return 'ledger-deleted'
  if (response.status === 403) return 'no-access'
  // A single doc or checkpoint may be missing; the ledger itself must not be.
  const isWhole = !/\/(db|receipts)\/(?!_changes|_bulk|_revs)./.test(
    new URL(url).pathname,
  )
  if (response.status === 404) return isWhole ? 'no-access' : 'reached'
  // Whatever else the server says of one request, PouchDB knows how to take it.
  return response.status >= 500 || response.status === 429
    ? 'offline'
    : 'reached'
}

async function codeOf(response: Response): Promise<unknown> {
  try {
    const body: unknown = await response.clone().json()
    return typeof body === 'object' && body !== null && 'code' in body
      ? body.code
      : undefined
  } catch {
    // Cut off on the way; its status says enough.
    return undefined
  }
}

async function pauseFor(
  response: Response,
  wait: (milliseconds: number) => Promise<void>,
): Promise<void> {
  const seconds = Number(response.headers.get('retry-after'))
  if (seconds > 0) await wait(Math.min(seconds, 10) * 1_000)
}

/** Docs of a request whose body is too large, as several bodies. */
function splitDocs(body: string): string[] {
  const { docs, ...rest } = JSON.parse(body) as { docs: unknown[] }
  const parts: unknown[][] = [[]]
  let size = 0
  for (const doc of docs) {
    const length = JSON.stringify(doc).length
    if (size > 0 && size + length > mostBody) {
      parts.push([])
      size = 0
    }
    parts.at(-1)?.push(doc)
    size += length
  }
  return parts.map(part => JSON.stringify({ ...rest, docs: part }))
}

function refusedOf(
  answer: readonly unknown[],
  body: string,
  at: number,
): Refused[] {
  const { docs } = JSON.parse(body) as {
    docs: readonly { _id: string; _rev: string }[]
  }
  const revs = new Map(docs.map(doc => [doc._id, doc._rev]))
  return answer.flatMap(each => {
    const { id, error, reason } = each as Record<string, unknown>
    if (typeof id !== 'string' || error === undefined) return []
    return [{ id, rev: revs.get(id) ?? '', reason: String(reason), at }]
  })
}
