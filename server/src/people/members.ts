import type { Role } from '@ourmoney/shared/identity/api.ts'
import { Failure } from '../failure.ts'
import type { LedgerRecord } from './records.ts'
import type { Revocations } from './revocations.ts'
import { saveAnew } from './save-anew.ts'
import type { Store } from './store.ts'
import type { Users } from './users.ts'

const mostMembers = 100

export type Member = {
  readonly user: string
  readonly name: string
  readonly role: Role
}

/**
 * Who is in a ledger. Every change is decided by what the store has when it is
 * written, so of two at once the second sees the first; at least one owner is left.
 * Who is no member is told `not-found`, whether the ledger exists or not.
 */
export type Members = {
  readonly of: (ledger: string) => readonly Member[]
  readonly add: (ledger: string, user: string, role: Role) => Promise<void>
  /** By an owner, for anybody but another owner; an owner may step down. */
  readonly setRole: (
    ledger: string,
    by: string,
    user: string,
    role: Role,
  ) => Promise<Member>
  /** By an owner, for anybody but another owner; everybody may leave. */
  readonly remove: (ledger: string, by: string, user: string) => Promise<void>
  /** One owner makes another member owner in their place, and becomes an editor. */
  readonly handOver: (ledger: string, by: string, to: string) => Promise<void>
}

type ByUser = LedgerRecord['members']

export function createMembers(
  store: Store,
  users: Users,
  revocations: Revocations,
): Members {
  const describe = (user: string, role: Role): Member => ({
    user,
    name: users.nameOf(user),
    role,
  })

  async function change(
    ledger: string,
    decide: (members: ByUser) => ByUser,
  ): Promise<void> {
    await saveAnew(store.ledgers, ledger, record => {
      if (record.deletedAt !== undefined) throw new Failure('not-found')
      const members = decide(record.members)
      if (!Object.values(members).includes('owner')) {
        throw new Failure('last-owner')
      }
      return { ...record, members }
    })
  }

  return {
    of: ledger =>
      Object.entries(store.ledgers.get(ledger)?.members ?? {}).map(
        ([user, role]) => describe(user, role),
      ),
    add: (ledger, user, role) =>
      change(ledger, members => {
        if (Object.keys(members).length >= mostMembers) {
          throw new Failure('forbidden', {
            detail: `At most ${mostMembers} members a ledger`,
          })
        }
        return Object.hasOwn(members, user)
          ? members
          : { ...members, [user]: role }
      }),
    setRole: async (ledger, by, user, role) => {
      await change(ledger, members => {
        refuseUnlessOver(members, by, user)
        return { ...members, [user]: role }
      })
      revocations.announce({ user, ledger })
      return describe(user, role)
    },
    remove: async (ledger, by, user) => {
      await change(ledger, members => {
        if (by === user) roleIn(members, by)
        else refuseUnlessOver(members, by, user)
        const { [user]: _, ...others } = members
        return others
      })
      revocations.announce({ user, ledger })
    },
    handOver: async (ledger, by, to) => {
      await change(ledger, members => {
        if (roleIn(members, by) !== 'owner') throw new Failure('forbidden')
        roleIn(members, to)
        return { ...members, [by]: 'editor', [to]: 'owner' }
      })
      revocations.announce({ user: by, ledger })
      revocations.announce({ user: to, ledger })
    },
  }
}

/** Whether `by` may decide about `user`: owners about everybody but each other. */
function refuseUnlessOver(members: ByUser, by: string, user: string): void {
  if (roleIn(members, by) !== 'owner') throw new Failure('forbidden')
  if (roleIn(members, user) === 'owner' && by !== user) {
    throw new Failure('forbidden', { detail: 'another owner' })
  }
}

function roleIn(members: ByUser, user: string): Role {
  const role = Object.hasOwn(members, user) ? members[user] : undefined
  if (role === undefined) throw new Failure('not-found')
  return role
}
