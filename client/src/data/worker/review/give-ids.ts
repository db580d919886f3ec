import {
  idByBank,
  idByContent,
  idByLine,
  idOfTransfer,
  normalWords,
  type Movement,
} from '@ourmoney/shared/statement/row-ids.ts'
import { kindOfId } from '@ourmoney/shared/sync/ids.ts'
import { docIdPattern } from '@ourmoney/shared/sync/prefixes.ts'
import type { Reviewed } from './reviewed.ts'

export type RowIds = {
  /** Which a row may stand in the ledger with, the one that it is brought in with first. */
  readonly all: readonly [string, ...string[]]
  /** The transaction that it came from: our own tables say so. */
  readonly own?: string | undefined
}

/**
 * Ids of all rows of a file, in its order. Equal ones of a day are counted. A
 * bank that gives one name to several movements of an account is not believed:
 * there names count together with what the rows say.
 */
export function idsOfRows(
  rows: readonly Reviewed[],
  /** Accounts that became the one of a row: it may have been brought in with them. */
  formerOf: (account: string) => readonly string[],
): readonly RowIds[] {
  const unreliable = unreliableAccounts(rows)
  const counts = new Map<string, number>()
  const count = (key: string) => {
    const nth = (counts.get(key) ?? 0) + 1
    counts.set(key, nth)
    return nth
  }
  return rows.map(row => {
    const { account, raw, read, toAccount } = row
    const accounts = [account, ...formerOf(account)]
    if (read === undefined) {
      const nth = count(`${account} ${raw}`)
      return { all: some(accounts.map(each => idByLine(each, raw, nth))) }
    }
    const own = ownIdOf(row)
    const movement = movementOf(row)
    if (toAccount !== undefined) {
      const { date, minor, currency } = movement
      const nth = count(`${account} ${toAccount} ${date} ${minor} ${currency}`)
      return { all: [idOfTransfer(movement, toAccount, nth)], own }
    }
    const bankId = read.bankId?.trim() ?? ''
    const isReliable = bankId !== '' && !unreliable.has(account)
    const nth = isReliable ? 1 : count(`${contentKey(movement)} ${bankId}`)
    const ids = accounts.flatMap(each => {
      const moved = { ...movement, account: each }
      const byBank = bankId === '' ? [] : [idByBank(moved, bankId)]
      // Costs its time, and is asked for only where the name does not tell.
      const byContent = isReliable ? [] : [idByContent(moved, nth, bankId)]
      return [...byContent, ...byBank]
    })
    return { all: some(ids), own }
  })
}

/** Parts of one transaction that have the same amount are numbered by whoever reads them. */
export function ownIdOf({ read }: Reviewed): string | undefined {
  const [id = ''] = (read?.bankId?.trim() ?? '').split(' #')
  const isOurs = kindOfId(id) === 'transaction' && docIdPattern.test(id)
  return isOurs ? id : undefined
}

/** Of a row that is to be another movement than the one it looks like. */
export function idAnew(row: Reviewed, isUsed: (id: string) => boolean): string {
  for (let nth = 2; ; nth++) {
    const id = idByContent(movementOf(row), nth, row.read?.bankId?.trim())
    if (!isUsed(id)) return id
  }
}

/** Under which a row is brought in whose name the bank gave to another movement before. */
export function idBeside(row: Reviewed): string {
  return idByContent(movementOf(row), 1, row.read?.bankId?.trim())
}

function movementOf({ account, currency, read }: Reviewed): Movement {
  const { date = '', minor = 0, description, payee } = read ?? {}
  return {
    account,
    date,
    minor,
    currency,
    description: description || payee || '',
  }
}

function unreliableAccounts(rows: readonly Reviewed[]): ReadonlySet<string> {
  const said = new Map<string, string>()
  const unreliable = new Set<string>()
  for (const row of rows) {
    const bankId = row.read?.bankId?.trim() ?? ''
    if (bankId === '') continue
    const { account, currency, minor, date, description } = movementOf(row)
    const key = `${account} ${currency} ${minor} ${bankId}`
    const words = `${date} ${normalWords(description)}`
    const before = said.get(key)
    if (before !== undefined && before !== words) unreliable.add(account)
    said.set(key, words)
  }
  return unreliable
}

function contentKey(movement: Movement): string {
  const { account, date, minor, currency, description } = movement
  const words = normalWords(description)
  return `${account} ${date} ${minor} ${currency} ${words}`
}

function some(ids: readonly string[]): RowIds['all'] {
  const [first = '', ...others] = ids
  return [first, ...others]
}
