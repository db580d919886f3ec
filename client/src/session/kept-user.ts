import { keptHere } from '../platform/kept-text.ts'

export type SessionUser = {
  readonly id: string
  readonly name: string
  /** Of the server; when they signed in. */
  readonly admin?: boolean | undefined
}

const key = 'ourmoney-user'

/** Who signed in here last and did not sign out: known without the server. */
export const keptUser = {
  read: (): SessionUser | undefined => {
    const kept = keptHere.read(key)
    const user = kept === undefined ? undefined : readJson(kept)
    return isUser(user) ? user : undefined
  },
  isThere: () => keptHere.read(key) !== undefined,
  keep: (user: SessionUser) => keptHere.keep(key, JSON.stringify(user)),
  drop: () => keptHere.drop(key),
}

function isUser(value: unknown): value is SessionUser {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'name' in value &&
    typeof value.name === 'string'
  )
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not written by us: nobody is signed in.
    return undefined
  }
}
