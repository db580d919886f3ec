import { randomBytes } from 'node:crypto'
import { Failure } from '../failure.ts'
import { equal } from './refresh-tokens.ts'
import type { NewUser, User, Users } from './users.ts'

/** The first user, made by whoever has the one-time token that the server printed. */
export type SetUp = {
  /** Good until used or until the server stops; `undefined` once there are users. */
  readonly token: string | undefined
  readonly makeFirstUser: (
    token: string,
    user: Omit<NewUser, 'admin'>,
  ) => Promise<User>
}

export function createSetUp(users: Users): SetUp {
  const token = users.isEmpty()
    ? randomBytes(32).toString('base64url')
    : undefined
  let isBeingUsed = false

  return {
    token,
    makeFirstUser: async (presented, user) => {
      if (token === undefined || !users.isEmpty() || isBeingUsed) {
        throw new Failure('already-set-up')
      }
      if (!equal(presented, token)) throw new Failure('wrong-set-up-link')
      // Set before the first await: of two simultaneous requests one wins.
      isBeingUsed = true
      try {
        return await users.create({ ...user, admin: true })
      } finally {
        isBeingUsed = false
      }
    },
  }
}
