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

/** Gives rows their ids while a file is read. */
export type GivingIds = {
  /** In the file's order. */
  readonly add: (row: Reviewed) => void
  /** Of all rows, in their order. */
  readonly end: () => readonly RowIds[]
}

/**
 * Equal rows of a day are counted. A bank that gives one name to several
 * movements of an account is not believed: there names count together with what
 * the rows say. So rows that have a name wait for the last one.
 */
export function givingIds(
  /** Accounts that became the one of a row: it may have been brought in with them. */
  formerOf: (account: string) => readonly string[],
): GivingIds {
  const rows: Reviewed[] = []
  const given: (RowIds | undefined)[] = []
  const counts = new Map<string, number>()
  const count = (key: string) => {
    const nth = (counts.get(key) ?? 0) + 1
    counts.set(key, nth)
    return nth
  }
  const accountsOf = ({ account }: Reviewed) => [account, ...formerOf(account)]

  function unnamed(row: Reviewed): RowIds {
    const { account, raw, read, toAccount } = row
    if (read === undefined) {
      const nth = count(`${account} ${raw}`)
      const ids = accountsOf(row).map(each => idByLine(each, raw, nth))
      return { all: some(ids) }
    }
    const movement = movementOf(row)
    if (toAccount !== undefined) {
      const { date, minor, currency } = movement
      const nth = count(`${account} ${toAccount} ${date} ${minor} ${currency}`)
      const id = idOfTransfer(movement, toAccount, nth)
      return { all: [id], own: ownIdOf(row) }
    }
    const nth = count(`${contentKey(movement)} `)
    const ids = accountsOf(row).map(each =>
      idByContent({ ...movement, account: each }, nth),
    )
    return { all: some(ids) }
  }

  function named(row: Reviewed, isReliable: boolean): RowIds {
    const bankId = bankIdOf(row)
    const movement = movementOf(row)
    const nth = isReliable ? 1 : count(`${contentKey(movement)} ${bankId}`)
    const ids = accountsOf(row).flatMap(each => {
      const moved = { ...movement, account: each }
      const byBank = idByBank(moved, bankId)
      // Costs its time, and is asked for only where the name does not tell.
      return isReliable ? byBank : [idByContent(moved, nth, bankId), byBank]
    })
    return { all: some(ids), own: ownIdOf(row) }
  }

  return {
    add: row => {
      const isNamed = bankIdOf(row) !== '' && row.toAccount === undefined
      rows.push(row)
      given.push(isNamed ? undefined : unnamed(row))
    },
    end: () => {
      const unreliable = unreliableAccounts(rows)
      return rows.map(
        (row, at) => given[at] ?? named(row, !unreliable.has(row.account)),
      )
    },
  }
}

function bankIdOf({ read }: Reviewed): string {
  return read?.bankId?.trim() ?? ''
}

/** Parts of one transaction that have the same amount are numbered by whoever reads them. */
export function ownIdOf(row: Reviewed): string | undefined {
  const [id = ''] = bankIdOf(row).split(' #')
  const isOurs = kindOfId(id) === 'transaction' && docIdPattern.test(id)
  return isOurs ? id : undefined
}

/** Of a row that is to be another movement than the one it looks like. */
export function idAnew(row: Reviewed, isUsed: (id: string) => boolean): string {
  for (let nth = 2; ; nth++) {
    const id = idByContent(movementOf(row), nth, bankIdOf(row))
    if (!isUsed(id)) return id
  }
}

/** Under which a row is brought in whose name the bank gave to another movement before. */
export function idBeside(row: Reviewed): string {
  return idByContent(movementOf(row), 1, bankIdOf(row))
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
    const bankId = bankIdOf(row)
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
