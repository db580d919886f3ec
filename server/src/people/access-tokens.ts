import { randomUUID } from 'node:crypto'
import jwt from '@fastify/jwt'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'

/** Proves who somebody is, for a short time. What they may do is looked up, never read from it. */
export type AccessTokens = {
  readonly issue: (user: string, session: string) => string
  /** `undefined` for anything but a token of ours that is in force. */
  readonly read: (token: string) => AccessClaims | undefined
  /** Seconds. */
  readonly lifetime: number
}

const lifetime = 600
const issuer = 'ourmoney'
const audience = 'ourmoney-api'

const claims = z.object({
  sub: z.string().min(1),
  sid: z.string().min(1),
  typ: z.literal('access'),
  iat: z.int(),
  exp: z.int(),
  jti: z.string().min(1),
})
type AccessClaims = Readonly<z.infer<typeof claims>>

export async function createAccessTokens(
  app: FastifyInstance,
  secret: string,
): Promise<AccessTokens> {
  await app.register(jwt, {
    secret,
    sign: { algorithm: 'HS256', iss: issuer, aud: audience },
    verify: {
      algorithms: ['HS256'],
      allowedIss: issuer,
      allowedAud: audience,
      requiredClaims: ['iss', 'aud', 'sub', 'sid', 'typ', 'iat', 'exp', 'jti'],
      cache: false,
    },
  })

  return {
    lifetime,
    issue: (user, session) =>
      app.jwt.sign(
        { sid: session, typ: 'access' },
        { sub: user, jti: randomUUID(), expiresIn: `${lifetime}s` },
      ),
    read: token => {
      const payload = verified(app, token)
      const read = claims.safeParse(payload)
      if (!read.success) return undefined
      const { iat, exp } = read.data
      const isOurs = exp - iat <= lifetime && iat * 1000 <= Date.now() + leeway
      return isOurs ? read.data : undefined
    },
  }
}

/** Milliseconds that our clock may have been set back since the token was issued. */
const leeway = 60_000

function verified(app: FastifyInstance, token: string): unknown {
  try {
    return app.jwt.verify<Record<string, unknown>>(token)
  } catch (error) {
    // Some refusals of the library carry no status and would answer 500.
    app.log.debug({ err: error }, 'token refused')
    return undefined
  }
}
