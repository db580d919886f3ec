export type JsonBounds = {
  readonly depth: number
  /** How many values may stand at the first depth, all lists and objects there together, at the second and so on; any number deeper. */
  readonly values: readonly number[]
  /** How many there may be in all; any number when absent. */
  readonly all?: number
}

/**
 * What of the bounds JSON text breaks, outside of its strings and without
 * parsing it; it looks no further than where it breaks them.
 */
export function breaksBounds(
  text: string,
  { depth: deepest, values, all = Infinity }: JsonBounds,
): 'too deep' | 'too many' | undefined {
  const left = [...values]
  let inAll = all
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) at = endOfString(text, at)
    else if (code === openBrace || code === openBracket) {
      depth += 1
      if (depth > deepest) return 'too deep'
    } else if (code === closeBrace || code === closeBracket) depth -= 1
    else if (code === comma && depth > 0) {
      inAll -= 1
      if (inAll < 1) return 'too many'
      if (depth > left.length) continue
      const rest = (left[depth - 1] ?? 0) - 1
      // There is one value more than there are commas.
      if (rest < 1) return 'too many'
      left[depth - 1] = rest
    }
  }
  return undefined
}

const quote = 0x22
const comma = 0x2c
const openBracket = 0x5b
const backslash = 0x5c
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d

function endOfString(text: string, start: number): number {
  let at = start + 1
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === backslash) at += 1
    else if (code === quote) break
  }
  return at
}
