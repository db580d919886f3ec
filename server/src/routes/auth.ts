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
import type { SignInLimits } from '../people/sign-in-limits.ts'
import type { BeginSession } from './begin-session.ts'
import { answerSession } from './begin-session.ts'
import { clearRefreshCookie, readRefreshCookie } from './refresh-cookie.ts'

type AuthDeps = {
  readonly people: People
  readonly tokens: AccessTokens
  readonly identify: Identify
  readonly begin: BeginSession
  readonly limits: SignInLimits
}

const answersSession = { response: { 200: sessionReply } }

export function authRoutes(deps: AuthDeps): FastifyPluginAsyncZod {
  const { people, tokens, identify, begin, limits } = deps
  return async app => {
    app.post(
      '/set-up',
      { schema: { body: setUpRequest, ...answersSession } },
      async (request, reply) => {
        const { token, name, password, device } = request.body
        const user = await people.setUp.makeFirstUser(token, { name, password })
        return begin(request, reply, user, device)
      },
    )

    app.post(
      '/sign-in',
      { schema: { body: signInRequest, ...answersSession } },
      async (request, reply) => {
        const { name, password, device } = request.body
        const giveBack = limits.attempt(name, request.ip)
        const user = await people.users.signIn(name, password)
        if (user === undefined) throw new Failure('bad-credentials')
        giveBack()
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
        if (error instanceof Failure) clearRefreshCookie(request, reply)
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
          current: each.id === session,
        }))
        return { sessions }
      },
    )

    app.delete(
      '/sessions/:session',
      { schema: { params: z.object({ session: z.uuid() }) } },
      async (request, reply) => {
        const { user } = identify(request)
        const { session } = request.params
        if (people.sessions.get(session)?.user !== user.id) {
          throw new Failure('not-found')
        }
        await people.sessions.end(session)
        return reply.code(204).send()
      },
    )
  }
}
