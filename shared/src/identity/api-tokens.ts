import * as z from 'zod'

/** Tokens for a person's own programs: each for one ledger, to read it or to write in it too. */

export const tokenAccesses = ['read', 'write'] as const
export type TokenAccess = (typeof tokenAccesses)[number]

/** `POST /api/v1/ledgers/:ledger/tokens`, with a proof. */
export const makeTokenRequest = z.strictObject({
  name: z.string().trim().min(1).max(64),
  access: z.enum(tokenAccesses),
  /** How long it is good for. */
  days: z.int().min(1).max(366),
})

const token = z.object({
  id: z.string(),
  name: z.string(),
  access: z.enum(tokenAccesses),
  /** Name of whose program it is. */
  user: z.string(),
  createdAt: z.int(),
  expiresAt: z.int(),
  /** To some minutes; absent when it was never used. */
  lastUsedAt: z.int().optional(),
})
/** The only time that anybody is told the token itself. */
export const makeTokenReply = token.extend({ token: z.string() })

/**
 * `GET /api/v1/ledgers/:ledger/tokens`: one's own, to an owner everybody's. One
 * is revoked by `DELETE …/tokens/:token`.
 */
export const tokensReply = z.object({ tokens: z.array(token) })
