import type { FastifyRequest } from 'fastify'
import { deviceOf } from '@ourmoney/shared/sync/device.ts'
import { Failure } from '../failure.ts'
import type { Access, Membership } from './access.ts'
import type { AccessTokens } from './access-tokens.ts'
import { tokenPrefix } from './api-tokens.ts'
import type { People } from './people.ts'
import type { User } from './users.ts'

/** A request's person, from its bearer token and the session behind it. */
export type SignedIn = {
  readonly user: User
  readonly session: string
  readonly expiresAt: number
}

export type Identify = (request: FastifyRequest) => SignedIn

/** Throws `not-signed-in` without a valid token, `session-ended` when it outlived its session. */
export function createIdentify(
  people: People,
  tokens: AccessTokens,
  onKnown: (request: FastifyRequest, user: string) => void = () => {},
): Identify {
  return request => {
    refuseUnheard(people)
    const token = bearer.exec(request.headers.authorization ?? '')?.[1]
    const claims = token === undefined ? undefined : tokens.read(token)
    if (claims === undefined) throw new Failure('not-signed-in')

    if (people.sessions.mustWipe(claims.sid)) throw new Failure('wipe-device')
    const session = people.sessions.get(claims.sid)
    const user = people.users.get(claims.sub)
    if (user === undefined || session?.user !== user.id) {
      throw new Failure('session-ended')
    }
    onKnown(request, user.id)
    return { user, session: session.id, expiresAt: claims.exp * 1000 }
  }
}

export function createAccess(people: People, identify: Identify): Access {
  const { ledgers, sessions, apiTokens } = people

  function roleOf(user: string, ledger: string) {
    if (ledgers.isDeletedFor(user, ledger)) throw new Failure('ledger-deleted')
    return ledgers.roleOf(user, ledger)
  }

  /** A program's token opens one ledger and nothing else of its person. */
  function byToken(
    request: FastifyRequest,
    token: string,
    ledger: string,
  ): Membership | undefined {
    refuseUnheard(people)
    const found = apiTokens.find(token)
    if (found === undefined) throw new Failure('not-signed-in')
    if (found.ledger !== ledger) return undefined
    const { id, user, name, access, expiresAt } = found
    const role = roleOf(user, ledger)
    if (role === undefined) return undefined
    void apiTokens.touch(id).catch((error: unknown) => {
      request.log.error({ err: error }, 'use of a token not written down')
    })
    return {
      user,
      role: access === 'write' && role !== 'viewer' ? 'editor' : 'viewer',
      session: id,
      device: deviceNamed(id, name),
      expiresAt,
    }
  }

  return {
    memberOf: (request, ledger) => {
      const token = apiBearer.exec(request.headers.authorization ?? '')?.[1]
      if (token !== undefined) return byToken(request, token, ledger)
      const { user, session, expiresAt } = identify(request)
      const role = roleOf(user.id, ledger)
      if (role === undefined) return undefined
      const device = deviceNamed(session, sessions.get(session)?.device ?? '')
      return { user: user.id, role, session, device, expiresAt }
    },
    onRevoked: people.onRevoked,
  }
}

/** Whose session or token may have been revoked elsewhere meanwhile is not let in. */
function refuseUnheard({ following }: People): void {
  if (following?.isCurrent() === false) {
    throw new Failure('no-storage', { retryAfter: 5 })
  }
}

function deviceNamed(id: string, name: string): string {
  return deviceOf(`api-${id.slice(0, 8)}`, name)
}

const apiBearer = new RegExp(`^Bearer (${tokenPrefix}[\\w-]{43})$`, 'i')

const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i
