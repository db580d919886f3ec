import type * as z from 'zod'
import type { ProblemCode } from '@ourmoney/shared/identity/api.ts'

/** Loaded when the server is first asked: who keeps a ledger without one never needs them. */
const loadSchemas = () => import('@ourmoney/shared/identity/api.ts')
type Schemas = Awaited<ReturnType<typeof loadSchemas>>
type ReplyName = Extract<keyof Schemas, `${string}Reply`>

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
  /** Of who is there, for what cannot be taken back. */
  readonly proof?: string | undefined
  /** Told of the reply itself, whatever it says. */
  readonly onReply?: ((reply: Response) => void) | undefined
}

/** The server's API as this app uses it; throws ApiError. */
export const api = {
  server: (onReply?: (reply: Response) => void) =>
    ask('/server', 'serverReply', { onReply }),
  setUp: (body: object) =>
    ask('/auth/set-up', 'sessionReply', { method: 'POST', body }),
  signIn: (body: object) =>
    ask('/auth/sign-in', 'sessionReply', { method: 'POST', body }),
  refresh: () => ask('/auth/refresh', 'sessionReply', { method: 'POST' }),
  signOut: () => tell('/auth/sign-out', { method: 'POST' }),
  ledgers: (token: string | undefined) =>
    ask('/ledgers', 'ledgersReply', { token }),
  connect: (token: string | undefined, id: string, name: string) =>
    ask(`/ledgers/${id}`, 'ledgerReply', {
      method: 'PUT',
      body: { name },
      token,
    }),
}

async function ask<Name extends ReplyName>(
  path: string,
  name: Name,
  asking: Asking = {},
): Promise<z.infer<Schemas[Name]>> {
  const reply = await send(path, asking)
  const schemas = await loadSchemas()
  // What a successful parse gives is what the schema of that name says.
  return parse(reply, schemas[name]) as Promise<z.infer<Schemas[Name]>>
}

/** For what loads later and brings the schema of its reply. */
export async function askFor<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  asking: Asking = {},
): Promise<z.infer<Schema>> {
  return parse(await send(path, asking), schema)
}

async function parse<Schema extends z.ZodType>(
  reply: Response,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const parsed = schema.safeParse(await readJson(reply))
  if (parsed.success) return parsed.data
  throw new ApiError('unreachable', undefined, parsed.error)
}

/** Where nothing is answered but that it is done; a page in the server's place says more. */
export async function tell(path: string, asking: Asking): Promise<void> {
  const { status } = await send(path, asking)
  if (status !== 204) throw new ApiError('unreachable')
}

async function send(
  path: string,
  { method = 'GET', body, token, proof, onReply }: Asking,
): Promise<Response> {
  let reply: Response
  try {
    reply = await fetch(`/api/v1${path}`, {
      method,
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(proof !== undefined && { 'ourmoney-proof': proof }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  } catch (cause) {
    throw new ApiError('unreachable', undefined, cause)
  }
  onReply?.(reply)
  if (!reply.ok) throw await problemOf(reply)
  return reply
}

/** A page in its place comes from a gateway or a captive portal. */
async function readJson(reply: Response): Promise<unknown> {
  try {
    return await reply.json()
  } catch (cause) {
    throw new ApiError('unreachable', undefined, cause)
  }
}

async function problemOf(reply: Response): Promise<ApiError> {
  const { problemCodes, problemReply } = await loadSchemas()
  const problem = problemReply.safeParse(await readJson(reply))
  const code = problemCodes.find(each => each === problem.data?.code)
  const seconds = Number(reply.headers.get('retry-after'))
  return new ApiError(code ?? 'unreachable', seconds > 0 ? seconds : undefined)
}
