import type { QuickWords } from './quick-words.ts'
import type { Line } from './tokens.ts'

export type NumberWords = {
  readonly to: number
  readonly whole: number
  /** `twelve fifty`, `doze e cinquenta`. */
  readonly cents: number | undefined
}

/** A number said in words, from 0 to 999,999. */
export function readNumberWords(
  line: Line,
  from: number,
  words: QuickWords,
): NumberWords | undefined {
  const { values, ends } = valuesFrom(line, from, words)
  if (values.length === 0) return undefined
  const first = combine(values)
  const second = combine(values.slice(first.used))
  const all = first.used + second.used
  const isCents =
    second.used > 0 &&
    all === values.length &&
    second.number > 9 &&
    second.number < 100 &&
    first.number < 1_000
  const used = isCents ? all : first.used
  return {
    to: ends[used - 1] ?? from + 1,
    whole: first.number,
    cents: isCents ? second.number : undefined,
  }
}

const thousand = -1

/** What each word says, and where it ends: `twenty-five` says two things. */
function valuesFrom(line: Line, from: number, words: QuickWords) {
  const values: number[] = []
  const ends: number[] = []
  for (let at = from; line.isFree(at) && values.length < 12; at++) {
    const word = line.word(at)
    if (values.length > 0 && words.and.has(word)) {
      if (valuesOf(line.word(at + 1), words).length > 0) continue
      break
    }
    const said = valuesOf(word, words)
    if (said.length === 0) break
    const isArticle = word === 'a' || word === 'an'
    if (isArticle && valuesOf(line.word(at + 1), words)[0] !== 100) {
      if (!words.thousand.has(line.word(at + 1))) break
    }
    for (const value of said) {
      values.push(value)
      ends.push(at + 1)
    }
  }
  return { values, ends }
}

function valuesOf(word: string, words: QuickWords): readonly number[] {
  const pieces = word
    .split('-')
    .map(piece =>
      words.thousand.has(piece) ? thousand : words.numbers.get(piece),
    )
  return pieces.every(piece => piece !== undefined) ? pieces : []
}

/** As many of the values as make one number. */
function combine(values: readonly number[]): {
  readonly number: number
  readonly used: number
} {
  let total = 0
  let current = 0
  let used = 0
  for (const value of values) {
    if (value === thousand) {
      if (total > 0) break
      total = (current || 1) * 1_000
      current = 0
    } else if (value === 100 && current > 0 && current < 10) current *= 100
    else if (fits(value, current)) current += value
    else break
    used += 1
  }
  return { number: total + current, used }
}

function fits(value: number, current: number): boolean {
  if (current === 0) return true
  if (value >= 100 || value === 0) return false
  if (current % 100 === 0) return true
  return value < 10 && current % 10 === 0 && current % 100 >= 20
}
