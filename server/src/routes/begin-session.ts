import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SessionReply } from '@ourmoney/shared/identity/api.ts'
import type { AccessTokens } from '../people/access-tokens.ts'
import type { People } from '../people/people.ts'
import type { Renewal } from '../people/sessions.ts'
import type { User } from '../people/users.ts'
import { note } from '../plugins/audited.ts'
import { readRefreshCookie, setRefreshCookie } from './refresh-cookie.ts'

/** Signs in whoever has proved who they are. */
export type BeginSession = (
  request: FastifyRequest,
  reply: FastifyReply,
  user: User,
  device: string,
) => Promise<SessionReply>

export function createBeginSession(
  { sessions }: People,
  tokens: AccessTokens,
): BeginSession {
  return async (request, reply, user, device) => {
    note(request, { user: user.id })
    // Whatever session this browser had, or was made to have, ends here.
    const former = readRefreshCookie(request)
    if (former !== undefined) await sessions.endByToken(former)
    const askedAt = performance.now() - reply.elapsedTime
    const renewal = await sessions.start(user.id, device, askedAt)
    return answerSession(request, reply, tokens, user, renewal)
  }
}

export function answerSession(
  request: FastifyRequest,
  reply: FastifyReply,
  tokens: AccessTokens,
  user: User,
  { session, refreshToken, keepFor }: Renewal,
): SessionReply {
  setRefreshCookie(request, reply, refreshToken, keepFor)
  return {
    accessToken: tokens.issue(user.id, session.id),
    expiresIn: tokens.lifetime,
    session: session.id,
    user,
  }
}
