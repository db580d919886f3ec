import { randomUUID } from 'node:crypto'
import { refuseCommonPassword } from './credentials.ts'
import type { Credentials } from './credentials.ts'
import { Failure } from '../failure.ts'
import { saveAnew } from './save-anew.ts'
import { bareId } from './store.ts'
import type { UserRecord } from './records.ts'
import type { Store } from './store.ts'
import { foldName, isUserName } from './user-name.ts'

export type User = {
  readonly id: string
  readonly name: string
  readonly admin: boolean
}

/** As an admin sees somebody. */
export type KeptUser = User & {
  readonly disabled: boolean
  readonly createdAt: number
}

export type UserChange = {
  readonly admin?: boolean | undefined
  readonly disabled?: boolean | undefined
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
  /** Checks and hashes a new password; what it answers puts it in force. */
  readonly preparePassword: (
    id: string,
    password: string,
  ) => Promise<() => Promise<void>>
  /** Also disabled ones. */
  readonly named: (name: string) => User | undefined
  readonly all: () => readonly KeptUser[]
  /** Refuses to leave the server without an admin. */
  readonly change: (id: string, change: UserChange) => Promise<KeptUser>
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
    preparePassword: async (id, password) => {
      refuseCommonPassword(password)
      const hashed = await credentials.hashPassword(password)
      return async () => {
        await saveAnew(store.users, id, user => ({ ...user, password: hashed }))
      }
    },
    named: name => {
      const user = byName(name)
      return user && describe(user)
    },
    all: () => store.users.all().map(describeKept),
    change: async (id, { admin, disabled }) => {
      const changed = await saveAnew(store.users, id, user => {
        const next = {
          ...user,
          admin: admin ?? user.admin,
          disabled: disabled ?? user.disabled,
        }
        const others = store.users.all().filter(each => each._id !== user._id)
        if (![...others, next].some(isAdmin)) throw new Failure('last-admin')
        return next
      })
      return describeKept(changed)
    },
  }
}

function describe(user: UserRecord): User {
  return { id: bareId(user), name: user.name, admin: user.admin }
}

function describeKept(user: UserRecord): KeptUser {
  const { disabled, createdAt } = user
  return { ...describe(user), disabled, createdAt }
}

function isAdmin({ admin, disabled }: UserRecord): boolean {
  return admin && !disabled
}
