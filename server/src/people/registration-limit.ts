import { Failure } from '../failure.ts'
import { clientBlock } from './client-block.ts'
import { createTokenBucket } from './token-bucket.ts'

const perDay = 10
const day = 24 * 60 * 60 * 1000

/** Throws `too-many-requests` once an address tried to register ten times within a day, whatever came of it. */
export type RegistrationLimit = (address: string) => void

export function createRegistrationLimit(): RegistrationLimit {
  const address = createTokenBucket({ burst: perDay, refill: day / perDay })
  return from => {
    const retryAfter = address.take(clientBlock(from), Date.now())
    if (retryAfter > 0) throw new Failure('too-many-requests', { retryAfter })
  }
}
