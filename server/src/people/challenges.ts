import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { equal } from './refresh-tokens.ts'

/** Milliseconds. */
const lifetime = 5 * 60 * 1000

/**
 * What a passkey signs: good for one purpose, five minutes and once. Only used
 * ones are remembered, so nobody fills the memory by asking for many.
 */
export type Challenges = {
  readonly issue: (purpose: string) => string
  /** Whether it may be used; from then on it may not. */
  readonly take: (purpose: string, challenge: string) => boolean
}

export function createChallenges(serverSecret: string): Challenges {
  const salt = 'ourmoney passkey challenges'
  const key = new Uint8Array(hkdfSync('sha256', serverSecret, '', salt, 32))
  const used = new Map<string, number>()

  function mac(purpose: string, text: string): string {
    return createHmac('sha256', key)
      .update(`${purpose}\n${text}`)
      .digest('base64url')
  }

  function sweep(now: number): void {
    for (const [challenge, until] of used) {
      if (until <= now) used.delete(challenge)
    }
  }

  return {
    issue: purpose => {
      const text = `${Date.now() + lifetime}.${randomBytes(16).toString('base64url')}`
      return `${text}.${mac(purpose, text)}`
    },
    take: (purpose, challenge) => {
      const [until = '', random = '', given = '', ...rest] =
        challenge.split('.')
      const isOurs = equal(given, mac(purpose, `${until}.${random}`))
      const now = Date.now()
      sweep(now)
      const isOver = Number(until) <= now || used.has(challenge)
      if (rest.length > 0 || !isOurs || isOver) return false
      used.set(challenge, Number(until))
      return true
    },
  }
}
