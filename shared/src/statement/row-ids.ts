import { derivedId } from '../sync/ids.ts'
import { foldText } from '../transaction/filter.ts'

/** What tells one movement of an account from another. */
export type Movement = {
  /** Id of the account in the ledger; empty for none. */
  readonly account: string
  readonly date: string
  /** With the sign of the account. */
  readonly minor: number
  readonly currency: string
  readonly description: string
}

/** A description however the bank spaces, capitalises or accents it. */
export function normalWords(description: string): string {
  const folded = foldText(description)
  const isWide = /\s\s|[^\S ]/u.test(folded)
  return (isWide ? folded.replace(/\s+/gu, ' ') : folded).trim()
}

/**
 * Id of a movement that its bank has named. The amount goes in too, for a
 * reversal has the name of what it takes back; date and words do not, for banks
 * amend them.
 */
export function idByBank(
  { account, currency, minor }: Movement,
  bankId: string,
): string {
  return derivedId(
    'transaction',
    'bank',
    account,
    bankId.trim(),
    currency,
    `${minor}`,
  )
}

/**
 * Id of a movement by what stands in it. `nth` counts equal ones of a day from
 * 1: three equal coffees are three, in every file that has them. `bankId` for
 * banks that give one name to several movements.
 */
export function idByContent(
  { account, date, minor, currency, description }: Movement,
  nth: number,
  bankId = '',
): string {
  return derivedId(
    'transaction',
    'content',
    account,
    date,
    `${minor}`,
    currency,
    normalWords(description),
    `${nth}`,
    ...(bankId === '' ? [] : [bankId]),
  )
}

/** Id of a transfer that files of either account lead to. */
export function idOfTransfer(
  movement: Omit<Movement, 'description'>,
  other: string,
  nth: number,
): string {
  const { account, date, minor, currency } = movement
  const [out, into] = minor < 0 ? [account, other] : [other, account]
  return derivedId(
    'transaction',
    'transfer',
    out,
    into,
    date,
    `${Math.abs(minor)}`,
    currency,
    `${nth}`,
  )
}

/** Of a row that nobody could read until a person did. */
export function idByLine(account: string, raw: string, nth: number): string {
  return derivedId('transaction', 'line', account, raw, `${nth}`)
}

/** The same file into the same accounts is the same batch, on every device. */
export function idOfBatch(
  fileHash: string,
  accounts: Readonly<Record<string, string>>,
): string {
  const places = Object.entries(accounts).map(([key, id]) => `${key}=${id}`)
  return derivedId('importBatch', fileHash, ...places.sort())
}
