import { Tokenizer, TokenParser } from '@streamparser/json'

/** Stands before a number, so that it is told from a text with the same digits. */
const mark = '\u0000'

/** Keeps numbers as they are written: a float would lose cents, and digits of an id. */
class ExactTokenizer extends Tokenizer {
  // The library says to override it so, but has no type for it.
  protected override parseNumber(text: string): number {
    return `${mark}${text}` as unknown as number
  }
}

/** The number that a value was in the file. */
export function writtenNumber(value: string): string | undefined {
  return value.startsWith(mark) ? value.slice(1) : undefined
}

/** Takes a JSON text piece by piece and tells each value at `path`. */
export function createJsonReading(
  path: string,
  onValue: (value: unknown) => void,
) {
  const tokenizer = new ExactTokenizer()
  const parser = new TokenParser({ paths: [path], keepStack: false })
  tokenizer.onToken = token => parser.write(token)
  parser.onValue = ({ value }) => onValue(value)
  return {
    write: (text: string) => tokenizer.write(text),
    isEnded: () => parser.isEnded,
  }
}
