import {
  startAuthentication,
  startRegistration,
  WebAuthnError,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { sessionReply } from '@ourmoney/shared/identity/api.ts'
import {
  passkeyOptionsReply,
  passkeyReply,
  proofReply,
} from '@ourmoney/shared/identity/factors.ts'
import { askFor } from './api.ts'
import { PasskeyError } from './passkey-error.ts'
import type { Session } from './session.ts'

/** Signs in whoever has one here, without a name. Throws ApiError and PasskeyError, as all of these. */
export async function enterByPasskey(device: string) {
  return askFor('/auth/passkey', sessionReply, {
    method: 'POST',
    body: { response: await sign(), device },
  })
}

/** Proves who is there. */
export async function confirmByPasskey(session: Session): Promise<string> {
  const response = await sign()
  const { proof } = await askFor('/auth/confirm', proofReply, {
    method: 'POST',
    body: { response },
    token: await session.token(),
  })
  return proof
}

export async function addPasskey(
  session: Session,
  proof: string,
  name: string,
) {
  const token = await session.token()
  const asking = { method: 'POST', token, proof } as const
  const options = await askFor(
    '/auth/passkeys/options',
    passkeyOptionsReply,
    asking,
  )
  const response = await askDevice(() =>
    startRegistration({
      // Only the library that reads them knows what they have to be.
      optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON,
    }),
  )
  return askFor('/auth/passkeys', passkeyReply, {
    ...asking,
    body: { name, response },
  })
}

async function sign() {
  const options = await askFor('/auth/passkey/options', passkeyOptionsReply, {
    method: 'POST',
  })
  return askDevice(() =>
    startAuthentication({
      optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
    }),
  )
}

async function askDevice<Response>(
  asking: () => Promise<Response>,
): Promise<Response> {
  try {
    return await asking()
  } catch (cause) {
    const isThere =
      cause instanceof WebAuthnError &&
      cause.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED'
    throw new PasskeyError(isThere ? 'already-there' : 'cancelled', cause)
  }
}
