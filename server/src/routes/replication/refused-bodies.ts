import { Failure } from '../../failure.ts'
import { createTokenBucket } from '../../people/token-bucket.ts'

/** What no device of ours sends costs everybody time to look at. */
const perMinute = 10

/** Bodies that were no request at all, by the device or program that sent them. */
export type RefusedBodies = {
  readonly note: (session: string) => void
  /** Throws `too-many-requests` once there were ten within a minute; one more every six seconds. */
  readonly refuseMore: (session: string) => void
}

export function createRefusedBodies(now = Date.now): RefusedBodies {
  const left = createTokenBucket({
    burst: perMinute,
    refill: 60_000 / perMinute,
  })
  return {
    note: session => void left.take(session, now()),
    refuseMore: session => {
      const retryAfter = left.take(session, now())
      if (retryAfter > 0) {
        throw new Failure('too-many-requests', { retryAfter })
      }
      left.giveBack(session)
    },
  }
}
