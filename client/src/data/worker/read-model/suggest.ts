import { foldText } from '@ourmoney/shared/transaction/filter.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import type {
  SuggestionAnswer,
  SuggestionQuery,
} from '../../views/suggestions.ts'
import type { Book } from './book.ts'
import { findUsual } from './suggestions.ts'

const mostDescriptions = 8

/** What a description that is being typed may become, and what it was recorded with last. */
export function suggest(
  book: Book,
  { description, type, moment }: SuggestionQuery,
): SuggestionAnswer {
  const start = foldText(description.trim())
  const timeZone = book.docs('ledger')[0]?.timeZone ?? 'UTC'
  const usual = moment === undefined ? [] : findUsual(book, moment, timeZone)
  if (start === '') return { descriptions: [], usual }
  const { texts, uses } = book.columns.descriptions
  const folded = book.folded.descriptions()
  const found = texts
    .map((text, number) => ({ text, uses: uses[number] ?? 0, number }))
    .filter(
      ({ number, uses: used }) => used > 0 && folded[number]?.startsWith(start),
    )
    .sort((a, b) => b.uses - a.uses)
  const exact = new Set(
    found
      .filter(({ number }) => folded[number] === start)
      .map(({ number }) => number),
  )
  return {
    descriptions: found.slice(0, mostDescriptions).map(({ text }) => text),
    usual,
    ...lastUsed(book, exact, transactionTypes.indexOf(type)),
  }
}

function lastUsed(
  book: Book,
  descriptions: ReadonlySet<number>,
  type: number,
): Pick<SuggestionAnswer, 'category' | 'payee' | 'account'> {
  if (descriptions.size === 0) return {}
  const { columns } = book
  const at = book
    .all()
    .find(
      place =>
        columns.type[place] === type &&
        descriptions.has(columns.description[place] ?? 0),
    )
  if (at === undefined) return {}
  return {
    category: columns.idOf(columns.category[at]),
    payee: columns.idOf(columns.payee[at]),
    account: columns.idOf(columns.account[at]),
  }
}
