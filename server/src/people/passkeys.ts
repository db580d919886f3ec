import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { Failure } from '../failure.ts'
import { createChallenges } from './challenges.ts'
import type { PasskeyRecord } from './records.ts'
import { hashToken } from './refresh-tokens.ts'
import { saveAnew } from './save-anew.ts'
import { bareId } from './store.ts'
import type { Store } from './store.ts'
import type { User } from './users.ts'

const mostOfOneUser = 20
/** Ed25519, P-256 and RSA with SHA-256, as COSE numbers them: every device knows one. */
const supportedAlgorithmIDs = [-8, -7, -257]

/** Where the person is, as their browser sees it; a passkey belongs to one host. */
export type Site = {
  readonly host: string
  readonly origins: readonly string[]
}

export type Passkey = {
  readonly id: string
  readonly name: string
  readonly createdAt: number
  readonly lastUsedAt: number
}

/**
 * Passkeys: keys on a person's devices that sign a challenge of ours for this
 * site alone, after the device has checked who is there. Such a sign-in needs no
 * name, no password and no second factor.
 */
export type Passkeys = {
  readonly ofUser: (user: string) => readonly Passkey[]
  readonly beginAdding: (
    site: Site,
    user: User,
    session: string,
  ) => Promise<PublicKeyCredentialCreationOptionsJSON>
  /** Throws `wrong-passkey`. */
  readonly add: (
    site: Site,
    user: User,
    session: string,
    name: string,
    response: RegistrationResponseJSON,
  ) => Promise<Passkey>
  readonly remove: (user: string, id: string) => Promise<void>
  readonly beginSignIn: (
    site: Site,
  ) => Promise<PublicKeyCredentialRequestOptionsJSON>
  /** The id of the user whose passkey signed; throws `wrong-passkey`. */
  readonly verify: (
    site: Site,
    response: AuthenticationResponseJSON,
  ) => Promise<string>
}

export function createPasskeys(
  { passkeys }: Store,
  serverSecret: string,
): Passkeys {
  const challenges = createChallenges(serverSecret)
  const taker = (purpose: string) => (challenge: string) =>
    challenges.take(purpose, Buffer.from(challenge, 'base64url').toString())

  function recordsOf(user: string): readonly PasskeyRecord[] {
    return passkeys.all().filter(each => each.user === user)
  }

  return {
    ofUser: user => recordsOf(user).map(describe),
    beginAdding: (site, user, session) =>
      generateRegistrationOptions({
        rpName: 'OurMoney',
        rpID: site.host,
        userName: user.name,
        userID: new TextEncoder().encode(user.id),
        challenge: challenges.issue(`add ${session}`),
        attestationType: 'none',
        supportedAlgorithmIDs,
        excludeCredentials: recordsOf(user.id).map(({ credential }) => ({
          id: credential,
        })),
        authenticatorSelection: {
          residentKey: 'required',
          userVerification: 'required',
        },
      }),
    add: async (site, user, session, name, response) => {
      if (recordsOf(user.id).length >= mostOfOneUser) {
        throw new Failure('forbidden', {
          detail: `At most ${mostOfOneUser} passkeys a person`,
        })
      }
      const { registrationInfo } = await checked(
        verifyRegistrationResponse({
          response,
          expectedChallenge: taker(`add ${session}`),
          supportedAlgorithmIDs,
          expectedOrigin: [...site.origins],
          expectedRPID: site.host,
        }),
      )
      if (registrationInfo === undefined) throw new Failure('wrong-passkey')
      const { id, publicKey, counter } = registrationInfo.credential
      const key = hashToken(id)
      // Somebody else's device with the same key, or a second try of the same.
      if (passkeys.get(key) !== undefined) throw new Failure('wrong-passkey')
      const now = Date.now()
      return describe(
        await passkeys.save({
          _id: `passkey_${key}`,
          kind: 'passkey',
          user: user.id,
          name,
          credential: id,
          publicKey: Buffer.from(publicKey).toString('base64url'),
          counter,
          createdAt: now,
          lastUsedAt: now,
        }),
      )
    },
    remove: async (user, id) => {
      const found = passkeys.get(id)
      if (found?.user !== user) throw new Failure('not-found')
      await passkeys.remove(found)
    },
    beginSignIn: site =>
      generateAuthenticationOptions({
        rpID: site.host,
        challenge: challenges.issue('sign-in'),
        userVerification: 'required',
      }),
    verify: async (site, response) => {
      const key = hashToken(response.id)
      const found = passkeys.get(key)
      if (found === undefined) throw new Failure('wrong-passkey')
      const { verified, authenticationInfo } = await checked(
        verifyAuthenticationResponse({
          response,
          expectedChallenge: taker('sign-in'),
          expectedOrigin: [...site.origins],
          expectedRPID: site.host,
          credential: {
            id: found.credential,
            publicKey: new Uint8Array(
              Buffer.from(found.publicKey, 'base64url'),
            ),
            counter: found.counter,
          },
        }),
      )
      if (!verified) throw new Failure('wrong-passkey')
      const { newCounter: counter } = authenticationInfo
      const lastUsedAt = Date.now()
      await saveAnew(passkeys, key, each => ({ ...each, counter, lastUsedAt }))
      return found.user
    },
  }
}

/** The library throws for whatever it does not like, in words for programmers. */
async function checked<Verified>(verifying: Promise<Verified>) {
  try {
    return await verifying
  } catch (cause) {
    throw new Failure('wrong-passkey', { cause })
  }
}

function describe(record: PasskeyRecord): Passkey {
  const { name, createdAt, lastUsedAt } = record
  return { id: bareId(record), name, createdAt, lastUsedAt }
}
