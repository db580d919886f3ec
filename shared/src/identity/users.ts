import * as z from 'zod'

/** The server's users, for its admin. */

/** `POST /api/v1/admin/users/:user/reset-link`, with a proof. The link is `<origin>/reset#<token>`. */
export const resetLinkReply = z.object({
  token: z.string(),
  expiresAt: z.int(),
})

/** `GET /api/v1/admin/users` */
export const userReply = z.object({
  id: z.string(),
  name: z.string(),
  admin: z.boolean(),
  disabled: z.boolean(),
  createdAt: z.int(),
})
export const usersReply = z.object({
  users: z.array(
    userReply.extend({
      /** Where they are signed in. */
      sessions: z.int(),
    }),
  ),
})

/** `PUT /api/v1/admin/users/:user`, with a proof. */
export const changeUserRequest = z.strictObject({
  admin: z.boolean().optional(),
  disabled: z.boolean().optional(),
})
