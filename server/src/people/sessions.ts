import { randomUUID } from 'node:crypto'
import { Failure } from '../failure.ts'
import { equal, hashToken } from './refresh-tokens.ts'
import type { RefreshTokens } from './refresh-tokens.ts'
import type { Revocations } from './revocations.ts'
import { saveAnew } from './save-anew.ts'
import { bareId, StaleRecordError } from './store.ts'
import type { SessionRecord } from './records.ts'
import type { Store } from './store.ts'

const day = 24 * 60 * 60 * 1000
const idle = 30 * day
const absolute = 180 * day
/** Two tabs, or a reply that got lost: the former token is good for this long. */
const grace = 10_000

export type Session = {
  readonly id: string
  readonly user: string
  readonly device: string
  readonly createdAt: number
  readonly lastUsedAt: number
  /** When it ends by itself, if it is not used again. */
  readonly endsAt: number
  /** Ended; its device was not yet told to forget what it has. */
  readonly wiping: boolean
}

export type Renewal = {
  readonly session: Session
  readonly refreshToken: string
  /** Whole seconds that the token can be kept unused. */
  readonly keepFor: number
}

export type Sessions = {
  /**
   * `askedAt`, by `performance.now()`: when the person showed who they are. If
   * all their sessions were ended since, what they showed counts no more.
   */
  readonly start: (
    user: string,
    device: string,
    askedAt?: number,
  ) => Promise<Renewal>
  /** Throws `session-ended` for anything but a token in force, `wipe-device` for one whose device is to be wiped. */
  readonly renew: (refreshToken: string) => Promise<Renewal>
  /** In force. */
  readonly get: (id: string) => Session | undefined
  /** With those whose devices are still to be wiped. */
  readonly ofUser: (user: string) => readonly Session[]
  readonly end: (id: string) => Promise<void>
  /** Whoever else uses this person's sign-in is out at once. */
  readonly endAll: (user: string, except?: string) => Promise<void>
  /** Ends the session, and tells its device to forget what it has as soon as it asks again. */
  readonly wipe: (id: string) => Promise<void>
  readonly mustWipe: (id: string) => boolean
  /** Ends the session of a refresh token in force; anything else is ignored. */
  readonly endByToken: (refreshToken: string) => Promise<void>
  /** Forgets what has run out. */
  readonly sweep: () => Promise<void>
}

type SessionsDeps = {
  readonly store: Store
  readonly tokens: RefreshTokens
  readonly revocations: Revocations
  /** A used token came back after its time: somebody may have copied it. */
  readonly onReuse: (session: Session) => Promise<void>
}

export function createSessions(deps: SessionsDeps): Sessions {
  const { store, tokens, revocations, onReuse } = deps

  /** When all sessions of a person were ended last; only who signs in at that moment is asked. */
  const endedAll = new Map<string, number>()

  async function end(id: string): Promise<void> {
    const session = store.sessions.get(id)
    if (session === undefined) return
    try {
      await store.sessions.remove(session)
    } catch (error) {
      // It was renewed in this very moment; the renewed one must go as well.
      if (error instanceof StaleRecordError) return end(id)
      throw error
    }
    revocations.announce({ session: id })
  }

  async function renew(token: string): Promise<Renewal> {
    const id = tokens.sessionOf(token)
    if (id === undefined) throw new Failure('session-ended')
    const known = store.sessions.get(id)
    // Another process may have begun or renewed it a moment ago.
    const isKnown = known !== undefined && isOf(known, hashToken(token))
    const session = isKnown ? known : await store.sessions.read(id)
    if (session === undefined || hasRunOut(session)) {
      throw new Failure('session-ended')
    }

    const now = Date.now()
    const hashed = hashToken(token)
    if (session.wipe === true) throw wipeOrEnd(session, hashed)
    const next = tokens.successor(token)
    if (equal(hashed, session.token)) {
      const renewed = {
        ...session,
        token: hashToken(next),
        formerToken: hashed,
        rotatedAt: now,
        lastUsedAt: now,
      }
      try {
        return describeRenewal(await store.sessions.save(renewed), next)
      } catch (error) {
        // Another request was first; what it wrote decides about this one.
        if (error instanceof StaleRecordError) return renew(token)
        throw error
      }
    }
    if (session.formerToken === hashed && now - session.rotatedAt <= grace) {
      return describeRenewal(session, next)
    }

    await end(bareId(session))
    await onReuse(describe(session))
    throw new Failure('session-ended')
  }

  return {
    start: async (user, device, askedAt = performance.now()) => {
      const id = randomUUID()
      const token = tokens.first(id)
      const now = Date.now()
      const session = await store.sessions.save({
        _id: `session_${id}`,
        kind: 'session',
        user,
        device,
        token: hashToken(token),
        rotatedAt: now,
        createdAt: now,
        lastUsedAt: now,
      })
      // Only now, when `endAll` would have found it as well.
      if ((endedAll.get(user) ?? 0) > askedAt) {
        await end(id)
        throw new Failure('bad-credentials')
      }
      return describeRenewal(session, token)
    },
    renew,
    get: id => {
      const session = store.sessions.get(id)
      return session === undefined || hasRunOut(session) || session.wipe
        ? undefined
        : describe(session)
    },
    ofUser: user =>
      store.sessions
        .all()
        .filter(session => session.user === user && !hasRunOut(session))
        .map(describe),
    end,
    endAll: async (user, except) => {
      endedAll.set(user, performance.now())
      for (const session of store.sessions.all()) {
        const isKept = session.wipe === true || bareId(session) === except
        if (session.user === user && !isKept) await end(bareId(session))
      }
    },
    wipe: async id => {
      await saveAnew(store.sessions, id, each => ({ ...each, wipe: true }))
      revocations.announce({ session: id })
    },
    mustWipe: id => store.sessions.get(id)?.wipe === true,
    endByToken: async token => {
      const id = tokens.sessionOf(token)
      const session = id === undefined ? undefined : store.sessions.get(id)
      if (session === undefined) return
      const hashed = hashToken(token)
      if (session.token === hashed || session.formerToken === hashed) {
        await end(bareId(session))
      }
    },
    sweep: async () => {
      for (const session of store.sessions.all()) {
        if (hasRunOut(session)) await end(bareId(session))
      }
    },
  }
}

function hasRunOut(session: SessionRecord): boolean {
  const now = Date.now()
  return now - session.lastUsedAt > idle || now - session.createdAt > absolute
}

/** Guessing a token of a wiped session tells nothing. */
function wipeOrEnd(session: SessionRecord, hashed: string) {
  return new Failure(isOf(session, hashed) ? 'wipe-device' : 'session-ended')
}

function isOf({ token, formerToken }: SessionRecord, hashed: string): boolean {
  return hashed === token || hashed === formerToken
}

function describe(session: SessionRecord): Session {
  const { user, device, createdAt, lastUsedAt } = session
  const wiping = session.wipe === true
  const endsAt = Math.min(lastUsedAt + idle, createdAt + absolute)
  const id = bareId(session)
  return { id, user, device, createdAt, lastUsedAt, endsAt, wiping }
}

function describeRenewal(session: SessionRecord, token: string): Renewal {
  const left = session.createdAt + absolute - Date.now()
  return {
    session: describe(session),
    refreshToken: token,
    keepFor: Math.floor(Math.min(idle, left) / 1000),
  }
}
