import type { Revocation } from './access.ts'

export type Revocations = {
  readonly announce: (revocation: Revocation) => void
  readonly onRevoked: (listener: (revocation: Revocation) => void) => () => void
}

export function createRevocations(): Revocations {
  const listeners = new Set<(revocation: Revocation) => void>()
  return {
    announce: revocation => listeners.forEach(listener => listener(revocation)),
    onRevoked: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
