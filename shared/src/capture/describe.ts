import type { QuickWords } from './quick-words.ts'
import type { Line } from './tokens.ts'

export type Described = {
  readonly text: string
  /** Places of its words. */
  readonly places: readonly number[]
}

/** What is left of a line, without the small words at either end. */
export function describe(line: Line, words: QuickWords): Described {
  const places = [...line.freePlaces()]
  while (places.length > 0 && words.leading.has(line.word(places[0] ?? -1))) {
    places.shift()
  }
  const pair = places.slice(-2).map(at => line.word(at))
  if (words.trailingPairs.has(pair.join(' '))) places.splice(-2)
  while (
    places.length > 0 &&
    words.trailing.has(line.word(places.at(-1) ?? -1))
  ) {
    places.pop()
  }
  const pieces: string[] = []
  places.forEach((at, index) => {
    const isNext = index > 0 && places[index - 1] === at - 1
    const text = isNext
      ? line.text.slice(line.tokens[at - 1]?.to, line.tokens[at]?.to)
      : `${index > 0 ? ' ' : ''}${line.tokens[at]?.text}`
    pieces.push(text)
  })
  const text = pieces.join('').replace(/\s+/gu, ' ')
  return { text: closed(text), places }
}

/** `groceries (corner shop)`: brackets are no part of a word, but of the text. */
function closed(text: string): string {
  const opened = text.split('(').length - text.split(')').length
  if (opened === 1) return `${text})`
  return opened === -1 ? `(${text}` : text
}
