/** So many at once, then one every so often, for each key. */
export type TokenBucket = {
  /** 0 when a token was taken, else the whole seconds until there is one. */
  readonly take: (key: string, now: number) => number
  readonly giveBack: (key: string) => void
}

type BucketOptions = {
  readonly burst: number
  /** Milliseconds until one token comes back. */
  readonly refill: number
}

/** Beyond this many keys the full buckets are thrown out; they say nothing. */
const manyKeys = 10_000

export function createTokenBucket({
  burst,
  refill,
}: BucketOptions): TokenBucket {
  const buckets = new Map<string, { left: number; at: number }>()

  function filled(key: string, now: number): number {
    const bucket = buckets.get(key)
    if (bucket === undefined) return burst
    // A clock that was set back must not empty anybody's bucket.
    const elapsed = Math.max(0, now - bucket.at)
    return Math.min(burst, bucket.left + elapsed / refill)
  }

  function sweep(now: number): void {
    for (const key of buckets.keys()) {
      if (filled(key, now) >= burst) buckets.delete(key)
    }
  }

  return {
    take: (key, now) => {
      if (buckets.size > manyKeys) sweep(now)
      const left = filled(key, now)
      const isRefused = left < 1
      buckets.set(key, { left: isRefused ? left : left - 1, at: now })
      return isRefused
        ? Math.max(1, Math.ceil(((1 - left) * refill) / 1000))
        : 0
    },
    giveBack: key => {
      const bucket = buckets.get(key)
      if (bucket !== undefined) bucket.left = Math.min(burst, bucket.left + 1)
    },
  }
}
