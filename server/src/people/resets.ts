import { randomBytes, randomUUID } from 'node:crypto'
import { Failure } from '../failure.ts'
import type { ResetRecord } from './records.ts'
import { hashToken } from './refresh-tokens.ts'
import type { Sessions } from './sessions.ts'
import { StaleRecordError } from './store.ts'
import type { Store } from './store.ts'
import type { Users } from './users.ts'

const day = 24 * 60 * 60 * 1000

export type ResetLink = { readonly token: string; readonly expiresAt: number }

/**
 * One-time links that let somebody choose a new password. Only the server's
 * admin or its command line gives them out, never a ledger's owner, who could
 * then read the person's other ledgers.
 */
export type Resets = {
  /** The newest link of a person is the only one that works. */
  readonly create: (user: string) => Promise<ResetLink>
  /** Ends every session of the person. Used, expired and guessed links all answer `wrong-reset-link`. */
  readonly redeem: (token: string, password: string) => Promise<void>
  /** Forgets what has run out. */
  readonly sweep: () => Promise<void>
}

type ResetsDeps = {
  readonly store: Store
  readonly users: Users
  readonly sessions: Sessions
}

export function createResets({ store, users, sessions }: ResetsDeps): Resets {
  const { resets } = store

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

  return {
    create: async user => {
      for (const each of resets.all()) {
        if (each.user === user) await resets.remove(each)
      }
      const token = randomBytes(32).toString('base64url')
      const expiresAt = Date.now() + day
      await resets.save({
        _id: `reset_${randomUUID()}`,
        kind: 'reset',
        user,
        token: hashToken(token),
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
      await sessions.endAll(found.user)
    },
    sweep: async () => {
      for (const each of resets.all()) {
        if (Date.now() >= each.expiresAt) await resets.remove(each)
      }
    },
  }
}
