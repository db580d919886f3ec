import { closestWord } from './closest.ts'
import { indexOf } from './name-index.ts'
import type { QuickCategory, QuickContext, QuickLanguage } from './reading.ts'
import { splitPhrases, topicWords } from './topic-words.ts'
import { topicNames, widerTopic, type Topic } from './topics.ts'
import { wordsOf } from './words-of.ts'

export type CategoryGuess = {
  readonly category: QuickCategory
  /** Words of the description, `[from, to)`, that it was understood from. */
  readonly from: number
  readonly to: number
}

/**
 * The category that a description is about: one that it names, else one for
 * what its words are usually spent on, slips of the finger aside.
 */
export function guessCategory(
  description: readonly string[],
  type: 'expense' | 'income',
  context: QuickContext,
): CategoryGuess | undefined {
  const { longest, categories } = indexOf(context)
  const named = categories[type]
  const { head, prepositions } = wordsOf(context.language)
  const vague = topicWords[context.language].vague
  let isKnown = false
  const of = (word: string): Found | undefined => {
    const category = named.get(word)
    if (category !== undefined) return category
    const topic = topicOf(word, type, context.language)
    if (topic === 'none') return 'none'
    isKnown ||= topic !== undefined
    return topic && categoryFor(topic, type, context)
  }
  const exact = (word: string) => (vague.has(word) ? undefined : of(word))
  const close = (word: string) =>
    named.get(closestWord(word, named.keys()) ?? '') ??
    categoryOfMistypedWord(word, type, context)
  // `parking at the hospital` is about parking.
  const cut = description.findIndex(
    (word, at) => at > 0 && prepositions.has(word),
  )
  const isCut = head === 'last' && cut > 0
  const first = isCut ? description.slice(0, cut) : description
  const sure =
    findIn(first, exact, longest, head) ??
    findIn(description, exact, longest, head)
  // What is known and has no category here is not called after how it was paid.
  const guess =
    sure ??
    (isKnown
      ? undefined
      : (findIn(description, of, longest, head) ??
        findIn(description, close, 1, head)))
  return guess === undefined || guess.found === 'none'
    ? undefined
    : { category: guess.found, from: guess.from, to: guess.to }
}

type Found = QuickCategory | 'none'

/** Whether money is usually spent on it or comes from it. */
export function isTopic(phrase: string, language: QuickLanguage): boolean {
  const isOf = (type: 'expense' | 'income') => (word: string) =>
    topicOf(word, type, language)
  return [isOf('expense'), isOf('income')].some(
    find => (find(phrase) ?? findInSingular(phrase, find)) !== undefined,
  )
}

/** Whether the words are about income, and nothing that is bought. */
export function soundsLikeIncome(
  description: readonly string[],
  context: QuickContext,
  isRefund: boolean,
): boolean {
  const { longest, categories } = indexOf(context)
  const head = wordsOf(context.language).head
  const isOf = (type: 'expense' | 'income') => (word: string) =>
    categories[type].has(word) ||
    topicOf(word, type, context.language) !== undefined ||
    undefined
  const income = findIn(description, isOf('income'), longest, head)
  if (income === undefined) return false
  // A refund makes an expense smaller, but a tax refund is income.
  if (isRefund) return income.to - income.from > 1
  const expense = findIn(description, isOf('expense'), longest, head)
  return (
    expense === undefined || income.to - income.from > expense.to - expense.from
  )
}

/**
 * Longer phrases first; of phrases of one length the one that says what the
 * thing is: the last in English (`birthday dinner`), the first in Portuguese
 * (`jantar de anos`).
 */
function findIn<Found>(
  description: readonly string[],
  find: (phrase: string) => Found | undefined,
  longest: number,
  head: 'first' | 'last',
) {
  const most = Math.min(longest, description.length)
  for (let length = most; length > 0; length--) {
    const starts = Array.from(
      { length: description.length - length + 1 },
      (_, at) => at,
    )
    for (const from of head === 'first' ? starts : starts.reverse()) {
      const phrase = description.slice(from, from + length).join(' ')
      const found = find(phrase) ?? findInSingular(phrase, find)
      if (found !== undefined) return { found, from, to: from + length }
    }
  }
  return undefined
}

function findInSingular<Found>(
  phrase: string,
  find: (phrase: string) => Found | undefined,
): Found | undefined {
  for (const [plural, singular] of plurals) {
    if (!phrase.endsWith(plural) || phrase.length <= plural.length) continue
    const found = find(phrase.slice(0, -plural.length) + singular)
    if (found !== undefined) return found
  }
  return undefined
}

const plurals = [
  ['ies', 'y'],
  ['oes', 'ao'],
  ['aes', 'ao'],
  ['eis', 'el'],
  ['ais', 'al'],
  ['ns', 'm'],
  ['es', ''],
  ['s', ''],
] as const

function categoryOfMistypedWord(
  word: string,
  type: 'expense' | 'income',
  context: QuickContext,
): QuickCategory | undefined {
  const words = topicWords[context.language][type]
  const close = closestWord(word, words.keys())
  return close === undefined
    ? undefined
    : categoryFor(words.get(close) ?? 'food', type, context)
}

/** Words of the language first, then those of the other: people mix them. */
function topicOf(
  word: string,
  type: 'expense' | 'income',
  language: QuickLanguage,
): Topic | undefined {
  const other = language === 'en' ? 'pt' : 'en'
  return (
    topicWords[language][type].get(word) ?? topicWords[other][type].get(word)
  )
}

const byTopic = new WeakMap<
  QuickContext,
  Map<string, QuickCategory | undefined>
>()

/** The ledger's category for a topic, or for the wider one that takes it in. */
function categoryFor(
  topic: Topic,
  type: 'expense' | 'income',
  context: QuickContext,
): QuickCategory | undefined {
  const known = byTopic.get(context) ?? new Map()
  byTopic.set(context, known)
  const key = `${type} ${topic}`
  if (!known.has(key)) known.set(key, findCategory(topic, type, context))
  return known.get(key)
}

function findCategory(
  topic: Topic,
  type: 'expense' | 'income',
  context: QuickContext,
): QuickCategory | undefined {
  const named = indexOf(context).categories[type]
  const names = splitPhrases(topicNames[topic])
  const exact = names.find(name => named.has(name))
  if (exact !== undefined) return named.get(exact)
  for (const [name, category] of named) {
    const padded = ` ${name} `
    if (names.some(each => padded.includes(` ${each} `))) return category
  }
  for (const name of names) {
    const close = closestWord(name, named.keys())
    if (close !== undefined) return named.get(close)
  }
  const wider = widerTopic[topic]
  return wider && findCategory(wider, type, context)
}
