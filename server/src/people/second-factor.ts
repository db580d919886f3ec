import { randomBytes } from 'node:crypto'
import { generateSecret, generateURI, verifySync } from 'otplib'
import { Failure } from '../failure.ts'
import type { UserRecord } from './records.ts'
import { hashToken } from './refresh-tokens.ts'
import { saveAnew } from './save-anew.ts'
import type { Store } from './store.ts'
import { createTokenBucket } from './token-bucket.ts'

const recoveryCodes = 10
/** Seconds. */
const step = 30
const tries = { burst: 5, refill: 5 * 60 * 1000 }

/**
 * A second factor besides the password: six digits from an app that shows new
 * ones every half minute (TOTP), or one of ten recovery codes. Every code is
 * good once; five wrong ones make the person wait.
 */
export type SecondFactor = {
  readonly isOn: (user: string) => boolean
  readonly recoveryCodesLeft: (user: string) => number
  /** Makes a secret for the app; it counts once a code of it was shown. */
  readonly begin: (
    user: string,
  ) => Promise<{ readonly secret: string; readonly uri: string }>
  /** Answers the recovery codes, which are told here and kept as hashes. */
  readonly turnOn: (user: string, code: string) => Promise<readonly string[]>
  readonly turnOff: (user: string) => Promise<void>
  readonly renewRecoveryCodes: (user: string) => Promise<readonly string[]>
  /** Throws unless there is no second factor or the code is one of it: `second-factor-needed`, `wrong-code`, `too-many-requests`. */
  readonly check: (user: string, code: string | undefined) => Promise<void>
}

type Totp = NonNullable<UserRecord['totp']>

export function createSecondFactor({ users }: Store): SecondFactor {
  const guesses = createTokenBucket(tries)

  /** Gives the try back when `work` took the code. */
  async function attempt<Answer>(user: string, work: () => Promise<Answer>) {
    const retryAfter = guesses.take(user, Date.now())
    if (retryAfter > 0) throw new Failure('too-many-requests', { retryAfter })
    const answer = await work()
    guesses.giveBack(user)
    return answer
  }

  function totpOf(user: string): Totp | undefined {
    return users.get(user)?.totp
  }

  return {
    isOn: user => totpOf(user) !== undefined,
    recoveryCodesLeft: user => totpOf(user)?.recovery.length ?? 0,
    begin: async user => {
      const secret = generateSecret()
      const { name } = await saveAnew(users, user, each => {
        if (each.totp !== undefined) throw new Failure('second-factor-is-on')
        return { ...each, comingTotp: secret }
      })
      return {
        secret,
        uri: generateURI({ issuer: 'OurMoney', label: name, secret }),
      }
    },
    turnOn: (user, code) =>
      attempt(user, async () => {
        const codes = makeRecoveryCodes()
        await saveAnew(users, user, each => {
          const { comingTotp: secret, ...rest } = each
          if (each.totp !== undefined) throw new Failure('second-factor-is-on')
          const lastStep = secret && stepOf({ secret }, code)
          if (!secret || !lastStep) throw new Failure('wrong-code')
          const recovery = codes.map(hashCode)
          return { ...rest, totp: { secret, lastStep, recovery } }
        })
        return codes
      }),
    turnOff: async user => {
      await saveAnew(users, user, each => ({
        ...each,
        totp: undefined,
        comingTotp: undefined,
      }))
    },
    renewRecoveryCodes: async user => {
      const codes = makeRecoveryCodes()
      await saveAnew(users, user, each => {
        if (each.totp === undefined) throw new Failure('not-found')
        const recovery = codes.map(hashCode)
        return { ...each, totp: { ...each.totp, recovery } }
      })
      return codes
    },
    check: async (user, code) => {
      if (totpOf(user) === undefined) return
      if (code === undefined) throw new Failure('second-factor-needed')
      await attempt(user, () =>
        saveAnew(users, user, each =>
          each.totp === undefined
            ? each
            : { ...each, totp: spend(each.totp, code) },
        ),
      )
    },
  }
}

/** The same without that code. By compare-and-set, so of two who show it one gets in. */
function spend(totp: Totp, code: string): Totp {
  const lastStep = stepOf(totp, code)
  if (lastStep !== undefined) return { ...totp, lastStep }
  const hashed = hashCode(code)
  const recovery = totp.recovery.filter(each => each !== hashed)
  if (recovery.length === totp.recovery.length) throw new Failure('wrong-code')
  return { ...totp, recovery }
}

/** The half minute whose code this is: the present one or its neighbours, and later than the last that was used. */
function stepOf(
  totp: { readonly secret: string; readonly lastStep?: number },
  code: string,
): number | undefined {
  const token = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const epoch = Math.floor(Date.now() / 1000)
  const { secret, lastStep = 0 } = totp
  // One far ahead was used before the clock was set back, and says nothing now.
  const isAhead = lastStep > Math.floor(epoch / step) + 1
  const verified = verifySync({
    secret,
    token,
    epoch,
    epochTolerance: step,
    afterTimeStep: isAhead ? 0 : lastStep,
  })
  return verified.valid && 'timeStep' in verified
    ? verified.timeStep
    : undefined
}

/** 80 bits each, in groups that can be written down. */
function makeRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodes }, () =>
    randomBytes(10)
      .toString('hex')
      .replaceAll(/(.{5})(?!$)/g, '$1-'),
  )
}

function hashCode(code: string): string {
  return hashToken(code.toLowerCase().replaceAll(/[\s-]/g, ''))
}
