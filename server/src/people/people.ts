import type { Access } from './access.ts'
import { createApiTokens } from './api-tokens.ts'
import type { ApiTokens } from './api-tokens.ts'
import { createAudit } from './audit.ts'
import type { Audit } from './audit.ts'
import { createCredentials } from './credentials.ts'
import type { Hasher } from './credentials.ts'
import { followStore } from './follow-store.ts'
import type { FollowedDatabase, Following } from './follow-store.ts'
import { createInvitations } from './invitations.ts'
import type { Invitations } from './invitations.ts'
import { createLedgers } from './ledgers.ts'
import type { LedgerDatabases, Ledgers } from './ledgers.ts'
import { createMembers } from './members.ts'
import type { Members } from './members.ts'
import { createPasskeys } from './passkeys.ts'
import type { Passkeys } from './passkeys.ts'
import { createRefreshTokens } from './refresh-tokens.ts'
import { createResets } from './resets.ts'
import type { Resets } from './resets.ts'
import { createRevocations } from './revocations.ts'
import { createSecondFactor } from './second-factor.ts'
import type { SecondFactor } from './second-factor.ts'
import { createSessions } from './sessions.ts'
import type { Session, Sessions } from './sessions.ts'
import { createSetUp } from './set-up.ts'
import type { SetUp } from './set-up.ts'
import { openStore } from './store.ts'
import type { SystemDatabase } from './store.ts'
import { createUsers } from './users.ts'
import type { Users } from './users.ts'
import { createWebhooks } from './webhooks.ts'
import type { Webhooks } from './webhooks.ts'

/** Everybody who may sign in, where they are signed in, and what they may see. */
export type People = {
  readonly users: Users
  readonly sessions: Sessions
  readonly ledgers: Ledgers
  readonly members: Members
  readonly invitations: Invitations
  readonly setUp: SetUp
  readonly resets: Resets
  readonly secondFactor: SecondFactor
  readonly passkeys: Passkeys
  readonly apiTokens: ApiTokens
  readonly webhooks: Webhooks
  readonly audit: Audit
  /** Who is disabled is signed out at once and can sign in no more. */
  readonly changeUser: Users['change']
  /** Forgets sessions that have run out, and old versions of what changes often. */
  readonly tidy: () => Promise<void>
  readonly onRevoked: Access['onRevoked']
  /** Hears of other processes; `undefined` where this is the only one. */
  readonly following: Following | undefined
}

export type PeopleDeps = {
  readonly database: SystemDatabase
  /** At least 256 bits; kept outside of the database. */
  readonly secret: string
  readonly ledgerDatabases: LedgerDatabases
  readonly onReuse?: (session: Session) => void
  readonly hasher?: Hasher | undefined
  /** Others write into the same database: what they do is looked for. */
  readonly followed?: FollowedDatabase | undefined
  /** Told once of what keeps it from hearing of them. */
  readonly onSilence?: ((error: unknown) => void) | undefined
  /** Milliseconds without word of them after which nobody is let in. */
  readonly mostSilence?: number
}

export async function openPeople(deps: PeopleDeps): Promise<People> {
  const store = await openStore(deps.database)
  const audit = createAudit(store)
  const revocations = createRevocations()
  const users = createUsers(store, createCredentials(deps.hasher))
  const sessions = createSessions({
    store,
    tokens: createRefreshTokens(deps.secret),
    revocations,
    onReuse: async session => {
      deps.onReuse?.(session)
      await audit.record({
        act: 'token-reuse',
        outcome: 'session-ended',
        user: session.user,
      })
    },
  })
  const ledgers = createLedgers({
    store,
    databases: deps.ledgerDatabases,
    revocations,
  })
  const members = createMembers(store, users, revocations)
  const invitations = createInvitations({ store, users, ledgers, members })
  const secondFactor = createSecondFactor(store)
  const passkeys = createPasskeys(store, deps.secret)
  const apiTokens = createApiTokens({ store, users, ledgers, revocations })
  const webhooks = createWebhooks({ store, users, ledgers })
  const resets = createResets({
    store,
    users,
    sessions,
    apiTokens,
    webhooks,
    secondFactor,
    passkeys,
  })
  const tidy = async () => {
    await sessions.sweep()
    await invitations.sweep()
    await resets.sweep()
    await ledgers.sweep()
    await apiTokens.sweep()
    await webhooks.sweep()
    await deps.database.compact()
  }
  await tidy()
  const following =
    deps.followed &&
    followStore({
      database: deps.followed,
      store,
      announce: revocations.announce,
      onSilence: deps.onSilence,
      ...(deps.mostSilence !== undefined && { patience: deps.mostSilence }),
    })

  return {
    users,
    sessions,
    ledgers,
    members,
    invitations,
    setUp: createSetUp(users),
    resets,
    secondFactor,
    passkeys,
    apiTokens,
    webhooks,
    audit,
    changeUser: async (id, change) => {
      const changed = await users.change(id, change)
      if (changed.disabled) {
        revocations.announce({ user: id })
        await sessions.endAll(id)
      }
      return changed
    },
    tidy,
    onRevoked: revocations.onRevoked,
    following,
  }
}
