import * as z from 'zod'
import { deviceName, password, secondFactorCode } from './api.ts'

/** Proving who one is: passwords, codes, passkeys. */

/** What `navigator.credentials` gave, as JSON, without what the server does not look at. */
const credential = {
  id: z.string().min(1).max(2048),
  rawId: z.string().min(1).max(2048),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
}
const base64url = z.string().max(8192)

const newPasskey = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
  }),
})

const passkeyResponse = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
  }),
})

/** Answer of `POST /api/v1/auth/passkeys/options`, with a proof, and of `POST …/auth/passkey/options`, for signing in or confirming. */
export const passkeyOptionsReply = z.looseObject({ challenge: z.string() })

/** `POST /api/v1/auth/passkeys`, with a proof; one is removed by `DELETE …/passkeys/:passkey`. */
export const addPasskeyRequest = z.strictObject({
  name: z.string().trim().min(1).max(64),
  response: newPasskey,
})
export const passkeyReply = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.int(),
  lastUsedAt: z.int(),
})

/** `POST /api/v1/auth/passkey`: signs in without name, password or second factor. */
export const passkeySignInRequest = z.strictObject({
  response: passkeyResponse,
  device: deviceName,
})

/** `GET /api/v1/auth/factors` */
export const factorsReply = z.object({
  totp: z.boolean(),
  recoveryCodesLeft: z.int(),
  passkeys: z.array(passkeyReply),
})

/** `POST /api/v1/auth/totp`, with a proof: the secret for an app that shows codes, also as the address of a QR code. */
export const totpReply = z.object({ secret: z.string(), uri: z.string() })

/** `PUT /api/v1/auth/totp`, with a proof: turns it on by a code of that app. `DELETE` turns it off. */
export const codeRequest = z.strictObject({ code: secondFactorCode })

/** Answer of turning it on and of `POST /api/v1/auth/recovery-codes`, with a proof. */
export const recoveryCodesReply = z.object({ codes: z.array(z.string()) })

/**
 * `POST /api/v1/auth/confirm`: who uses the session proves again who they are,
 * by a passkey, or by the password and, where there is a second factor, a code.
 * What cannot be taken back wants the proof in the header `ourmoney-proof`.
 */
export const confirmRequest = z.union([
  z.strictObject({
    password: z.string().min(1).max(1024),
    code: secondFactorCode.optional(),
  }),
  z.strictObject({ response: passkeyResponse }),
])
export const proofReply = z.object({
  proof: z.string(),
  /** Seconds. */
  expiresIn: z.int(),
})

/** `PUT /api/v1/auth/password`, with a proof; every other session ends. */
export const passwordRequest = z.strictObject({ password })

/** `POST /api/v1/auth/reset`, with the token of a one-time link; every session ends. */
export const resetRequest = z.strictObject({
  token: z.string().min(1).max(200),
  password,
})
