import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type {
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
} from 'fastify'
import * as z from 'zod'
import type { ProblemCode } from '@ourmoney/shared/identity/api.ts'
import { Failure } from '../failure.ts'
import type { Headers } from './security-headers.ts'

/** Every failure that leaves the server has this one shape (RFC 9457). */
export function problemOf(failure: Failure) {
  const { status, title } = problems[failure.code]
  return {
    type: `urn:ourmoney:problem:${failure.code}`,
    title,
    status,
    code: failure.code,
    ...(failure.detail !== undefined && { detail: failure.detail }),
  }
}

export function answerFailures(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const failure = toFailure(error)
    if (failure.code === 'internal') request.log.error({ err: error }, 'failed')
    return sendFailure(reply, failure)
  })
}

const failures = new WeakMap<FastifyRequest, ProblemCode>()

/** Why a request was refused, if it was. */
export function failureOf(request: FastifyRequest): ProblemCode | undefined {
  return failures.get(request)
}

export function sendFailure(reply: FastifyReply, failure: Failure) {
  failures.set(reply.request, failure.code)
  const problem = problemOf(failure)
  if (failure.retryAfter !== undefined) {
    void reply.header('retry-after', String(failure.retryAfter))
  }
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer')
  // As text, so that no reply schema of the route gets in between.
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .serializer(String)
    .send(JSON.stringify(problem))
}

/** Requests that Fastify refuses before any hook runs, such as `/%zz`. */
export function answerUnroutable(headers: Headers) {
  return (
    _error: FastifyError,
    _request: FastifyRequest,
    reply: FastifyReply,
  ) => {
    void reply.headers(headers)
    void sendFailure(reply, new Failure('not-found'))
  }
}

/** Bytes that are no HTTP request at all. */
export function answerUnreadable(headers: Headers) {
  return (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const status = unreadable[error.code ?? ''] ?? 400
    const problem = { ...problemOf(new Failure('bad-request')), status }
    const body = JSON.stringify(problem)
    const head = Object.entries({
      ...headers,
      'content-type': 'application/problem+json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    }).map(([name, value]) => `${name}: ${value}\r\n`)
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${head.join('')}\r\n${body}`,
    )
  }
}

const unreadable: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

function toFailure(error: FastifyError): Failure {
  if (error instanceof Failure) return error
  if (error.validation !== undefined) {
    // Where it is wrong, never what was sent.
    const fields = error.validation.flatMap(fieldsOf)
    const detail = `${error.validationContext ?? 'request'}: ${fields.join(' ')}`
    return new Failure('bad-request', { detail: detail.slice(0, 200) })
  }
  const code = byStatus[error.statusCode ?? 500]
  if (code !== undefined) return new Failure(code, { cause: error })
  const isTheirs = (error.statusCode ?? 500) < 500
  return new Failure(isTheirs ? 'bad-request' : 'internal', { cause: error })
}

type Issue = NonNullable<FastifyError['validation']>[number]

/** What was not known is named, where it is a name. */
function fieldsOf({ instancePath, params }: Issue): readonly string[] {
  const { keys } = unknownKeys.parse(params)
  if (keys === undefined) return [instancePath]
  return keys
    .filter(key => /^\w{1,40}$/.test(key))
    .map(key => `${instancePath === '/' ? '' : instancePath}/${key}`)
}

const unknownKeys = z.object({ keys: z.array(z.string()).optional() }).catch({})

const byStatus: Readonly<Record<number, ProblemCode>> = {
  401: 'not-signed-in',
  403: 'forbidden',
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
}

type Problem = { readonly status: number; readonly title: string }

const problems = {
  'bad-request': { status: 400, title: 'The request is malformed' },
  'bad-credentials': { status: 401, title: 'Name or password is wrong' },
  'second-factor-needed': { status: 401, title: 'A code is needed too' },
  'second-factor-is-on': { status: 409, title: 'Turn it off first' },
  'wrong-code': { status: 403, title: 'That code is not right' },
  'wrong-passkey': { status: 403, title: 'That passkey is not known here' },
  'wrong-password': { status: 403, title: 'That is not the password' },
  'not-confirmed': { status: 403, title: 'Confirm who you are' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'session-ended': { status: 401, title: 'This session has ended' },
  // Of a session that was ended so that its device forgets what it has.
  'wipe-device': { status: 401, title: 'This device is to be wiped' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  'already-set-up': { status: 409, title: 'The first user exists' },
  'wrong-set-up-link': { status: 403, title: 'This is not the set-up link' },
  'wrong-reset-link': { status: 403, title: 'No such link any more' },
  'last-admin': { status: 409, title: 'A server needs an admin' },
  'common-password': { status: 422, title: 'Everybody tries that password' },
  'ledger-taken': { status: 409, title: 'This ledger belongs to others' },
  'registration-closed': { status: 403, title: 'Nobody can register here' },
  'name-taken': { status: 409, title: 'Somebody has that name' },
  'invitation-gone': { status: 404, title: 'No such invitation any more' },
  'last-owner': { status: 409, title: 'A ledger needs an owner' },
  // Like any ledger that cannot be reached; its code is for who was in it.
  'ledger-deleted': { status: 404, title: 'This ledger was deleted' },
  'too-large': { status: 413, title: 'Too large' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'unsupported-media-type': { status: 415, title: 'Send JSON, not encoded' },
  'wrong-origin': { status: 403, title: 'Sent from another site' },
  stale: { status: 409, title: 'Changed meanwhile' },
  'precondition-required': { status: 428, title: 'Send If-Match' },
  'precondition-failed': { status: 412, title: 'Another revision stands' },
  'key-reused': { status: 422, title: 'The key is of another request' },
  refused: { status: 422, title: 'It cannot be stored as it is' },
  reconciled: { status: 409, title: 'A statement was reconciled with it' },
  'ledger-full': { status: 507, title: 'This ledger is full' },
  'ledger-quarantined': { status: 503, title: 'This ledger is being checked' },
  'disk-full': { status: 503, title: 'The server has no room left' },
  'no-storage': { status: 503, title: 'The database cannot be reached' },
  overloaded: { status: 503, title: 'The server has too much to do' },
  'wrong-backup': { status: 422, title: 'This backup cannot be used' },
  'too-many-webhooks': { status: 409, title: 'Revoke a webhook first' },
  'wrong-address': { status: 422, title: 'This address cannot be told' },
  'shutting-down': { status: 503, title: 'The server is stopping' },
  internal: { status: 500, title: 'The server failed' },
} satisfies Record<ProblemCode, Problem>
