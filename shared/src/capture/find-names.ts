import { closestWord } from './closest.ts'
import { foldName, type NameIndex } from './name-index.ts'
import type { QuickWords } from './quick-words.ts'
import type { QuickCategory, QuickPayee, Span } from './reading.ts'
import type { Line } from './tokens.ts'

type NameSearch = {
  readonly words: QuickWords
  readonly index: NameIndex
}

const longestTag = 60
const mostTags = 50

/** `#work`, spelled as the ledger's other transactions have it. */
export function findTags(line: Line, index: NameIndex): readonly string[] {
  const tags = new Set<string>()
  line.tokens.forEach(({ text }, at) => {
    const tag = text.replace(/^#+/u, '').slice(0, longestTag)
    if (!text.startsWith('#') || tag === '' || tags.size >= mostTags) return
    line.claim(at, at + 1, 'tags')
    tags.add(index.tags.get(foldName(tag)) ?? tag)
  })
  return [...tags].sort()
}

/** `for Ana`, or who did it: `Ana paid`. */
export function findMember(
  line: Line,
  { words, index }: NameSearch,
): string | undefined {
  for (let at = 0; at < line.length; at++) {
    const before = line.phraseAt(at, words.beforeMember, 2)
    if (before === undefined) continue
    const start = words.articles.has(line.word(before.to))
      ? before.to + 1
      : before.to
    const member = line.phraseAt(start, index.members, 4)
    if (member === undefined) continue
    line.claim(at, member.to, 'member')
    return member.value
  }
  return undefined
}

/** `Ana paid 20 for lunch`, `a Ana pagou`. */
export function findActingMember(
  line: Line,
  { words, index }: NameSearch,
): string | undefined {
  const start = words.articles.has(line.word(0)) ? 1 : 0
  const member = line.phraseAt(start, index.members, 4)
  if (member === undefined) return undefined
  const verb = line.phraseAt(member.to, words.verbs, 1)
  const isOther = verb === undefined || line.word(member.to).includes('-')
  // `Ana paid me` is income from her.
  const isToMe = line.phraseAt(member.to, words.verbs, 3)
  if (isOther || isToMe?.value !== verb.value) return undefined
  line.claim(0, member.to, 'member')
  return member.value
}

export type PayeeFound = {
  readonly payee: QuickPayee
  readonly span: Span
  /** `at Tesco` leaves the description; the name alone stays in it. */
  readonly isApart: boolean
}

export function findPayee(
  line: Line,
  { words, index }: NameSearch,
): PayeeFound | undefined {
  let bare: PayeeFound | undefined
  for (let at = 0; at < line.length; at++) {
    const found = payeeAt(line, at, index)
    if (found === undefined) continue
    const span = line.spanOf(at, found.to)
    const hasArticle =
      words.articles.has(line.word(at - 1)) && line.isFree(at - 1)
    const before = hasArticle ? at - 2 : at - 1
    const isSaid =
      line.word(at).startsWith('@') ||
      line.text.charAt(span.from - 1) === '(' ||
      (line.isFree(before) && words.beforePayee.has(line.word(before)))
    if (!isSaid) {
      bare ??= { payee: found.value, span, isApart: false }
      continue
    }
    const isAll = line.freePlaces().every(place => {
      const isPart = place >= before && place < found.to
      return isPart || words.leading.has(line.word(place))
    })
    if (!isAll) {
      const hasWord = words.beforePayee.has(line.word(before))
      line.claim(hasWord ? before : at, found.to, 'payee')
    }
    return { payee: found.value, span, isApart: !isAll }
  }
  return bare
}

function payeeAt(line: Line, at: number, index: NameIndex) {
  const found = line.phraseAt(at, index.payees, index.longest)
  if (found !== undefined || !line.word(at).startsWith('@')) return found
  const value = line.isFree(at)
    ? index.payees.get(line.word(at).slice(1))
    : undefined
  return value && { value, to: at + 1 }
}

/** `in Clothes`, `category clothes`, or behind a comma at the end. */
export function findNamedCategory(
  line: Line,
  type: 'expense' | 'income' | undefined,
  { words, index }: NameSearch,
): QuickCategory | undefined {
  const types = type === undefined ? (['expense', 'income'] as const) : [type]
  for (const each of types) {
    const found = namedCategory(line, index.categories[each], words, index)
    if (found === undefined) continue
    line.claim(found.from, found.to, 'category')
    return found.category
  }
  return undefined
}

function namedCategory(
  line: Line,
  categories: ReadonlyMap<string, QuickCategory>,
  words: QuickWords,
  { longest }: NameIndex,
) {
  const places = line.freePlaces()
  for (const at of places) {
    const before = line.phraseAt(at, words.beforeCategory, 2)
    const isBehindComma = line.tokens[at - 1]?.endsClause === true
    const start = before?.to ?? at
    if (before === undefined && !isBehindComma) continue
    const found = line.phraseAt(start, categories, longest)
    const to = found?.to ?? start + 1
    const isOnly = places.every(place => place >= at && place < to)
    const isLast = places.every(place => place < to)
    if (isOnly || (before?.value !== 'sure' && !isLast)) continue
    if (found !== undefined) return { category: found.value, from: at, to }
    if (before?.value !== 'sure' || !line.isFree(start)) continue
    const close = closestWord(line.word(start), categories.keys())
    const category = categories.get(close ?? '')
    if (category !== undefined) return { category, from: at, to }
  }
  return undefined
}
