import { assert } from '../assert.ts'
import { prefixes, type Kind } from './prefixes.ts'
import { shortHash } from './short-hash.ts'

const digits = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * A ULID in lower case: 10 digits of time, 16 of chance, sortable by time.
 * `now` is milliseconds since 1970, `random` gives numbers in [0, 1).
 * Source: github.com/ulid/spec.
 */
export function ulid(now: number, random: () => number): string {
  assert(now >= 0 && now < 2 ** 48, `No time for a ULID: ${now}`)
  let time = ''
  for (let left = Math.floor(now), place = 0; place < 10; place++) {
    time = digits.charAt(left % 32) + time
    left = Math.floor(left / 32)
  }
  let chance = ''
  for (let place = 0; place < 16; place++) {
    chance += digits.charAt(Math.floor(random() * 32))
  }
  return time + chance
}

/** Id of a doc that only this device creates. */
export function newId(kind: Kind, now: number, random: () => number): string {
  return `${prefixes[kind]}_${ulid(now, random)}`
}

/**
 * Id of a doc that several devices may create: prefix and the first 32 hex
 * digits of a SHA-256 over what makes it the same. Each part goes in with its
 * length, so that `ab, c` and `a, bc` differ.
 */
export function derivedId(kind: Kind, ...parts: readonly string[]): string {
  let text = ''
  for (const part of parts) {
    text += `${text === '' ? '' : '|'}${part.length}:${part}`
  }
  return `${prefixes[kind]}_${shortHash(text)}`
}

const kindsByPrefix = new Map<string, Kind>(
  Object.entries(prefixes).map(([kind, prefix]) => [prefix, kind as Kind]),
)

/** `undefined` for the id of a kind that this version does not know. */
export function kindOfId(id: string): Kind | undefined {
  return kindsByPrefix.get(id.slice(0, id.indexOf('_')))
}
