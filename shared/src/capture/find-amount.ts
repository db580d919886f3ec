import { parseAmount } from '../money/parse-amount.ts'
import {
  currencyAlone,
  currencyNamed,
  hasDecimals,
  isSum,
  readFigure,
  type Figure,
} from './figures.ts'
import { readNumberWords } from './number-words.ts'
import type { QuickWords } from './quick-words.ts'
import type { Line } from './tokens.ts'

export type AmountFound = {
  /** Words, `[from, to)`. */
  readonly from: number
  readonly to: number
  /** For `parseAmount`, without the sign in front. */
  readonly expression: string
  readonly currency: string | undefined
  readonly sign: '+' | '-' | undefined
  readonly rank: number
}

export type AmountSearch = {
  readonly words: QuickWords
  readonly currency: string
  readonly locale: string
}

/** Said with a currency, a sign or decimals: nobody counts things so. */
const sure = 40

/** Everything in a line that may be its amount, the likeliest first. */
export function findAmounts(
  line: Line,
  search: AmountSearch,
): readonly AmountFound[] {
  const found: AmountFound[] = []
  for (let at = 0; at < line.length; at++) {
    if (!line.isFree(at)) continue
    const amount = digitsAt(line, at, search) ?? wordsAt(line, at, search)
    if (amount === undefined) continue
    found.push(amount)
    at = amount.to - 1
  }
  const ranked =
    found.length < 2 ? found : found.map(each => rankedIn(line, each, search))
  const readable = ranked.filter(each => isReadable(each, search))
  const [first, ...others] = (readable.length > 0 ? readable : ranked).toSorted(
    (a, b) => b.rank - a.rank,
  )
  return first === undefined ? [] : [forAll(line, first, search), ...others]
}

/** `2 tickets, 31.50 each`. */
function forAll(
  line: Line,
  amount: AmountFound,
  { words }: AmountSearch,
): AmountFound {
  const { to, expression } = amount
  if (!line.isFree(to) || !words.each.has(line.word(to))) return amount
  const counts = line
    .freePlaces()
    .map(at => /^x?(\d{1,2})x?$/.exec(line.word(at))?.[1])
  const count = counts.find(each => each !== undefined)
  if (count === undefined) return amount
  return { ...amount, to: to + 1, expression: `(${expression})*${count}` }
}

/** Two amounts that both look like the one: a line each would be right. */
export function areSeveral(
  line: Line,
  [first, second]: readonly AmountFound[],
): boolean {
  if (first === undefined || second === undefined) return false
  if (first.rank >= sure && second.rank >= sure) return true
  // `train 18.40, taxi 12`
  const [one, other] =
    first.from < second.from ? [first, second] : [second, first]
  const endsClause = line.tokens[one.to - 1]?.endsClause === true
  return endsClause && other.to === line.length
}

function isReadable(
  { expression, currency }: AmountFound,
  search: AmountSearch,
): boolean {
  const context = { ...search, currency: currency ?? search.currency }
  return parseAmount(expression, context).ok
}

function digitsAt(
  line: Line,
  from: number,
  search: AmountSearch,
): AmountFound | undefined {
  const { words, currency: own } = search
  const textAt = (at: number) =>
    line.isFree(at) ? (line.tokens[at]?.text ?? '') : ''
  const before = currencyAlone(textAt(from), own)
  let to = before === undefined ? from : from + 1
  const figure = readFigure(textAt(to), words, own)
  if (figure === undefined) return undefined
  to += 1

  let { body, currency = before, isThousands } = figure
  if (/^\d{1,3}$/.test(body) && currency === before && !figure.sign) {
    const next = readFigure(textAt(to), words, own)
    if (next !== undefined && isGroup(next)) {
      body += next.body
      currency ??= next.currency
      to += 1
    }
  }
  for (;;) {
    const operator = textAt(to).toLowerCase()
    if (!['+', '*', '×', 'x'].includes(operator)) break
    const next = readFigure(textAt(to + 1), words, own)
    if (next === undefined || next.sign !== undefined) break
    body += (operator === '+' ? '+' : '*') + next.body
    currency ??= next.currency
    to += 2
  }
  if (words.thousand.has(line.word(to)) && line.isFree(to)) {
    isThousands = true
    to += 1
  }
  let expression = isThousands ? `(${body})*1000` : body
  if (figure.cents !== undefined) expression += `.${figure.cents}`

  if (
    line.isFree(to) &&
    words.cents.has(line.word(to)) &&
    currency === undefined
  ) {
    return {
      from,
      to: to + 1,
      expression: `(${body})/100`,
      currency,
      sign: figure.sign,
      rank: sure + 10,
    }
  }
  if (currency === undefined && line.isFree(to)) {
    currency =
      currencyAlone(textAt(to), own) ?? currencyNamed(line.word(to), words, own)
    if (currency !== undefined) {
      to += 1
      const cents = centsAt(line, to, search)
      if (cents !== undefined) {
        expression = `${expression}+${cents.minor}/100`
        to = cents.to
      }
    }
  }
  const isSure =
    figure.sign !== undefined ||
    isThousands ||
    hasDecimals(body) ||
    (isSum(body) && !/^\d{1,2}[-/]\d{1,2}$/.test(body))
  return {
    from,
    to,
    expression,
    currency,
    sign: figure.sign,
    rank: currency !== undefined ? sure + 10 : isSure ? sure : 20,
  }
}

function isGroup(next: Figure): boolean {
  return /^\d{3}([.,]\d{1,2})?$/.test(next.body) && next.sign === undefined
}

/** `and 50`, `50 cents`, behind the whole euros. */
function centsAt(line: Line, from: number, { words }: AmountSearch) {
  const hasAnd = line.isFree(from) && words.and.has(line.word(from))
  const at = hasAnd ? from + 1 : from
  if (!line.isFree(at)) return undefined
  const said = readNumberWords(line, at, words)
  const isDigits = /^\d{2}$/.test(line.word(at))
  const minor = isDigits ? Number(line.word(at)) : said?.whole
  if (minor === undefined || minor > 99 || minor === 0) return undefined
  const to = isDigits ? at + 1 : (said?.to ?? at + 1)
  const hasWord = line.isFree(to) && words.cents.has(line.word(to))
  if (!hasWord && minor < 10) return undefined
  return { minor, to: hasWord ? to + 1 : to }
}

function wordsAt(
  line: Line,
  from: number,
  search: AmountSearch,
): AmountFound | undefined {
  const { words, currency: own } = search
  const said = readNumberWords(line, from, words)
  if (said === undefined) return undefined
  let { to } = said
  let expression = `${said.whole}`
  if (said.cents !== undefined) expression += `+${said.cents}/100`
  let currency: string | undefined
  if (line.isFree(to)) {
    if (words.cents.has(line.word(to))) {
      return {
        from,
        to: to + 1,
        expression: `${said.whole}/100`,
        currency,
        sign: undefined,
        rank: sure + 10,
      }
    }
    currency = currencyNamed(line.word(to), words, own)
  }
  if (currency !== undefined) {
    to += 1
    const cents = said.cents === undefined && centsAt(line, to, search)
    if (cents) {
      expression += `+${cents.minor}/100`
      to = cents.to
    }
  } else if (to === from + 1 && words.notAlone.has(line.word(from))) {
    return undefined
  }
  return {
    from,
    to,
    expression,
    currency,
    sign: undefined,
    rank: currency === undefined ? 10 : sure + 10,
  }
}

/** Where it stands says more of a bare number: `2 coffees 3`, `bus 28 to town 2`. */
function rankedIn(
  line: Line,
  amount: AmountFound,
  { words }: AmountSearch,
): AmountFound {
  const { from, to, expression } = amount
  if (amount.rank >= sure) return amount
  let { rank } = amount
  const next = line.isFree(to) ? line.word(to) : ''
  const before = line.word(from - 1)
  if (words.verbs.has(before)) rank += 8
  if (words.beforeAmount.has(before)) rank += 4
  if (isEdge(line, to, 1)) rank += 6
  else if (isEdge(line, from - 1, -1)) rank += 5
  if (words.units.has(next)) rank -= 30
  const isCount = /^\d{1,2}$/.test(expression) && /^\p{L}{3,}s$/u.test(next)
  if (isCount) rank -= 8
  if (/^(19|20)\d\d$/.test(expression)) rank -= 12
  return { ...amount, rank }
}

/** Nothing but what was understood already between it and that end. */
function isEdge(line: Line, from: number, step: 1 | -1): boolean {
  for (let at = from; at >= 0 && at < line.length; at += step) {
    if (line.isFree(at)) return false
  }
  return true
}
