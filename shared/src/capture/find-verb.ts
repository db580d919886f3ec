import { closestWord } from './closest.ts'
import { isTopic } from './guess-category.ts'
import type { QuickWords, Verb } from './quick-words.ts'
import type { QuickLanguage } from './reading.ts'
import type { Line } from './tokens.ts'

export type VerbFound = {
  /** Words, `[from, to)`. */
  readonly from: number
  readonly to: number
  readonly verb: Verb
}

/** What a line says was done with the money. */
export function findVerb(
  line: Line,
  words: QuickWords,
  language: QuickLanguage,
): VerbFound | undefined {
  let weak: VerbFound | undefined
  for (let at = 0; at < line.length; at++) {
    const found = verbAt(line, at, words, language)
    if (found === undefined) continue
    if (found.verb.isFirst === true && !isFirst(line, at, words)) continue
    if (found.verb.isWeak !== true) return widened(line, found, words)
    weak ??= widened(line, found, words)
  }
  return weak
}

function verbAt(
  line: Line,
  at: number,
  words: QuickWords,
  language: QuickLanguage,
): VerbFound | undefined {
  // `pay day` is no paying, and `compras` no slip of `comprar`.
  const pair = `${line.word(at)} ${line.word(at + 1)}`
  if (line.isFree(at + 1) && isTopic(pair, language)) return undefined
  const found = line.phraseAt(at, words.verbs, 3)
  if (found !== undefined) return { from: at, to: found.to, verb: found.value }
  if (!line.isFree(at) || !isFirst(line, at, words)) return undefined
  if (line.word(at).length < 6 || isTopic(line.word(at), language)) {
    return undefined
  }
  const sureVerbs = [...words.verbs].filter(([, verb]) => verb.isWeak !== true)
  const close = closestWord(
    line.word(at),
    sureVerbs.map(([word]) => word),
  )
  const verb = words.verbs.get(close ?? '')
  return verb && { from: at, to: at + 1, verb }
}

/** Nothing before it but what was understood already. */
function isFirst(line: Line, at: number, words: QuickWords): boolean {
  for (let before = 0; before < at; before++) {
    const word = line.word(before)
    const isSmall = words.beforeVerbs.has(word) || words.articles.has(word)
    if (line.isFree(before) && !isSmall) return false
  }
  return true
}

function widened(line: Line, found: VerbFound, words: QuickWords): VerbFound {
  let { from } = found
  while (line.isFree(from - 1) && words.beforeVerbs.has(line.word(from - 1))) {
    from -= 1
  }
  return { ...found, from }
}
