import { foldText } from '../transaction/filter.ts'
import type { QuickPart, Span } from './reading.ts'

/** One word of a line, without the marks around it. */
export type Token = Span & {
  readonly text: string
  /** Lower case, without accents. */
  readonly folded: string
  /** A comma or the like stood behind it. */
  readonly endsClause: boolean
}

/** Linear in the line: one pass for the words, one for the marks around each. */
export function readTokens(line: string): readonly Token[] {
  const tokens: Token[] = []
  for (const { 0: word, index } of line.matchAll(/\S+/gu)) {
    let from = index
    for (const piece of word.split(splits) as (string | undefined)[]) {
      const token = trimmed(piece, from)
      if (token !== undefined) tokens.push(token)
      from += piece?.length ?? 0
    }
  }
  return tokens
}

/** Arrows stand alone, and `lunch:12,50` is two words. */
const splits = /(→|->|=>)|(?<=\p{L})(?=[:=]\d)/u

const opening = new Set('"\'“”‘’«([{*•¿¡:=')
const closing = new Set(',;.:!?…"\'“”’»)]}')

function trimmed(piece: string | undefined, at: number): Token | undefined {
  if (piece === undefined || piece === '') return undefined
  if (arrows.has(piece)) {
    const to = at + piece.length
    return { from: at, to, text: piece, folded: '→', endsClause: false }
  }
  let start = 0
  let end = piece.length
  // Brackets belong to a sum, but not to a word.
  const isSum = /\d/.test(piece)
  const isMark = (mark: string, marks: ReadonlySet<string>) =>
    marks.has(mark) && !(isSum && '()'.includes(mark))
  while (start < end && isMark(piece.charAt(start), opening)) start += 1
  while (end > start && isMark(piece.charAt(end - 1), closing)) end -= 1
  const text = piece.slice(start, end)
  if (!/[\p{L}\p{N}\p{Sc}#@+*×−-]/u.test(text)) return undefined
  if (/^[*×−–—-]+$/u.test(text) && text !== '*' && text !== '×') {
    return undefined
  }
  return {
    from: at + start,
    to: at + end,
    text,
    folded: foldText(text),
    endsClause: /[,;]/.test(piece.slice(end)),
  }
}

const arrows: ReadonlySet<string> = new Set(['→', '->', '=>'])

/** The words of a line, and which part each was understood as. */
export class Line {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly #owners: (QuickPart | undefined)[]

  constructor(text: string) {
    this.text = text
    this.tokens = readTokens(text)
    this.#owners = this.tokens.map(() => undefined)
  }

  get length(): number {
    return this.tokens.length
  }

  /** Folded; empty before the first and after the last word. */
  word(at: number): string {
    return this.tokens[at]?.folded ?? ''
  }

  isFree(at: number): boolean {
    return at >= 0 && at < this.length && this.#owners[at] === undefined
  }

  owner(at: number): QuickPart | undefined {
    return this.#owners[at]
  }

  claim(from: number, to: number, part: QuickPart): void {
    for (let at = from; at < to; at++) this.#owners[at] = part
  }

  release(part: QuickPart): void {
    this.#owners.forEach((owner, at) => {
      if (owner === part) this.#owners[at] = undefined
    })
  }

  /** Places that nothing was understood from yet. */
  freePlaces(): readonly number[] {
    return this.#owners.flatMap((owner, at) => (owner === undefined ? at : []))
  }

  spanOf(from: number, to: number): Span {
    return {
      from: this.tokens[from]?.from ?? 0,
      to: this.tokens[to - 1]?.to ?? this.text.length,
    }
  }

  /** Neighbours that belong to one part make one span. */
  spansOf(part: QuickPart): readonly Span[] {
    const spans: Span[] = []
    for (let at = 0; at < this.length; at++) {
      if (this.#owners[at] !== part) continue
      let end = at + 1
      while (this.#owners[end] === part) end += 1
      spans.push(this.spanOf(at, end))
      at = end
    }
    return spans
  }

  /** The longest run of free words from a place on that stands in a list. */
  phraseAt<Value>(
    at: number,
    phrases: ReadonlyMap<string, Value>,
    longest: number,
  ): { readonly value: Value; readonly to: number } | undefined {
    let phrase = ''
    let found: { readonly value: Value; readonly to: number } | undefined
    for (let to = at; to < at + longest && this.isFree(to); to++) {
      phrase = to === at ? this.word(to) : `${phrase} ${this.word(to)}`
      const value = phrases.get(phrase)
      if (value !== undefined) found = { value, to: to + 1 }
    }
    return found
  }
}
