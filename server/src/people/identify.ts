import type { FastifyRequest } from 'fastify'
import { Failure } from '../failure.ts'
import type { Access } from './access.ts'
import type { AccessTokens } from './access-tokens.ts'
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
  return {
    memberOf: (request, ledger) => {
      const { user, session, expiresAt } = identify(request)
      if (people.ledgers.isDeletedFor(user.id, ledger)) {
        throw new Failure('ledger-deleted')
      }
      const role = people.ledgers.roleOf(user.id, ledger)
      return role && { user: user.id, role, session, expiresAt }
    },
    onRevoked: people.onRevoked,
  }
}

const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i
