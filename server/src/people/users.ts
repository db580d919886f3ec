import { randomUUID } from 'node:crypto'
import { refuseCommonPassword } from './credentials.ts'
import type { Credentials } from './credentials.ts'
import { Failure } from '../failure.ts'
import { bareId } from './store.ts'
import type { UserRecord } from './records.ts'
import type { Store } from './store.ts'
import { foldName, isUserName } from './user-name.ts'

export type User = {
  readonly id: string
  readonly name: string
  readonly admin: boolean
}

export type NewUser = {
  readonly name: string
  readonly password: string
  readonly admin: boolean
}

export type Users = {
  readonly isEmpty: () => boolean
  /** Only people who may sign in: a disabled user is `undefined`. */
  readonly get: (id: string) => User | undefined
  /** Also of a disabled user; empty when there is no such user. */
  readonly nameOf: (id: string) => string
  readonly create: (user: NewUser) => Promise<User>
  /** The user, if name and password fit; `undefined` tells not which of them did not. */
  readonly signIn: (name: string, password: string) => Promise<User | undefined>
  readonly disable: (id: string) => Promise<void>
}

export function createUsers(store: Store, credentials: Credentials): Users {
  const beingCreated = new Set<string>()

  function byName(name: string): UserRecord | undefined {
    const folded = foldName(name)
    return store.users.all().find(user => foldName(user.name) === folded)
  }

  return {
    isEmpty: () => store.users.all().length === 0,
    get: id => {
      const user = store.users.get(id)
      return user === undefined || user.disabled ? undefined : describe(user)
    },
    nameOf: id => store.users.get(id)?.name ?? '',
    create: async ({ name, password, admin }) => {
      if (!isUserName(name)) {
        throw new Failure('bad-request', { detail: 'name: not usable' })
      }
      refuseCommonPassword(password)
      // Before the name is looked up: for a taken one it takes as long.
      const hashed = await credentials.hashPassword(password)
      const folded = foldName(name)
      if (byName(name) !== undefined || beingCreated.has(folded)) {
        throw new Failure('name-taken')
      }
      beingCreated.add(folded)
      try {
        const user = await store.users.save({
          _id: `user_${randomUUID()}`,
          kind: 'user',
          name: name.normalize('NFC').trim(),
          password: hashed,
          admin,
          disabled: false,
          createdAt: Date.now(),
        })
        return describe(user)
      } finally {
        beingCreated.delete(folded)
      }
    },
    signIn: async (name, password) => {
      const user = byName(name)
      const matches = await credentials.isPassword(user?.password, password)
      return user === undefined || !matches || user.disabled
        ? undefined
        : describe(user)
    },
    disable: async id => {
      const user = store.users.get(id)
      if (user !== undefined) {
        await store.users.save({ ...user, disabled: true })
      }
    },
  }
}

function describe(user: UserRecord): User {
  return { id: bareId(user), name: user.name, admin: user.admin }
}
