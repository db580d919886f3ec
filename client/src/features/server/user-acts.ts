import type * as z from 'zod'
import type { usersReply } from '@ourmoney/shared/identity/users.ts'

export type ServerUser = z.infer<typeof usersReply>['users'][number]

/** What an admin may do with a user. */
export type UserAct =
  'makeAdmin' | 'noAdmin' | 'resetLink' | 'signOut' | 'disable' | 'enable'

export function actsOn(
  { id, admin, disabled, sessions }: ServerUser,
  me: string,
): readonly UserAct[] {
  if (disabled) return ['enable']
  return [
    admin ? 'noAdmin' : 'makeAdmin',
    'resetLink',
    ...(sessions > 0 ? (['signOut'] as const) : []),
    // Who disables themselves is out at once.
    ...(id === me ? [] : (['disable'] as const)),
  ]
}
