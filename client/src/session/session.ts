import type { SessionReply } from '@ourmoney/shared/identity/api.ts'
import { deviceName } from '../platform/device-name.ts'
import { keptHere, keptInTab } from '../platform/kept-text.ts'
import { api, ApiError } from './api.ts'
import { keptUser, type SessionUser } from './kept-user.ts'

/**
 * `expired`: the server wants the person to sign in again; what this device
 * keeps of theirs stays open meanwhile. `wiping`: the server said that this
 * device is to forget it.
 */
export type SessionState =
  | { readonly state: 'signed-out' }
  | {
      readonly state: 'signed-in' | 'expired' | 'wiping'
      readonly user: SessionUser
    }

/** Who uses this browser. Works without the server once somebody signed in. */
export type Session = {
  /** Asks the server who this is, where the browser has forgotten it. */
  readonly recall: () => Promise<void>
  readonly state: () => SessionState
  readonly subscribe: (listener: () => void) => () => void
  /** Whoever the server lets in for what `enter` shows it is signed in here. */
  readonly begin: (
    enter: (device: string) => Promise<SessionReply>,
  ) => Promise<SessionUser>
  readonly signOut: () => Promise<void>
  /** This device has forgotten what it had: the server is told, here it stays to be read until the next load. */
  readonly wiped: () => Promise<void>
  /** An access token; `undefined` when the person must sign in. Throws ApiError when the server cannot be asked. */
  readonly token: (force?: boolean) => Promise<string | undefined>
}

/** Signed out without a network: the server is told at the next contact. */
const owedKey = 'ourmoney-sign-out-owed'
/** Told by the server, and not done yet. */
const wipeKey = 'ourmoney-wipe'
const marginSeconds = 30

export function openSession(): Session {
  const listeners = new Set<() => void>()
  const channel = new BroadcastChannel('ourmoney-session')
  let state = restore()
  let access: { readonly token: string; readonly until: number } | undefined
  let refreshing: Promise<string | undefined> | undefined

  function setState(next: SessionState): void {
    // What somebody has begun to type is not for whoever comes next.
    if (idOf(state) !== undefined && idOf(next) !== idOf(state)) {
      keptInTab.dropAll()
    }
    state = next
    for (const listener of listeners) listener()
  }

  function begin(reply: SessionReply): SessionUser {
    const { id, name, admin } = reply.user
    const user = { id, name, admin }
    keptUser.keep(user)
    keptHere.drop(owedKey)
    keptHere.drop(wipeKey)
    keepToken(reply)
    setState({ state: 'signed-in', user })
    channel.postMessage('changed')
    return user
  }

  function keepToken({ accessToken, expiresIn }: SessionReply): void {
    // Not the wall clock: that may be wrong or be set meanwhile.
    const until = performance.now() + (expiresIn - marginSeconds) * 1_000
    access = { token: accessToken, until }
  }

  async function refresh(): Promise<string | undefined> {
    try {
      const reply = await api.refresh()
      // Another tab signed somebody else in, or out, and this one has yet to hear of it.
      if (reply.user.id !== idOf(state)) return undefined
      keepToken(reply)
      const { admin } = reply.user
      if (state.state === 'expired' || isOtherwise(state, admin)) {
        const user = { id: reply.user.id, name: reply.user.name, admin }
        keptUser.keep(user)
        setState({ state: 'signed-in', user })
      }
      return reply.accessToken
    } catch (error) {
      if (!(error instanceof ApiError) || !isRefusal(error)) throw error
      access = undefined
      if (state.state === 'signed-out') return undefined
      const { user } = state
      if (error.code === 'wipe-device') {
        keptHere.keep(wipeKey, user.id)
        setState({ state: 'wiping', user })
        channel.postMessage('changed')
      } else if (state.state === 'signed-in') {
        setState({ state: 'expired', user })
      }
      return undefined
    }
  }

  async function leave(): Promise<void> {
    keptUser.drop()
    keptHere.drop(wipeKey)
    keptHere.keep(owedKey, 'yes')
    access = undefined
    channel.postMessage('changed')
    await payOwedSignOut().catch(() => undefined)
  }

  async function payOwedSignOut(): Promise<void> {
    if (keptHere.read(owedKey) === undefined) return
    await api.signOut()
    keptHere.drop(owedKey)
  }

  /** The browser may have cleared everything but the cookie: then it says who this is. */
  async function recall(): Promise<void> {
    if (keptUser.isThere() || keptHere.read(owedKey) !== undefined) return
    const reply = await api.refresh()
    if (state.state === 'signed-out') begin(reply)
  }

  channel.addEventListener('message', () => {
    access = undefined
    setState(restore())
  })
  const settle = () => {
    // Still no server behind the network: it stays owed.
    void payOwedSignOut().catch(() => undefined)
  }
  addEventListener('online', settle)
  settle()
  // The browser may bring back a page as it was before somebody signed out.
  window.addEventListener('pageshow', event => {
    if (event.persisted) setState(restore())
  })

  return {
    recall: () =>
      recall().catch((error: unknown) => {
        // Nobody, or nobody to ask: the start page is right.
        if (!(error instanceof ApiError)) throw error
      }),
    state: () => state,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    begin: async enter => begin(await enter(deviceName())),
    signOut: async () => {
      setState({ state: 'signed-out' })
      await leave()
    },
    wiped: leave,
    token: async (force = false) => {
      if (state.state === 'signed-out' || state.state === 'wiping') {
        return undefined
      }
      if (!force && access !== undefined && performance.now() < access.until) {
        return access.token
      }
      // One tab at a time: the next finds the cookie that the one before got.
      refreshing ??= withLock(refresh).finally(() => (refreshing = undefined))
      return refreshing
    },
  }
}

function isRefusal({ code }: ApiError): boolean {
  return ['session-ended', 'not-signed-in', 'wipe-device'].includes(code)
}

/** They have become an admin, or are none any more. */
function isOtherwise(state: SessionState, admin: boolean): boolean {
  return state.state === 'signed-in' && state.user.admin !== admin
}

function idOf(state: SessionState): string | undefined {
  return state.state === 'signed-out' ? undefined : state.user.id
}

function withLock<Result>(work: () => Promise<Result>): Promise<Result> {
  return 'locks' in navigator
    ? navigator.locks.request('ourmoney-refresh', work)
    : work()
}

function restore(): SessionState {
  const user = keptUser.read()
  if (user === undefined) return { state: 'signed-out' }
  const isWiping = keptHere.read(wipeKey) === user.id
  return { state: isWiping ? 'wiping' : 'signed-in', user }
}
