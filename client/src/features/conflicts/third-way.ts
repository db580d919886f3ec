import { placeOf } from '../../acts/place-of.ts'
import { deletedGroup } from '@ourmoney/shared/sync/field-groups.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import type { Question } from '@ourmoney/shared/sync/questions.ts'
import { fieldsAsked } from './fields-asked.ts'

const typed = {
  text: ['description', 'notes', 'name', 'quantity', 'email'],
  date: ['date', 'openingDate', 'statementDate'],
  money: ['minor', 'openingMinor', 'statementMinor', 'expectedMinor'],
  chosen: ['account', 'category', 'payee', 'member'],
} as const

/** How one field is given, where it can be given alone. */
export function wayOf(field: string): keyof typeof typed | undefined {
  const ways = Object.keys(typed) as (keyof typeof typed)[]
  return ways.find(way => typed[way].some(each => each === field))
}

/**
 * How something else is given than the values that there are: typed beside
 * them, in the form of the whole transaction, or where records of its kind are
 * changed.
 */
export type ThirdWay = 'typed' | 'form' | { readonly place: string } | undefined

export function thirdWay(doc: Doc, question: Question): ThirdWay {
  const { group } = question
  // It is deleted, or it is not.
  if (group === deletedGroup) return undefined
  const asked = fieldsAsked(doc.kind, question)
  const isTyped = asked.every(field => wayOf(field) !== undefined)
  if (isTyped && !isOfSeveral(question, asked)) return 'typed'
  if (doc.kind === 'transaction' && group === 'amount') return 'form'
  const place = placeOf(doc)
  return place === undefined ? undefined : { place }
}

/** An amount that parts, shares or another account's currency go by. */
function isOfSeveral(
  { group, stands: { value } }: Question,
  asked: readonly string[],
): boolean {
  if (group !== 'amount') return false
  return (
    asked.some(field => field !== 'minor') ||
    ['splits', 'shares', 'toMinor'].some(field => value[field] !== undefined)
  )
}
