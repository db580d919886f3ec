import { randomBytes, randomUUID } from 'node:crypto'
import { Failure } from '../failure.ts'
import type { ApiTokens } from './api-tokens.ts'
import type { Passkeys } from './passkeys.ts'
import type { ResetRecord } from './records.ts'
import { hashToken } from './refresh-tokens.ts'
import type { SecondFactor } from './second-factor.ts'
import type { Sessions } from './sessions.ts'
import { StaleRecordError } from './store.ts'
import type { Store } from './store.ts'
import type { Users } from './users.ts'
import type { Webhooks } from './webhooks.ts'

const day = 24 * 60 * 60 * 1000

export type ResetLink = { readonly token: string; readonly expiresAt: number }

/**
 * One-time links that let somebody choose a new password. Only the server's
 * admin or its command line gives them out, never a ledger's owner, who could
 * then read the person's other ledgers.
 */
export type Resets = {
  /** The newest link of a person is the only one that works. */
  readonly create: (
    user: string,
    options?: { readonly clearsFactors: boolean },
  ) => Promise<ResetLink>
  /** Whoever has a new password needs no link any more. */
  readonly cancel: (user: string) => Promise<void>
  /** Ends every session, API token and webhook of the person, whose id it answers. Used, expired and guessed links all answer `wrong-reset-link`. */
  readonly redeem: (token: string, password: string) => Promise<string>
  /** Forgets what has run out. */
  readonly sweep: () => Promise<void>
}

type ResetsDeps = {
  readonly store: Store
  readonly users: Users
  readonly sessions: Sessions
  readonly apiTokens: ApiTokens
  readonly webhooks: Webhooks
  readonly secondFactor: SecondFactor
  readonly passkeys: Passkeys
}

export function createResets(deps: ResetsDeps): Resets {
  const { users, sessions, apiTokens, webhooks } = deps
  const { secondFactor, passkeys } = deps
  const { resets } = deps.store

  function find(token: string): ResetRecord {
    const hashed = hashToken(token)
    const found = resets.all().find(each => each.token === hashed)
    const isGood =
      found !== undefined &&
      Date.now() < found.expiresAt &&
      users.get(found.user) !== undefined
    if (!isGood) throw new Failure('wrong-reset-link')
    return found
  }

  async function clearFactors(user: string): Promise<void> {
    await secondFactor.turnOff(user)
    for (const { id } of passkeys.ofUser(user)) await passkeys.remove(user, id)
  }

  async function cancel(user: string): Promise<void> {
    for (const each of resets.all()) {
      if (each.user === user) await resets.remove(each)
    }
  }

  return {
    cancel,
    create: async (user, { clearsFactors } = { clearsFactors: false }) => {
      await cancel(user)
      const token = randomBytes(32).toString('base64url')
      const expiresAt = Date.now() + day
      await resets.save({
        _id: `reset_${randomUUID()}`,
        kind: 'reset',
        user,
        token: hashToken(token),
        clearsFactors,
        expiresAt,
      })
      return { token, expiresAt }
    },
    redeem: async (token, password) => {
      const found = find(token)
      const change = await users.preparePassword(found.user, password)
      try {
        await resets.remove(found)
      } catch (error) {
        if (!(error instanceof StaleRecordError)) throw error
        throw new Failure('wrong-reset-link')
      }
      await change()
      if (found.clearsFactors === true) await clearFactors(found.user)
      await sessions.endAll(found.user)
      await apiTokens.revokeAll(found.user)
      await webhooks.revokeAll(found.user)
      return found.user
    },
    sweep: async () => {
      for (const each of resets.all()) {
        if (Date.now() >= each.expiresAt) await resets.remove(each)
      }
    },
  }
}
