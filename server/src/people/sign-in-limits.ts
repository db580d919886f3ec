import { Failure } from '../failure.ts'
import { clientBlock } from './client-block.ts'
import { createTokenBucket } from './token-bucket.ts'
import { foldName } from './user-name.ts'

const second = 1000

/**
 * Guessing is slowed for each user, each address and altogether. Nobody is
 * locked out for ever, and who gets in gets their attempts back.
 */
export type SignInLimits = {
  /** Throws `too-many-requests`; the returned function gives the attempt back. */
  readonly attempt: (name: string, address: string) => () => void
}

export function createSignInLimits(): SignInLimits {
  const user = createTokenBucket({ burst: 10, refill: 30 * second })
  const address = createTokenBucket({ burst: 30, refill: 10 * second })
  const everybody = createTokenBucket({ burst: 200, refill: second / 2 })

  return {
    attempt: (name, from) => {
      const asked = [
        [address, clientBlock(from)],
        [user, foldName(name)],
        [everybody, ''],
      ] as const
      const now = Date.now()
      const taken: (() => void)[] = []
      const giveBack = () => taken.forEach(undo => undo())
      for (const [bucket, key] of asked) {
        const retryAfter = bucket.take(key, now)
        if (retryAfter > 0) {
          giveBack()
          throw new Failure('too-many-requests', { retryAfter })
        }
        taken.push(() => bucket.giveBack(key))
      }
      return giveBack
    },
  }
}
