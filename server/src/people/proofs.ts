import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { Failure } from '../failure.ts'
import type { Identify, SignedIn } from './identify.ts'

/** Shows that whoever uses a session has just proved again who they are. Good for that session only. */
export type Proofs = {
  readonly issue: (session: string) => string
  /** Like `Identify`, for acts that cannot be taken back: throws `not-confirmed` without a fresh proof. */
  readonly confirmed: Identify
  /** Seconds. */
  readonly lifetime: number
}

export const proofHeader = 'ourmoney-proof'
const lifetime = 300

const claims = z.object({ sid: z.string(), typ: z.literal('proof') })

/** After `createAccessTokens`, whose keys sign it. */
export function createProofs(app: FastifyInstance, identify: Identify): Proofs {
  function isProofOf(session: string, proof: unknown): boolean {
    if (typeof proof !== 'string') return false
    try {
      const read = claims.safeParse(app.jwt.verify(proof))
      return read.success && read.data.sid === session
    } catch (error) {
      app.log.debug({ err: error }, 'proof refused')
      return false
    }
  }

  return {
    lifetime,
    issue: session =>
      app.jwt.sign(
        { sid: session, typ: 'proof' },
        {
          sub: session,
          jti: randomUUID(),
          expiresIn: `${lifetime}s`,
        },
      ),
    confirmed: (request: FastifyRequest): SignedIn => {
      const signedIn = identify(request)
      if (!isProofOf(signedIn.session, request.headers[proofHeader])) {
        throw new Failure('not-confirmed')
      }
      return signedIn
    },
  }
}
