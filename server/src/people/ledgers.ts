import type { Role } from '@ourmoney/shared/identity/api.ts'
import { Failure } from '../failure.ts'
import type { LedgerRecord } from './records.ts'
import type { Revocations } from './revocations.ts'
import { saveAnew } from './save-anew.ts'
import { bareId } from './store.ts'
import type { Store } from './store.ts'

const mostOfOneUser = 100
/** How long a deleted ledger can be brought back. */
const grace = 7 * 24 * 60 * 60 * 1000

export type LedgerOfMine = {
  readonly id: string
  readonly name: string
  readonly role: Role
}

export type DeletedLedger = LedgerOfMine & {
  readonly deletedAt: number
  readonly removedAt: number
}

export type LedgerDatabases = {
  readonly create: (id: string) => Promise<void>
  readonly remove: (id: string) => Promise<void>
}

/** The registry: the only place that knows which ledgers exist and who is in them. */
export type Ledgers = {
  readonly exists: (id: string) => boolean
  /** Those whose databases must be here. */
  readonly registered: () => readonly string[]
  /** The same without what only their members know. */
  readonly described: () => readonly {
    readonly id: string
    /** Users. */
    readonly owners: readonly string[]
    readonly members: number
    readonly deletedAt: number | undefined
  }[]
  readonly nameOf: (id: string) => string
  /** `undefined` also for a deleted ledger. */
  readonly roleOf: (user: string, id: string) => Role | undefined
  /** It was deleted while this person was in it. */
  readonly isDeletedFor: (user: string, id: string) => boolean
  readonly ofUser: (user: string) => readonly LedgerOfMine[]
  /** What can still be brought back. */
  readonly deletedOf: (user: string) => readonly DeletedLedger[]
  /** Registers an unknown ledger for its creator, lets a member join, refuses anybody else. An owner names it anew with it. */
  readonly connect: (
    user: string,
    id: string,
    name: string,
  ) => Promise<LedgerOfMine>
  /** By an owner: nobody sees it any more, open feeds end. */
  readonly remove: (id: string, by: string) => Promise<void>
  /** By an owner, within a week. */
  readonly restore: (id: string, by: string) => Promise<LedgerOfMine>
  /** Removes the databases of what was deleted more than a week ago. */
  readonly sweep: () => Promise<void>
}

type LedgersDeps = {
  readonly store: Store
  readonly databases: LedgerDatabases
  readonly revocations: Revocations
}

export function createLedgers(deps: LedgersDeps): Ledgers {
  const { store, databases, revocations } = deps
  const beingRegistered = new Map<string, Promise<LedgerRecord>>()

  async function register(user: string, id: string, name: string) {
    // The database first: a ledger in the registry without one would look damaged.
    await databases.create(id)
    return store.ledgers.save({
      _id: `ledger_${id}`,
      kind: 'ledger',
      name,
      members: { [user]: 'owner' },
      createdAt: Date.now(),
    })
  }

  async function find(user: string, id: string, name: string) {
    const known = store.ledgers.get(id) ?? beingRegistered.get(id)
    if (known !== undefined) return known
    if (ofUser(user).length + deletedOf(user).length >= mostOfOneUser) {
      throw new Failure('forbidden', {
        detail: `At most ${mostOfOneUser} ledgers a person`,
      })
    }
    const registering = register(user, id, name)
    beingRegistered.set(id, registering)
    try {
      return await registering
    } finally {
      beingRegistered.delete(id)
    }
  }

  function ofUser(user: string): readonly LedgerOfMine[] {
    return store.ledgers
      .all()
      .filter(({ deletedAt }) => deletedAt === undefined)
      .flatMap(ledger => describe(user, ledger) ?? [])
  }

  function deletedOf(user: string): readonly DeletedLedger[] {
    return store.ledgers.all().flatMap(ledger => {
      const { deletedAt, removedAt } = ledger
      const mine = describe(user, ledger)
      return mine === undefined || deletedAt === undefined || removedAt
        ? []
        : { ...mine, deletedAt, removedAt: deletedAt + grace }
    })
  }

  function registered(): readonly LedgerRecord[] {
    return store.ledgers
      .all()
      .filter(({ removedAt }) => removedAt === undefined)
  }

  function roleOf(user: string, id: string): Role | undefined {
    const ledger = store.ledgers.get(id)
    return ledger?.deletedAt === undefined ? roleIn(ledger, user) : undefined
  }

  return {
    exists: id => store.ledgers.get(id) !== undefined,
    registered: () => registered().map(bareId),
    described: () =>
      registered().map(ledger => {
        const members = Object.entries(ledger.members)
        const owners = members.filter(([, role]) => role === 'owner')
        return {
          id: bareId(ledger),
          owners: owners.map(([user]) => user),
          members: members.length,
          deletedAt: ledger.deletedAt,
        }
      }),
    nameOf: id => store.ledgers.get(id)?.name ?? '',
    roleOf,
    isDeletedFor: (user, id) => {
      const ledger = store.ledgers.get(id)
      const isDeleted = ledger?.deletedAt !== undefined
      return isDeleted && roleIn(ledger, user) !== undefined
    },
    ofUser,
    deletedOf,
    connect: async (user, id, name) => {
      const found = await find(user, id, name)
      const mine = describe(user, found)
      if (mine === undefined) throw new Failure('ledger-taken')
      if (found.deletedAt !== undefined) throw new Failure('ledger-deleted')
      if (mine.role !== 'owner' || mine.name === name) return mine
      await saveAnew(store.ledgers, id, ledger => ({ ...ledger, name }))
      return { ...mine, name }
    },
    remove: async (id, by) => {
      await saveAnew(store.ledgers, id, ledger => {
        const role = roleIn(ledger, by)
        if (role === undefined) throw new Failure('not-found')
        if (ledger.deletedAt !== undefined) throw new Failure('ledger-deleted')
        if (role !== 'owner') throw new Failure('forbidden')
        return { ...ledger, deletedAt: Date.now() }
      })
      revocations.announce({ ledger: id })
    },
    restore: async (id, by) => {
      const restored = await saveAnew(store.ledgers, id, ledger => {
        const role = roleIn(ledger, by)
        if (role === undefined) throw new Failure('not-found')
        if (role !== 'owner') throw new Failure('forbidden')
        if (isOver(ledger)) throw new Failure('ledger-deleted')
        return { ...ledger, deletedAt: undefined }
      })
      return { id, name: restored.name, role: 'owner' }
    },
    sweep: async () => {
      for (const ledger of store.ledgers.all()) {
        if (!isOver(ledger) || ledger.removedAt !== undefined) continue
        const id = bareId(ledger)
        await databases.remove(id)
        await saveAnew(store.ledgers, id, each => ({
          ...each,
          name: '',
          removedAt: Date.now(),
        }))
      }
    },
  }
}

function isOver({ deletedAt }: LedgerRecord): boolean {
  return deletedAt !== undefined && Date.now() - deletedAt >= grace
}

function roleIn(ledger: LedgerRecord | undefined, user: string) {
  return ledger !== undefined && Object.hasOwn(ledger.members, user)
    ? ledger.members[user]
    : undefined
}

function describe(
  user: string,
  ledger: LedgerRecord,
): LedgerOfMine | undefined {
  const role = roleIn(ledger, user)
  return role && { id: bareId(ledger), name: ledger.name, role }
}
