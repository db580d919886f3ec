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
 * the rows say, which is known after the last one.
 */
export function givingIds(
  /** Accounts that became the one of a row: it may have been brought in with them. */
  formerOf: (account: string) => readonly string[],
): GivingIds {
  const given: RowIds[] = []
  /** By place. */
  const named = new Map<number, Reviewed>()
  const firstNamed = new Map<string, Reviewed>()
  const unreliable = new Set<string>()
  const counts = new Map<string, number>()
  const count = (key: string) => {
    const nth = (counts.get(key) ?? 0) + 1
    counts.set(key, nth)
    return nth
  }

  /** Of a row in its account, and as it was in former ones. */
  function inAll(row: Reviewed, idIn: (account: string) => string) {
    return [idIn(row.account), ...formerOf(row.account).map(idIn)] as const
  }

  function byContent(row: Reviewed, bankId = ''): RowIds['all'] {
    const movement = movementOf(row)
    const first = idByContent(movement, 1, bankId)
    // Rows are equal where these are.
    const nth = count(first)
    return inAll(row, account =>
      nth === 1 && account === movement.account
        ? first
        : idByContent({ ...movement, account }, nth, bankId),
    )
  }

  function unnamed(row: Reviewed): RowIds {
    const { account, raw, read, toAccount } = row
    if (read === undefined) {
      const nth = count(`${account} ${raw}`)
      return { all: inAll(row, each => idByLine(each, raw, nth)) }
    }
    if (toAccount === undefined) return { all: byContent(row) }
    const movement = movementOf(row)
    const { date, minor, currency } = movement
    const nth = count(`${account} ${toAccount} ${date} ${minor} ${currency}`)
    const id = idOfTransfer(movement, toAccount, nth)
    return { all: [id], own: ownIdOf(row) }
  }

  /** As if the bank could be believed. */
  function idsByBank(row: Reviewed): RowIds {
    const movement = movementOf(row)
    const bankId = bankIdOf(row)
    const all = inAll(row, account =>
      idByBank({ ...movement, account }, bankId),
    )
    const first = firstNamed.get(all[0])
    if (first === undefined) firstNamed.set(all[0], row)
    else if (wordsOf(first) !== wordsOf(row)) unreliable.add(row.account)
    return { all, own: ownIdOf(row) }
  }

  function withContent(row: Reviewed, { all, own }: RowIds): RowIds {
    const [id, ...former] = byContent(row, bankIdOf(row))
    const [name, ...formerNames] = all
    const others = former.flatMap((each, at) => [each, formerNames[at] ?? each])
    return { all: [id, name, ...others], own }
  }

  return {
    add: row => {
      const byBank = bankIdOf(row) === '' ? undefined : idsByBank(row)
      if (byBank === undefined || row.toAccount !== undefined) {
        given.push(unnamed(row))
      } else {
        named.set(given.length, row)
        given.push(byBank)
      }
    },
    end: () => {
      for (const [at, row] of unreliable.size > 0 ? named : []) {
        const ids = given[at]
        if (ids === undefined || !unreliable.has(row.account)) continue
        given[at] = withContent(row, ids)
      }
      return given
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

function wordsOf(row: Reviewed): string {
  const { date, description } = movementOf(row)
  return `${date} ${normalWords(description)}`
}
