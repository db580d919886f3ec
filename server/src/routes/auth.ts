import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import {
  sessionReply,
  sessionsReply,
  setUpRequest,
  signInRequest,
} from '@ourmoney/shared/identity/api.ts'
import { Failure } from '../failure.ts'
import type { Identify } from '../people/identify.ts'
import type { AccessTokens } from '../people/access-tokens.ts'
import type { People } from '../people/people.ts'
import type { Proofs } from '../people/proofs.ts'
import type { SignInLimits } from '../people/sign-in-limits.ts'
import type { User } from '../people/users.ts'
import type { BeginSession } from './begin-session.ts'
import { answerSession } from './begin-session.ts'
import { note } from '../plugins/audited.ts'
import { clearRefreshCookie, readRefreshCookie } from './refresh-cookie.ts'

type AuthDeps = {
  readonly people: People
  readonly tokens: AccessTokens
  readonly identify: Identify
  readonly proofs: Proofs
  readonly begin: BeginSession
  readonly limits: SignInLimits
}

const ofSession = z.object({ session: z.uuid() })
const answersSession = { response: { 200: sessionReply } }

export function authRoutes(deps: AuthDeps): FastifyPluginAsyncZod {
  const { people, tokens, identify, begin, limits } = deps
  const { confirmed } = deps.proofs

  function refuseUnlessOwn(user: User, session: string): void {
    const own = people.sessions.ofUser(user.id)
    if (own.every(({ id }) => id !== session)) throw new Failure('not-found')
  }

  return async app => {
    app.post(
      '/set-up',
      {
        config: { act: 'set-up' },
        schema: { body: setUpRequest, ...answersSession },
      },
      async (request, reply) => {
        const { token, name, password, device } = request.body
        const user = await people.setUp.makeFirstUser(token, { name, password })
        return begin(request, reply, user, device)
      },
    )

    app.post(
      '/sign-in',
      {
        config: { act: 'sign-in' },
        schema: { body: signInRequest, ...answersSession },
      },
      async (request, reply) => {
        const { name, password, device, code } = request.body
        note(request, { user: people.users.named(name)?.id })
        const giveBack = limits.attempt(name, request.ip)
        const user = await people.users.signIn(name, password)
        if (user === undefined) throw new Failure('bad-credentials')
        giveBack()
        await people.secondFactor.check(user.id, code)
        return begin(request, reply, user, device)
      },
    )

    app.post('/refresh', { schema: answersSession }, async (request, reply) => {
      try {
        const renewal = await people.sessions.renew(
          readRefreshCookie(request) ?? '',
        )
        const user = people.users.get(renewal.session.user)
        if (user === undefined) throw new Failure('session-ended')
        return answerSession(request, reply, tokens, user, renewal)
      } catch (error) {
        // A device that is to be wiped shows it once more when it signs out.
        const isOver = error instanceof Failure && error.code !== 'wipe-device'
        if (isOver) clearRefreshCookie(request, reply)
        throw error
      }
    })

    app.post('/sign-out', async (request, reply) => {
      const token = readRefreshCookie(request)
      if (token !== undefined) await people.sessions.endByToken(token)
      clearRefreshCookie(request, reply)
      return reply.code(204).send()
    })

    app.get(
      '/sessions',
      { schema: { response: { 200: sessionsReply } } },
      request => {
        const { user, session } = identify(request)
        const sessions = people.sessions.ofUser(user.id).map(each => ({
          id: each.id,
          device: each.device,
          createdAt: each.createdAt,
          lastUsedAt: each.lastUsedAt,
          endsAt: each.endsAt,
          current: each.id === session,
          wiping: each.wiping,
        }))
        return { sessions }
      },
    )

    app.delete(
      '/sessions/:session',
      { config: { act: 'session-end' }, schema: { params: ofSession } },
      async (request, reply) => {
        const { session } = request.params
        refuseUnlessOwn(identify(request).user, session)
        await people.sessions.end(session)
        return reply.code(204).send()
      },
    )

    app.delete(
      '/sessions',
      { config: { act: 'sessions-end' } },
      async (request, reply) => {
        const { user, session } = identify(request)
        await people.sessions.endAll(user.id, session)
        return reply.code(204).send()
      },
    )

    app.post(
      '/sessions/:session/wipe',
      { config: { act: 'device-wipe' }, schema: { params: ofSession } },
      async (request, reply) => {
        const { session } = request.params
        refuseUnlessOwn(confirmed(request).user, session)
        await people.sessions.wipe(session)
        return reply.code(204).send()
      },
    )
  }
}
