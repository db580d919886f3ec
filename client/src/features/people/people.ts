import type { Role } from '@ourmoney/shared/identity/api.ts'
import type { DocOf } from '@ourmoney/shared/sync/kinds.ts'

export type MemberDoc = DocOf<'member'>

/** Somebody who signs in to this ledger, as the server knows them. */
export type LedgerUser = {
  readonly user: string
  readonly name: string
  readonly role: Role
}

/** Somebody in the ledger: with a sign-in, as a name that records are about, or both. */
export type Person = {
  readonly id: string
  readonly name: string
  readonly member: MemberDoc | undefined
  readonly user: LedgerUser | undefined
  readonly isMe: boolean
  /** Had a sign-in to this ledger once, and has none now. */
  readonly isGone: boolean
}

/** Who signs in comes first, oneself before all; `users` is nothing while the server cannot be asked. */
export function joinPeople(
  members: readonly MemberDoc[],
  users: readonly LedgerUser[] | undefined,
  me: {
    readonly member: string | undefined
    readonly user: string | undefined
  },
): readonly Person[] {
  const linked = new Set(members.map(({ user }) => user))
  const named = members
    .filter(({ archived, user }) => archived !== true || user !== undefined)
    .map((member): Person => {
      const user = users?.find(each => each.user === member.user)
      const isLinked = member.user !== undefined
      return {
        id: member._id,
        name: member.name,
        member,
        user,
        isMe: member._id === me.member || (isLinked && member.user === me.user),
        isGone: isLinked && users !== undefined && user === undefined,
      }
    })
    .filter(({ member, isGone }) => !(isGone && member?.archived === true))
  const unnamed = (users ?? [])
    .filter(({ user }) => !linked.has(user))
    .map((user): Person => ({
      id: user.user,
      name: user.name,
      member: undefined,
      user,
      isMe: user.user === me.user,
      isGone: false,
    }))
  return [...named, ...unnamed].sort(
    (a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name),
  )
}

function rank({ isMe, user }: Person): number {
  return isMe ? 0 : user !== undefined ? 1 : 2
}
