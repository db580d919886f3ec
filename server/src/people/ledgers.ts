import type { Role } from '@ourmoney/shared/identity/api.ts'
import { Failure } from '../failure.ts'
import { bareId } from './store.ts'
import type { LedgerRecord } from './records.ts'
import type { Store } from './store.ts'

const mostOfOneUser = 100

export type LedgerOfMine = {
  readonly id: string
  readonly name: string
  readonly role: Role
}

/** The registry: the only place that knows which ledgers exist and who is in them. */
export type Ledgers = {
  readonly exists: (id: string) => boolean
  readonly nameOf: (id: string) => string
  readonly roleOf: (user: string, id: string) => Role | undefined
  readonly ofUser: (user: string) => readonly LedgerOfMine[]
  /** Registers an unknown ledger for its creator, lets a member join, refuses anybody else. */
  readonly connect: (
    user: string,
    id: string,
    name: string,
  ) => Promise<LedgerOfMine>
}

export function createLedgers(
  store: Store,
  createDatabase: (id: string) => Promise<void>,
): Ledgers {
  const beingRegistered = new Map<string, Promise<LedgerRecord>>()

  async function register(user: string, id: string, name: string) {
    // The database first: a ledger in the registry without one would look damaged.
    await createDatabase(id)
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
    if (ofUser(user).length >= mostOfOneUser) {
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
    return store.ledgers.all().flatMap(ledger => describe(user, ledger) ?? [])
  }

  return {
    exists: id => store.ledgers.get(id) !== undefined,
    nameOf: id => store.ledgers.get(id)?.name ?? '',
    roleOf: (user, id) => roleIn(store.ledgers.get(id), user),
    ofUser,
    connect: async (user, id, name) => {
      const mine = describe(user, await find(user, id, name))
      if (mine === undefined) throw new Failure('ledger-taken')
      return mine
    },
  }
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
