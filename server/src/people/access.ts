import type { FastifyRequest } from 'fastify'
import type { Role } from '@ourmoney/shared/identity/api.ts'

/** What a signed-in person, or a program of theirs, may do in one ledger, checked live at every request. */
export type Membership = {
  readonly user: string
  readonly role: Role
  /** Or the API token that a program came with. */
  readonly session: string
  /** How edits name where they were made: a browser, or a program's token. */
  readonly device: string
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
   * or API token; a token that may only read makes a viewer. `undefined` when this person is no member of such a ledger, whether
   * it exists or not: answer 404. Who was in a ledger when it was deleted is
   * told so by a failure.
   */
  readonly memberOf: (
    request: FastifyRequest,
    ledger: string,
  ) => Membership | undefined
  /** Called at once, within the request that revoked; returns its undo. */
  readonly onRevoked: (listener: (revocation: Revocation) => void) => () => void
}
