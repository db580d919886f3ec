import { randomBytes } from 'node:crypto'
import type { TokenAccess } from '@ourmoney/shared/identity/api-tokens.ts'
import { Failure } from '../failure.ts'
import type { Ledgers } from './ledgers.ts'
import type { ApiTokenRecord } from './records.ts'
import { hashToken } from './refresh-tokens.ts'
import type { Revocations } from './revocations.ts'
import { bareId, StaleRecordError } from './store.ts'
import type { Store } from './store.ts'
import type { Users } from './users.ts'

const mostOfOneUser = 20
const day = 24 * 60 * 60 * 1000
/** Each time that its use is written down costs a write to the disk. */
const usedAgain = 5 * 60 * 1000

export type ApiToken = {
  readonly id: string
  readonly name: string
  readonly access: TokenAccess
  readonly user: string
  readonly createdAt: number
  readonly expiresAt: number
  readonly lastUsedAt: number | undefined
}

export type NewApiToken = Pick<ApiToken, 'name' | 'access' | 'user'> & {
  readonly ledger: string
  readonly days: number
}

/**
 * Tokens that let a person's programs into one ledger, with no more rights there
 * than the person has now. Only their hashes are kept.
 */
export type ApiTokens = {
  readonly make: (
    token: NewApiToken,
  ) => Promise<ApiToken & { readonly token: string }>
  /** In force: not run out, its person still a user. What they are in the ledger is asked elsewhere. */
  readonly find: (
    token: string,
  ) => (ApiToken & { readonly ledger: string }) | undefined
  /** Writes down that it is used, every few minutes. */
  readonly touch: (id: string) => Promise<void>
  /** Those that have not run out. */
  readonly ofLedger: (ledger: string) => readonly ApiToken[]
  /** Throws `not-found` for one of another ledger. */
  readonly revoke: (ledger: string, id: string) => Promise<void>
  readonly revokeAll: (user: string) => Promise<void>
  /** Forgets what has run out, and what is of people who are in that ledger no more. */
  readonly sweep: () => Promise<void>
}

type ApiTokensDeps = {
  readonly store: Store
  readonly users: Users
  readonly ledgers: Ledgers
  readonly revocations: Revocations
}

export function createApiTokens(deps: ApiTokensDeps): ApiTokens {
  const { users, ledgers, revocations } = deps
  const { apiTokens } = deps.store

  async function remove(id: string): Promise<void> {
    const found = apiTokens.get(id)
    if (found === undefined) return
    try {
      await apiTokens.remove(found)
    } catch (error) {
      // Its use was written down in this very moment.
      if (error instanceof StaleRecordError) return remove(id)
      throw error
    }
    revocations.announce({ session: id })
  }

  async function removeWhere(isGone: (row: ApiTokenRecord) => boolean) {
    for (const row of apiTokens.all())
      if (isGone(row)) await remove(bareId(row))
  }

  return {
    make: async ({ name, access, user, ledger, days }) => {
      const own = apiTokens
        .all()
        .filter(each => each.user === user && each.ledger === ledger)
      if (own.length >= mostOfOneUser) {
        throw new Failure('forbidden', {
          detail: `At most ${mostOfOneUser} tokens a person and ledger`,
        })
      }
      const token = `${tokenPrefix}${randomBytes(32).toString('base64url')}`
      const createdAt = Date.now()
      const made = await apiTokens.save({
        _id: `token_${hashToken(token)}`,
        kind: 'api-token',
        user,
        ledger,
        name,
        access,
        createdAt,
        expiresAt: createdAt + days * day,
      })
      return { ...describe(made), token }
    },
    find: token => {
      const found = apiTokens.get(hashToken(token))
      const isInForce =
        found !== undefined &&
        Date.now() < found.expiresAt &&
        users.get(found.user) !== undefined
      return isInForce
        ? { ...describe(found), ledger: found.ledger }
        : undefined
    },
    touch: async id => {
      const found = apiTokens.get(id)
      const now = Date.now()
      if (found === undefined || now - (found.lastUsedAt ?? 0) < usedAgain) {
        return
      }
      try {
        await apiTokens.save({ ...found, lastUsedAt: now })
      } catch (error) {
        // Another request has just written it down, or it was revoked.
        if (!(error instanceof StaleRecordError)) throw error
      }
    },
    ofLedger: ledger =>
      apiTokens
        .all()
        .filter(each => each.ledger === ledger && Date.now() < each.expiresAt)
        .map(describe),
    revoke: async (ledger, id) => {
      if (apiTokens.get(id)?.ledger !== ledger) throw new Failure('not-found')
      await remove(id)
    },
    revokeAll: user => removeWhere(each => each.user === user),
    sweep: () =>
      removeWhere(
        ({ user, ledger, expiresAt }) =>
          Date.now() >= expiresAt ||
          // A deleted ledger may come back within a week.
          (ledgers.roleOf(user, ledger) === undefined &&
            !ledgers.isDeletedFor(user, ledger)),
      ),
  }
}

/** So that whoever finds one in a file knows what it is. */
export const tokenPrefix = 'ourmoney_'

function describe(record: ApiTokenRecord): ApiToken {
  const { name, access, user, createdAt, expiresAt, lastUsedAt } = record
  const id = bareId(record)
  return { id, name, access, user, createdAt, expiresAt, lastUsedAt }
}
