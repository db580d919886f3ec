import { hash, verify } from '@node-rs/argon2'
import { isCommonPassword } from './common-passwords.ts'
import { Failure } from '../failure.ts'
import { signals } from '../signals.ts'
import { createTurnstile } from './turnstile.ts'

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hashing blocks threads that the database needs too, so few run at once. */
const atOnce = 2
const waiting = 20

export type Hasher = {
  readonly hash: (password: string) => Promise<string>
  readonly verify: (hashed: string, password: string) => Promise<boolean>
}

export type Credentials = {
  readonly hashPassword: (password: string) => Promise<string>
  /** Takes as long when there is no such user (`hashed` is `undefined`). */
  readonly isPassword: (
    hashed: string | undefined,
    password: string,
  ) => Promise<boolean>
}

export function createCredentials(hasher: Hasher = argon2id): Credentials {
  const pass = createTurnstile(atOnce, waiting, signals.hashQueue.tell)
  let nobodys: Promise<string> | undefined

  return {
    hashPassword: password => pass(() => hasher.hash(canonical(password))),
    isPassword: (hashed, password) =>
      pass(async () => {
        nobodys ??= hasher.hash('nobody has this password')
        // Awaited for everybody, or the first unknown name would take longer.
        const nobody = await nobodys
        const matches = await hasher.verify(
          hashed ?? nobody,
          canonical(password),
        )
        return hashed !== undefined && matches
      }),
  }
}

/** Throws unless the password may be chosen; the schema has checked its length. */
export function refuseCommonPassword(password: string): void {
  if (isCommonPassword(password)) throw new Failure('common-password')
}

const argon2id: Hasher = {
  hash: password => hash(password, cost),
  verify: (hashed, password) => verify(hashed, password),
}

// The same letter can be typed as one code point or as two, depending on the keyboard.
function canonical(password: string): string {
  return password.normalize('NFKC')
}
