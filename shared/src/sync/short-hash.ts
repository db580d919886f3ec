import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The first 32 hexadecimal digits of the SHA-256 of a text. A file of a bank
 * asks for a hundred thousand of them, each of a line of plain letters: those
 * need neither bytes of their own nor a state that could go on.
 */
export function shortHash(text: string): string {
  return (
    plainHash(text) ?? bytesToHex(sha256(utf8ToBytes(text)).subarray(0, 16))
  )
}

/** Signs that fit four blocks with the mark behind them and their count. */
const mostPlain = 4 * 64 - 9

// Blocks as words of 32 bits, the schedule of one and what was hashed so far.
const blocks = new Int32Array(64)
const schedule = new Int32Array(64)
const state = new Int32Array(8)
/** Of the answer, all at once: pieces put together are slower to make and to compare. */
const letters = Array.from({ length: 32 }, () => 0)

/** Nothing for a text that is longer or has other letters than ASCII's. Source: FIPS 180-4. */
function plainHash(text: string): string | undefined {
  const { length } = text
  if (length > mostPlain) return undefined
  const words = ((length + 72) >> 6) << 4
  blocks.fill(0, 0, words)
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at)
    if (code > 127) return undefined
    blocks[at >> 2] = (blocks[at >> 2] ?? 0) | (code << (24 - 8 * (at & 3)))
  }
  const end = length >> 2
  blocks[end] = (blocks[end] ?? 0) | (0x80 << (24 - 8 * (length & 3)))
  blocks[words - 1] = length * 8
  state.set(start)
  for (let from = 0; from < words; from += 16) addBlock(from)
  return firstDigits()
}

function addBlock(from: number): void {
  for (let at = 0; at < 16; at++) schedule[at] = blocks[from + at] ?? 0
  for (let at = 16; at < 64; at++) {
    const near = schedule[at - 2] ?? 0
    const far = schedule[at - 15] ?? 0
    schedule[at] =
      (turn(near, 17) ^ turn(near, 19) ^ (near >>> 10)) +
      (schedule[at - 7] ?? 0) +
      (turn(far, 7) ^ turn(far, 18) ^ (far >>> 3)) +
      (schedule[at - 16] ?? 0)
  }
  // One by one: taking a list apart costs more than a block does.
  let a = state[0] ?? 0
  let b = state[1] ?? 0
  let c = state[2] ?? 0
  let d = state[3] ?? 0
  let e = state[4] ?? 0
  let f = state[5] ?? 0
  let g = state[6] ?? 0
  let h = state[7] ?? 0
  for (let at = 0; at < 64; at++) {
    const one =
      (h +
        (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) +
        ((e & f) ^ (~e & g)) +
        (rounds[at] ?? 0) +
        (schedule[at] ?? 0)) |
      0
    const other =
      (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + other) | 0
  }
  // An Int32Array keeps the lower 32 bits of a sum.
  state[0] = (state[0] ?? 0) + a
  state[1] = (state[1] ?? 0) + b
  state[2] = (state[2] ?? 0) + c
  state[3] = (state[3] ?? 0) + d
  state[4] = (state[4] ?? 0) + e
  state[5] = (state[5] ?? 0) + f
  state[6] = (state[6] ?? 0) + g
  state[7] = (state[7] ?? 0) + h
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

function firstDigits(): string {
  for (let at = 0; at < letters.length; at++) {
    const digit = ((state[at >> 3] ?? 0) >>> (28 - 4 * (at & 7))) & 15
    letters[at] = digit < 10 ? 48 + digit : 87 + digit
  }
  return String.fromCharCode(...letters)
}

const start = new Int32Array([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c,
  0x1f83d9ab, 0x5be0cd19,
])

const rounds = new Int32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
  0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
  0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
  0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
  0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
  0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
])
