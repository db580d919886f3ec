import type { FastifyRequest } from 'fastify'
import type { Role } from '@ourmoney/shared/identity/api.ts'
import { Failure } from '../failure.ts'
import type { AccessTokens } from './access-tokens.ts'
import type { People } from './people.ts'
import type { User } from './users.ts'

/** What a signed-in person may do in one ledger, checked live at every request. */
export type Membership = {
  readonly user: string
  readonly role: Role
  readonly session: string
  /** Milliseconds since 1970: the end of the access token. No feed outlives it. */
  readonly expiresAt: number
}

/** Who lost access to what; a field that is absent means "any". */
export type Revocation = {
  readonly session?: string | undefined
  readonly user?: string | undefined
  readonly ledger?: string | undefined
}

/** The one question that routes outside of `people` may ask. */
export type Access = {
  /**
   * Throws a failure that answers 401 when the request carries no valid access
   * token. `undefined` when this person is no member of such a ledger, whether
   * it exists or not: answer 404.
   */
  readonly memberOf: (
    request: FastifyRequest,
    ledger: string,
  ) => Membership | undefined
  /** Called at once, within the request that revoked; returns its undo. */
  readonly onRevoked: (listener: (revocation: Revocation) => void) => () => void
}

/** A request's person, from its bearer token and the session behind it. */
export type SignedIn = {
  readonly user: User
  readonly session: string
  readonly expiresAt: number
}

export type Identify = (request: FastifyRequest) => SignedIn

/** Throws `not-signed-in` without a valid token, `session-ended` when it outlived its session. */
export function createIdentify(people: People, tokens: AccessTokens): Identify {
  return request => {
    const token = bearer.exec(request.headers.authorization ?? '')?.[1]
    const claims = token === undefined ? undefined : tokens.read(token)
    if (claims === undefined) throw new Failure('not-signed-in')

    const session = people.sessions.get(claims.sid)
    const user = people.users.get(claims.sub)
    if (user === undefined || session?.user !== user.id) {
      throw new Failure('session-ended')
    }
    return { user, session: session.id, expiresAt: claims.exp * 1000 }
  }
}

export function createAccess(people: People, identify: Identify): Access {
  return {
    memberOf: (request, ledger) => {
      const { user, session, expiresAt } = identify(request)
      const role = people.ledgers.roleOf(user.id, ledger)
      return role && { user: user.id, role, session, expiresAt }
    },
    onRevoked: people.onRevoked,
  }
}

const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i
