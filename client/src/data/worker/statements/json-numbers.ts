import { Tokenizer, TokenParser, TokenType } from '@streamparser/json'
import { valueGuard } from '../value-guard.ts'

/** Stands before a number, so that it is told from a text with the same digits. */
const mark = '\u0000'

/** Keeps numbers as they are written: a float would lose cents, and digits of an id. */
export class ExactTokenizer extends Tokenizer {
  // The library says to override it so, but has no type for it.
  protected override parseNumber(text: string): number {
    return `${mark}${text}` as unknown as number
  }
}

/** The number that a value was in the file. */
export function writtenNumber(value: string): string | undefined {
  return value.startsWith(mark) ? value.slice(1) : undefined
}

/**
 * Takes a JSON text piece by piece and tells each value at `path`. Calls
 * `onTooLong` before something within the list fills the memory; what stands
 * beside it is not kept.
 */
export function createJsonReading(
  path: string,
  onValue: (value: unknown) => void,
  onTooLong: () => never,
  tokenizer: Tokenizer,
) {
  const parser = new TokenParser({ paths: [path], keepStack: false })
  const guard = valueGuard(onTooLong)
  /** Of the list itself. */
  const depthOfList = path.split('.').length - 1
  let depth = 0
  let hasEnded = false
  tokenizer.onToken = token => {
    if (isOpening(token.token)) depth += 1
    else if (isClosing(token.token)) depth -= 1
    hasEnded ||= depth <= depthOfList
    parser.write(token)
  }
  parser.onValue = ({ value }) => onValue(value)
  return {
    write: (text: string) => {
      hasEnded = false
      tokenizer.write(text)
      guard(text.length, hasEnded)
    },
    isEnded: () => parser.isEnded,
  }
}

function isOpening(token: TokenType): boolean {
  return token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET
}

function isClosing(token: TokenType): boolean {
  return token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET
}
