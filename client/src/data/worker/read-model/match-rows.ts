import type { Mark } from '@ourmoney/shared/account/marks.ts'
import { dayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import { decimalText } from '@ourmoney/shared/money/decimal-text.ts'
import {
  filterDates,
  foldText,
  searchWords,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import { markAt } from './account-sides.ts'
import { compileParts } from './named-parts.ts'
import {
  hasConflicts,
  isPending,
  isRefused,
  lacksRate,
  type Columns,
} from './columns.ts'

export type MatchContext = {
  readonly firstDay: number
  readonly isConnected: boolean
  /** Folded descriptions, by number in the dictionary. */
  readonly foldedDescriptions: readonly string[]
  /** Folded names of categories and payees by id. */
  readonly names: ReadonlyMap<string, string>
  readonly foldTag: (tag: string) => string
}

type Test = (place: number) => boolean

/**
 * The shared filter on columns: texts are looked at once per distinct text,
 * rows only by numbers. It must find what `matchesFilter` finds.
 */
export function compileFilter(
  columns: Columns,
  filter: TransactionFilter,
  context: MatchContext,
): Test {
  const tests: Test[] = []
  const { from, to } = filterDates(filter, context.firstDay)
  const { day, minor, type, account, toAccount } = columns
  if (from !== undefined) {
    const first = dayNumber(from)
    tests.push(at => (day[at] ?? 0) >= first)
  }
  if (to !== undefined) {
    const last = dayNumber(to)
    tests.push(at => (day[at] ?? 0) <= last)
  }
  if (isGiven(filter.descriptions)) {
    const wanted = new Set(filter.descriptions.map(foldText))
    const isWanted = context.foldedDescriptions.map(text => wanted.has(text))
    tests.push(at => isWanted[columns.description[at] ?? 0] === true)
  }
  if (isGiven(filter.types)) {
    const wanted = transactionTypes.map(each => filter.types?.includes(each))
    tests.push(at => wanted[type[at] ?? 0] === true)
  }
  if (filter.fromMinor !== undefined) {
    const least = filter.fromMinor
    tests.push(at => Math.abs(minor[at] ?? 0) >= least)
  }
  if (filter.toMinor !== undefined) {
    const most = filter.toMinor
    tests.push(at => Math.abs(minor[at] ?? 0) <= most)
  }
  if (isGiven(filter.accounts)) {
    const wanted = columns.numbersOf(filter.accounts)
    const isNone = filter.accounts.includes('none')
    tests.push(
      at =>
        wanted.has(account[at] ?? 0) ||
        wanted.has(toAccount[at] ?? 0) ||
        (isNone && account[at] === 0 && toAccount[at] === 0),
    )
  }
  if (isGiven(filter.marks)) {
    tests.push(markTest(columns, filter.marks, filter.accounts))
  }
  const named = compileParts(columns, filter)
  if (named !== undefined) tests.push(named.names)
  if (isGiven(filter.payees)) {
    const wanted = columns.numbersOf(filter.payees)
    if (filter.payees.includes('none')) wanted.add(0)
    tests.push(at => wanted.has(columns.payee[at] ?? 0))
  }
  if (isGiven(filter.tags)) {
    const wanted = new Set(filter.tags)
    tests.push(
      at => columns.tags.get(at)?.some(tag => wanted.has(tag)) ?? false,
    )
  }
  if (isGiven(filter.currencies)) {
    const wanted = new Set(filter.currencies)
    const { currency, currencies } = columns
    const isWanted = currencies.texts.map(code => wanted.has(code))
    tests.push(at => isWanted[currency[at] ?? 0] === true)
  }
  if (isGiven(filter.batches)) {
    const wanted = columns.numbersOf(filter.batches)
    tests.push(at => wanted.has(columns.batch[at] ?? 0))
  }
  if (filter.rate !== undefined) {
    tests.push(at => ((columns.flags[at] ?? 0) & lacksRate) !== 0)
  }
  if (isGiven(filter.sync)) {
    const wanted = new Set<string | undefined>(filter.sync)
    tests.push(at =>
      wanted.has(stateOf(columns.flags[at] ?? 0, context.isConnected)),
    )
  }
  for (const word of searchWords(filter.text ?? '')) {
    tests.push(wordTest(columns, word, context))
  }
  return at => {
    for (const test of tests) if (!test(at)) return false
    return true
  }
}

/** The sync state that the bits of a row say; the order is `recordState`'s. */
export function stateOf(flags: number, isConnected: boolean) {
  if ((flags & hasConflicts) !== 0) return 'conflicted'
  if (!isConnected) return undefined
  if ((flags & isRefused) !== 0) return 'refused'
  return (flags & isPending) === 0 ? 'synced' : 'pending'
}

/** Of the accounts that are asked for, or of any. */
function markTest(
  columns: Columns,
  wantedMarks: readonly Mark[],
  accounts: readonly string[] | undefined,
): Test {
  const { account, toAccount } = columns
  const wanted = isGiven(accounts) ? columns.numbersOf(accounts) : undefined
  const isWanted = (of: number, at: number, isIn: boolean) =>
    of !== 0 &&
    (wanted?.has(of) ?? true) &&
    wantedMarks.includes(markAt(columns, at, isIn))
  return at =>
    isWanted(account[at] ?? 0, at, false) ||
    isWanted(toAccount[at] ?? 0, at, true)
}

/** One pass over each column, marking rows: what is asked of a row is then a look at its mark. */
function wordTest(
  columns: Columns,
  word: string,
  { foldedDescriptions, names, foldTag }: MatchContext,
): Test {
  const inDescription = Uint8Array.from(foldedDescriptions, text =>
    text.includes(word) ? 1 : 0,
  )
  const inName = Uint8Array.from(columns.references.texts, (_, number) =>
    names
      .get(columns.references.textOf(columns.standing(number)))
      ?.includes(word)
      ? 1
      : 0,
  )
  const { size, description, category, payee, parts, tags, notes } = columns
  const found = new Uint8Array(size)
  for (let at = 0; at < size; at++) {
    found[at] =
      (inDescription[description[at] ?? 0] ?? 0) |
      (inName[category[at] ?? 0] ?? 0) |
      (inName[payee[at] ?? 0] ?? 0)
  }
  for (const [at, text] of notes) if (text.includes(word)) found[at] = 1
  for (const [at, some] of tags) {
    if (some.some(tag => foldTag(tag).includes(word))) found[at] = 1
  }
  const split = Math.min(size, parts.count.length)
  for (let at = 0; at < split; at++) {
    const first = parts.start[at] ?? 0
    const end = first + (parts.count[at] ?? 0)
    for (let part = first; part < end; part++) {
      if (inName[parts.category[part] ?? 0] === 1) found[at] = 1
    }
  }
  if (!/^[\d.,-]+$/.test(word)) return at => found[at] === 1
  const isInAmount = amountTest(columns, word)
  return at => found[at] === 1 || isInAmount(at)
}

/** Written with a point or with a comma, as people may search it. Amounts repeat: each is written out once. */
function amountTest(columns: Columns, word: string): Test {
  const { minor, currency, currencies } = columns
  const pointed = word.replaceAll(',', '.')
  const known = currencies.texts.map(() => new Map<number, boolean>())
  return at => {
    const of = currency[at] ?? 0
    const amount = Math.abs(minor[at] ?? 0)
    const before = known[of]?.get(amount)
    if (before !== undefined) return before
    const isIn = decimalText(amount, currencies.textOf(of)).includes(pointed)
    known[of]?.set(amount, isIn)
    return isIn
  }
}

function isGiven<Value>(
  list: readonly Value[] | undefined,
): list is readonly Value[] {
  return list !== undefined && list.length > 0
}
