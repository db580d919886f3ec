import { closestWord } from './closest.ts'
import type { NameIndex } from './name-index.ts'
import type { QuickWords, Verb } from './quick-words.ts'
import type { QuickAccount, Span } from './reading.ts'
import type { Line } from './tokens.ts'

export type AccountSearch = {
  readonly words: QuickWords
  readonly index: NameIndex
}

export type MarkedAccounts = {
  readonly account?: QuickAccount | undefined
  readonly toAccount?: QuickAccount | undefined
  /** Behind an `@` stands nothing that is an account here. */
  readonly unknown?: Span | undefined
}

/** `@cash`, `to @bank account`; of two without a word, the first is where the money comes from. */
export function findMarkedAccounts(
  line: Line,
  search: AccountSearch,
): MarkedAccounts {
  const { words, index } = search
  let found: MarkedAccounts = {}
  for (let at = 0; at < line.length; at++) {
    const text = line.tokens[at]?.text ?? ''
    if (!line.isFree(at) || !/^@[\p{L}\p{N}]/u.test(text)) continue
    if (index.payees.has(line.word(at).slice(1))) continue
    const marked = markedAccount(line, at, search)
    const before = line.isFree(at - 1) ? line.word(at - 1) : ''
    const hasIn = words.beforeAccount.has(before)
    const hasTo = words.toAccount.has(before) && !hasIn
    const isTarget = hasTo || (marked && found.account !== undefined)
    const part = isTarget ? 'toAccount' : 'account'
    line.claim(hasIn || hasTo ? at - 1 : at, marked?.to ?? at + 1, part)
    found =
      marked === undefined
        ? { ...found, unknown: found.unknown ?? line.spanOf(at, at + 1) }
        : { ...found, [part]: found[part] ?? marked.account }
  }
  return found
}

function markedAccount(line: Line, at: number, { index }: AccountSearch) {
  const first = line.word(at).slice(1).replace(/[_-]+/g, ' ')
  let phrase = first
  let found: { account: QuickAccount; to: number } | undefined
  for (let to = at + 1; to <= at + index.longest; to++) {
    const account = index.accounts.get(phrase) ?? index.accountTypes.get(phrase)
    if (account !== undefined) found = { account, to }
    if (!line.isFree(to)) break
    phrase += ` ${line.word(to)}`
  }
  if (found !== undefined) return found
  const names = [...index.accounts.keys()]
  const close =
    names.find(name => name.startsWith(first)) ??
    names.find(name => ` ${name}`.includes(` ${first}`)) ??
    closestWord(first, names, first.length > 2 ? 1 : 0)
  const account = index.accounts.get(close ?? '')
  if (account !== undefined) return { account, to: at + 1 }
  const type = closestWord(first, index.accountTypes.keys())
  const ofType = index.accountTypes.get(type ?? '')
  return ofType && { account: ofType, to: at + 1 }
}

type Mention = {
  /** With the word before it: `from the bank`. */
  readonly from: number
  readonly to: number
  readonly account: QuickAccount
  readonly says: 'from' | 'to' | undefined
}

export type Transfer = {
  readonly account: QuickAccount | undefined
  readonly toAccount: QuickAccount | undefined
}

/** Two accounts of a transfer; one is enough where a verb says that it is one. */
export function findTransfer(
  line: Line,
  verb: Verb | undefined,
  search: AccountSearch,
): Transfer | undefined {
  const isMove = verb !== undefined && moves.has(verb.does)
  const mentions = mentionsIn(line, isMove, search)
  const to = mentions.find(({ says }) => says === 'to')
  const isPair = to !== undefined && mentions.length > 1
  if (mentions.length === 0 || (!isMove && !isPair)) return undefined

  const isWithdrawal = verb?.does === 'withdraw'
  const cash = search.index.accountTypes.get(search.words.cash)
  const toCash = mentions.find(({ account }) => account === cash)
  const target = isWithdrawal ? toCash : (to ?? lastUnmarked(mentions))
  const others = mentions.filter(
    each => each !== target && each.account !== target?.account,
  )
  const source = others.find(({ says }) => says === 'from') ?? others[0]
  // `sent 20 to mum from the bank` is spent.
  const isWhole = isWithdrawal ? source !== undefined : target !== undefined
  if (verb?.isWeak === true && !isWhole) return undefined
  if (source !== undefined) line.claim(source.from, source.to, 'account')
  if (target !== undefined) line.claim(target.from, target.to, 'toAccount')
  return {
    account: source?.account ?? (isDeposit(verb, target) ? cash : undefined),
    toAccount: target?.account ?? (isWithdrawal ? cash : undefined),
  }
}

const moves: ReadonlySet<string> = new Set(['transfer', 'withdraw', 'deposit'])

function lastUnmarked(mentions: readonly Mention[]): Mention | undefined {
  return mentions.filter(({ says }) => says === undefined).at(-1)
}

/** What is brought to a bank was cash. */
function isDeposit(verb: Verb | undefined, target: Mention | undefined) {
  return verb?.does === 'deposit' && target?.account.type === 'bank'
}

function mentionsIn(
  line: Line,
  isLoose: boolean,
  search: AccountSearch,
): readonly Mention[] {
  const { words } = search
  const mentions: Mention[] = []
  for (let at = 0; at < line.length; at++) {
    const found = accountAt(line, at, search, false)
    if (found === undefined) continue
    const before = startOfMention(line, at, words)
    const word = line.isFree(before - 1) ? line.word(before - 1) : ''
    const says = words.toAccount.has(word)
      ? 'to'
      : words.fromAccount.has(word)
        ? 'from'
        : undefined
    const from = says === undefined ? before : before - 1
    mentions.push(widened(line, { ...found, from, says }, words))
    at = found.to - 1
  }
  if (!isLoose || mentions.length > 1) return mentions
  return [...mentions, ...mistypedMentions(line, mentions, search)]
}

/** `da conta do banco`: the word before the account word counts. */
function widened(line: Line, mention: Mention, words: QuickWords): Mention {
  const at = mention.from - 1
  if (!line.isFree(at) || !words.accountWords.has(line.word(at))) return mention
  const from = startOfMention(line, at, words)
  const word = line.isFree(from - 1) ? line.word(from - 1) : ''
  if (words.toAccount.has(word))
    return { ...mention, from: from - 1, says: 'to' }
  if (!words.fromAccount.has(word)) return { ...mention, from }
  return { ...mention, from: from - 1, says: 'from' }
}

/** `to savigns`, where a verb has said that accounts will follow. */
function mistypedMentions(
  line: Line,
  known: readonly Mention[],
  search: AccountSearch,
): readonly Mention[] {
  const { words } = search
  const isKnown = (at: number) =>
    known.some(({ from, to }) => at >= from && at < to)
  return line.freePlaces().flatMap((at): Mention[] => {
    const before = startOfMention(line, at, words)
    const word = line.isFree(before - 1) ? line.word(before - 1) : ''
    const isTo = words.toAccount.has(word)
    if (isKnown(at) || (!isTo && !words.fromAccount.has(word))) return []
    const found = accountAt(line, at, search, true)
    if (found === undefined) return []
    const says = isTo ? 'to' : 'from'
    return [{ from: before - 1, to: found.to, account: found.account, says }]
  })
}

/** Back over `the`, `my`, `a conta`. */
function startOfMention(line: Line, at: number, words: QuickWords): number {
  let start = at
  while (
    line.isFree(start - 1) &&
    (words.accountWords.has(line.word(start - 1)) ||
      (words.articles.has(line.word(start - 1)) && line.isFree(start - 2)))
  ) {
    start -= 1
  }
  return start
}

/** An account by its name or its type, with the word `account` behind it. */
function accountAt(
  line: Line,
  at: number,
  { words, index }: AccountSearch,
  isLoose: boolean,
): { readonly account: QuickAccount; readonly to: number } | undefined {
  const found =
    line.phraseAt(at, index.accounts, index.longest) ??
    line.phraseAt(at, index.accountTypes, 4)
  const close =
    found === undefined && isLoose && line.isFree(at)
      ? closestWord(line.word(at), [
          ...index.accounts.keys(),
          ...index.accountTypes.keys(),
        ])
      : undefined
  const account =
    found?.value ??
    index.accounts.get(close ?? '') ??
    index.accountTypes.get(close ?? '')
  if (account === undefined) return undefined
  const to = found?.to ?? at + 1
  const hasWord = line.isFree(to) && words.accountWords.has(line.word(to))
  return { account, to: hasWord ? to + 1 : to }
}

/** `with card`, `from savings`, or the name alone at the end: `lunch 12 cash`. */
export function findAccountWords(
  line: Line,
  search: AccountSearch,
): QuickAccount | undefined {
  const { words } = search
  for (let at = 0; at < line.length; at++) {
    const found = accountAt(line, at, search, false)
    if (found === undefined) continue
    const start = startOfMention(line, at, words)
    const isSaid =
      line.isFree(start - 1) && words.beforeAccount.has(line.word(start - 1))
    const isNoun = isPlainWord(line, found.to, words)
    if (isSaid && !isNoun) {
      line.claim(start - 1, found.to, 'account')
      return found.account
    }
    if (isBare(line, at, found.to, search)) {
      line.claim(at, found.to, 'account')
      return found.account
    }
  }
  return undefined
}

/** A name that stands by itself at the end or right behind what was understood. */
function isBare(
  line: Line,
  at: number,
  to: number,
  { words, index }: AccountSearch,
): boolean {
  const others = line.freePlaces().filter(place => place < at || place >= to)
  if (others.length === 0 || isPlainWord(line, to, words)) return false
  if (!line.isFree(at - 1) || line.tokens[at - 1]?.endsClause) return at > 0
  const phrase = line.tokens
    .slice(at, to)
    .map(({ folded }) => folded)
    .join(' ')
  if (words.accountTypes.get(phrase) === 'cash') return true
  // `gift card` is not the card, but `lunch revolut` is Revolut.
  return index.accounts.has(phrase) && !words.accountTypes.has(phrase)
}

function isPlainWord(line: Line, at: number, words: QuickWords): boolean {
  return line.isFree(at) && !words.leading.has(line.word(at))
}
