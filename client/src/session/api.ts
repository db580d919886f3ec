import * as z from 'zod'
import {
  ledgerReply,
  ledgersReply,
  problemCodes,
  problemReply,
  serverReply,
  sessionReply,
  sessionsReply,
  type ProblemCode,
} from '@ourmoney/shared/identity/api.ts'

export type ApiErrorCode = ProblemCode | 'unreachable'

/** The server refused, or there is none to be reached. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: ApiErrorCode
  /** Seconds to wait, when the server says so. */
  readonly retryAfter: number | undefined

  constructor(code: ApiErrorCode, retryAfter?: number, cause?: unknown) {
    super(`Server: ${code}`, { cause })
    this.code = code
    this.retryAfter = retryAfter
  }
}

const patience = 20_000

type Asking = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly body?: object
  readonly token?: string | undefined
}

/** The server's API as this app uses it; throws ApiError. */
export const api = {
  server: () => ask('/server', serverReply),
  setUp: (body: object) =>
    ask('/auth/set-up', sessionReply, { method: 'POST', body }),
  signIn: (body: object) =>
    ask('/auth/sign-in', sessionReply, { method: 'POST', body }),
  refresh: () => ask('/auth/refresh', sessionReply, { method: 'POST' }),
  signOut: () => ask('/auth/sign-out', z.unknown(), { method: 'POST' }),
  sessions: (token: string | undefined) =>
    ask('/auth/sessions', sessionsReply, { token }),
  endSession: (token: string | undefined, id: string) =>
    ask(`/auth/sessions/${id}`, z.unknown(), { method: 'DELETE', token }),
  ledgers: (token: string | undefined) =>
    ask('/ledgers', ledgersReply, { token }),
  connect: (token: string | undefined, id: string, name: string) =>
    ask(`/ledgers/${id}`, ledgerReply, {
      method: 'PUT',
      body: { name },
      token,
    }),
}

async function ask<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  { method = 'GET', body, token }: Asking = {},
): Promise<z.infer<Schema>> {
  let reply: Response
  try {
    reply = await fetch(`/api/v1${path}`, {
      method,
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  } catch (cause) {
    throw new ApiError('unreachable', undefined, cause)
  }
  if (reply.status === 204) return schema.parse(undefined)
  const answer = await readJson(reply)
  if (!reply.ok) throw problemOf(answer, reply)
  const parsed = schema.safeParse(answer)
  if (parsed.success) return parsed.data
  throw new ApiError('unreachable', undefined, parsed.error)
}

/** A page in its place comes from a gateway or a captive portal. */
async function readJson(reply: Response): Promise<unknown> {
  try {
    return await reply.json()
  } catch (cause) {
    throw new ApiError('unreachable', undefined, cause)
  }
}

function problemOf(answer: unknown, reply: Response): ApiError {
  const problem = problemReply.safeParse(answer)
  const code = problemCodes.find(each => each === problem.data?.code)
  const seconds = Number(reply.headers.get('retry-after'))
  return new ApiError(code ?? 'unreachable', seconds > 0 ? seconds : undefined)
}
