import { signals } from '../../signals.ts'
import type { Membership, Revocation } from '../../people/access.ts'

/** Open feeds: who listens to which ledger, and how all of them are ended. */
export type Feeds = {
  /** Calls `end` when the feed must end by itself; returns its removal. */
  readonly add: Listen
  /** The same for an answer that ends by itself: only a revocation cuts it short. */
  readonly watch: Listen
  readonly endRevoked: (revocation: Revocation) => void
  readonly endAll: () => void
  readonly count: () => number
}

type Listen = (
  ledger: string,
  member: Membership,
  end: () => void,
) => () => void

/** Shorter than what proxies and clients give a silent request. */
const mostMilliseconds = 55_000

export function createFeeds(now: () => number = Date.now): Feeds {
  type Feed = {
    readonly ledger: string
    readonly member: Membership
    readonly end: () => void
  }
  const open = new Set<Feed>()
  const watched = new Set<Feed>()
  return {
    watch: (ledger, member, end) => {
      const answer = { ledger, member, end }
      watched.add(answer)
      return () => void watched.delete(answer)
    },
    add: (ledger, member, end) => {
      const feed = { ledger, member, end }
      open.add(feed)
      signals.feeds.tell(open.size)
      const left = Math.max(0, member.expiresAt - now())
      const timer = setTimeout(end, Math.min(left, mostMilliseconds))
      return () => {
        clearTimeout(timer)
        open.delete(feed)
        signals.feeds.tell(open.size)
      }
    },
    endRevoked: revocation => {
      for (const { ledger, member, end } of [...open, ...watched]) {
        if (concerns(revocation, ledger, member)) end()
      }
    },
    endAll: () => {
      for (const { end } of open) end()
    },
    count: () => open.size,
  }
}

function concerns(
  { session, user, ledger }: Revocation,
  feedLedger: string,
  member: Membership,
): boolean {
  return (
    (session === undefined || session === member.session) &&
    (user === undefined || user === member.user) &&
    (ledger === undefined || ledger === feedLedger)
  )
}
