import { readTokens } from './tokens.ts'
import type { QuickWords } from './quick-words.ts'
import type {
  QuickAccount,
  QuickCategory,
  QuickContext,
  QuickPayee,
} from './reading.ts'
import { wordsOf } from './words-of.ts'

/** Names as they are looked for in a line: folded, one blank between words. */
export type NameIndex = {
  readonly accounts: ReadonlyMap<string, QuickAccount>
  /** `cash`, `card`: the first open account of that type, where no account has that name. */
  readonly accountTypes: ReadonlyMap<string, QuickAccount>
  readonly members: ReadonlyMap<string, string>
  readonly payees: ReadonlyMap<string, QuickPayee>
  readonly categories: {
    readonly expense: ReadonlyMap<string, QuickCategory>
    readonly income: ReadonlyMap<string, QuickCategory>
  }
  readonly tags: ReadonlyMap<string, string>
  /** Words of the longest name. */
  readonly longest: number
}

const indexes = new WeakMap<QuickContext, NameIndex>()

export function indexOf(context: QuickContext): NameIndex {
  const known = indexes.get(context)
  if (known !== undefined) return known
  const made = makeIndex(context)
  indexes.set(context, made)
  return made
}

function makeIndex(context: QuickContext): NameIndex {
  const accounts = context.accounts.filter(each => each.closed !== true)
  const named = byName(accounts)
  const members = context.members.filter(each => each.archived !== true)
  const payees = byName(context.payees.filter(each => each.archived !== true))
  const categories = context.categories.filter(each => each.archived !== true)
  const of = (type: QuickCategory['type']) =>
    byName(categories.filter(each => each.type === type))
  const names = [...named.keys(), ...payees.keys()]
  return {
    accounts: named,
    accountTypes: byType(accounts, wordsOf(context.language)),
    members: byFirstName(members),
    payees,
    categories: { expense: of('expense'), income: of('income') },
    tags: new Map(context.tags.map(tag => [foldName(tag), tag])),
    longest: Math.min(
      8,
      names.reduce((most, name) => Math.max(most, countWords(name)), 3),
    ),
  }
}

/** As the words of a line are folded. */
export function foldName(name: string): string {
  return readTokens(name.slice(0, 200))
    .map(({ folded }) => folded)
    .join(' ')
}

function countWords(name: string): number {
  return name.split(' ').length
}

/** The first of a name counts. */
function byName<Named extends { readonly name: string }>(
  all: readonly Named[],
): ReadonlyMap<string, Named> {
  const found = new Map<string, Named>()
  for (const each of all) {
    const name = foldName(each.name)
    if (name !== '' && !found.has(name)) found.set(name, each)
  }
  return found
}

function byType(
  accounts: readonly QuickAccount[],
  words: QuickWords,
): ReadonlyMap<string, QuickAccount> {
  const found = new Map<string, QuickAccount>()
  for (const [word, type] of words.accountTypes) {
    const account = accounts.find(each => each.type === type)
    if (account !== undefined) found.set(word, account)
  }
  return found
}

/** Full names, and first names that only one member has. */
function byFirstName(
  members: QuickContext['members'],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const firsts = members.map(({ name }) => foldName(name).split(' ')[0] ?? '')
  members.forEach(({ _id }, at) => {
    const first = firsts[at] ?? ''
    const isOnly = firsts.filter(each => each === first).length === 1
    if (first !== '' && isOnly) found.set(first, _id)
  })
  for (const { _id, name } of members) found.set(foldName(name), _id)
  found.delete('')
  return found
}
