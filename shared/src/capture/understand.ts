import {
  findAccountWords,
  findMarkedAccounts,
  findTransfer,
} from './find-accounts.ts'
import {
  areSeveral,
  findAmounts,
  type AmountFound,
  type AmountSearch,
} from './find-amount.ts'
import type { DateFound } from './date-found.ts'
import { findDate } from './find-date.ts'
import { readFigure } from './figures.ts'
import { describe, type Described } from './describe.ts'
import {
  findActingMember,
  findMember,
  findNamedCategory,
  findPayee,
  findTags,
  type PayeeFound,
} from './find-names.ts'
import { findVerb } from './find-verb.ts'
import { indexOf } from './name-index.ts'
import { readNumberWords } from './number-words.ts'
import type { QuickWords, Verb } from './quick-words.ts'
import type {
  QuickAccount,
  QuickCategory,
  QuickContext,
  Span,
} from './reading.ts'
import type { Line } from './tokens.ts'
import { wordsOf } from './words-of.ts'

/** What the words of a line say, before anything is assumed. */
export type Understood = {
  readonly tags: readonly string[]
  readonly date: DateFound | undefined
  readonly amount: AmountFound | undefined
  /** Another that looks as much like the amount. */
  readonly other: AmountFound | undefined
  readonly verb: Verb | undefined
  readonly isTransfer: boolean
  readonly account: QuickAccount | undefined
  readonly toAccount: QuickAccount | undefined
  readonly unknownAccount: Span | undefined
  readonly member: string | undefined
  readonly payee: PayeeFound | undefined
  readonly category: QuickCategory | undefined
  readonly description: Described
}

export function understand(line: Line, context: QuickContext): Understood {
  const words = wordsOf(context.language)
  const index = indexOf(context)
  const search = { words, index, ...context }
  const tags = findTags(line, index)
  const marked = findMarkedAccounts(line, search)
  const actor = findActingMember(line, search)
  const date = findDate(line, {
    ...search,
    isAmountLeft: (from, to) => hasNumberOutside(line, from, to, search),
  })
  if (date !== undefined) line.claim(date.from, date.to, 'date')
  const amounts = findAmounts(line, search)
  const [amount] = amounts
  if (amount !== undefined) claimAmount(line, amount, words)

  const verb = findVerb(line, words, context.language)
  const transfer =
    verb === undefined || isMove(verb.verb)
      ? findTransfer(line, verb?.verb, search)
      : undefined
  const isTransfer =
    transfer !== undefined ||
    marked.toAccount !== undefined ||
    (verb !== undefined && isMove(verb.verb) && verb.verb.isWeak !== true) ||
    (verb?.verb.does === 'transfer' && marked.account !== undefined)
  const isMeant =
    verb !== undefined && (isTransfer || verb.verb.isWeak !== true)
  if (isMeant && verb.verb.stays !== true) {
    line.claim(verb.from, verb.to, 'type')
  }
  const account =
    marked.account ??
    (isTransfer ? transfer?.account : findAccountWords(line, search))
  const member = findMember(line, search) ?? actor
  const payee = isTransfer ? undefined : findPayee(line, search)
  const direction = verb?.verb.does === 'income' ? 'income' : undefined
  return {
    tags,
    date,
    amount,
    other: areSeveral(line, amounts) ? amounts[1] : undefined,
    verb: isMeant ? verb.verb : undefined,
    isTransfer,
    account,
    toAccount:
      marked.toAccount ??
      transfer?.toAccount ??
      (verb?.verb.does === 'withdraw' && isTransfer
        ? index.accountTypes.get(words.cash)
        : undefined),
    unknownAccount: marked.unknown,
    member,
    payee,
    category: isTransfer
      ? undefined
      : findNamedCategory(line, direction, search),
    description: describe(line, words),
  }
}

function isMove({ does }: Verb): boolean {
  return does === 'transfer' || does === 'withdraw' || does === 'deposit'
}

function hasNumberOutside(
  line: Line,
  from: number,
  to: number,
  { words, currency }: AmountSearch,
): boolean {
  return line.freePlaces().some(at => {
    if (at >= from && at < to) return false
    if (readFigure(line.tokens[at]?.text ?? '', words, currency)) return true
    const said = readNumberWords(line, at, words)
    return said !== undefined && !words.notAlone.has(line.word(at))
  })
}

/** With the words before it: `for 12`, `custou 12`. */
function claimAmount(line: Line, { from, to }: AmountFound, words: QuickWords) {
  let start = from
  while (
    start > from - 2 &&
    line.isFree(start - 1) &&
    words.beforeAmount.has(line.word(start - 1))
  ) {
    start -= 1
  }
  line.claim(start, to, 'amount')
}
