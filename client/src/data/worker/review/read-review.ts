import { failure, success, type Result } from '@ourmoney/shared/result.ts'
import type {
  ReadContext,
  StatementAccount,
  StatementFileIssue,
  StatementFormat,
  StatementIssue,
  StatementRow,
} from '@ourmoney/shared/statement/statement.ts'
import type { StatementAsk, StatementProgress } from '../../statements.ts'
import type { ReadStatements } from '../statements/read-statement.ts'
import { untilAborted } from '../until-aborted.ts'
import { givingIds, type RowIds } from './give-ids.ts'
import type { LedgerNames } from './ledger-names.ts'
import { fieldsOf, type Reviewed } from './reviewed.ts'

/** A file read to its end, with the ledger's names for what it names. */
export type ReadFile = {
  readonly format: StatementFormat
  readonly fileHash: string
  readonly accounts: readonly StatementAccount[]
  readonly rows: readonly Reviewed[]
  /** Which each row may stand in the ledger with. */
  readonly ids: readonly RowIds[]
  readonly pending: number
}

/** Milliseconds. More often nobody sees how far it is, and each time takes the reading its core. */
const tellEvery = 100

type Reading = {
  readonly reading: ReadStatements
  readonly names: LedgerNames
  readonly context: ReadContext
  readonly onProgress: (progress: StatementProgress) => void
  readonly signal: AbortSignal
  readonly now: () => number
}

/** Nothing after a cancel, which stops the reading at once. */
export async function readFile(
  { file, name, choices, accounts: places }: StatementAsk,
  { reading, names, context, onProgress, signal, now }: Reading,
): Promise<Result<ReadFile, StatementFileIssue> | undefined> {
  const currencies = currenciesOf(places, names)
  const asked = { file, name, choices, context: { ...context, currencies } }
  const opened = await untilAborted(reading.open(asked, signal), signal)
  if (opened?.ok !== true) return opened
  const run = opened.value
  const { format, fileHash, accounts } = run
  const rows: Reviewed[] = []
  const giving = givingIds(formerAccounts(names))
  let pending = 0
  let bytesRead = 0
  let toldAt = -Infinity
  const seen = placing({ accounts, places, names, context })
  try {
    for (;;) {
      const next = await untilAborted(run.next(), signal)
      if (next === undefined) return undefined
      if (!next.ok) return failure(next.failure)
      if (next.value === undefined) break
      const batch = next.value
      pending += batch.pending
      bytesRead += batch.bytesRead
      for (const each of inOrder(batch.rows, batch.issues)) {
        const row = 'code' in each ? seen.issue(each) : seen.row(each)
        if (row === undefined) continue
        rows.push(row)
        // While the thread that reads is at what comes next.
        giving.add(row)
      }
      if (now() - toldAt < tellEvery) continue
      toldAt = now()
      onProgress({ rows: rows.length, bytesRead, bytesAll: file.size })
    }
  } finally {
    run.close()
  }
  const ids = giving.end()
  return success({ format, fileHash, accounts, rows, ids, pending })
}

function formerAccounts(names: LedgerNames) {
  const former = new Map<string, readonly string[]>()
  return (account: string) => {
    const known = former.get(account) ?? names.mergedInto(account)
    former.set(account, known)
    return known
  }
}

/** Amounts without a currency are in that of their account. */
export function currenciesOf(
  places: Readonly<Record<string, string>>,
  names: LedgerNames,
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(places).flatMap(([key, place]) => {
      const account = names.account(names.standing(place) ?? '')
      return account === undefined ? [] : [[key, account.currency]]
    }),
  )
}

function* inOrder(
  rows: readonly StatementRow[],
  issues: readonly StatementIssue[],
): Generator<StatementRow | StatementIssue> {
  let at = 0
  for (const row of rows) {
    for (; (issues[at]?.row ?? Infinity) < row.row; at++) {
      const issue = issues[at]
      if (issue !== undefined) yield issue
    }
    yield row
  }
  yield* issues.slice(at)
}

type Placing = {
  readonly accounts: readonly StatementAccount[]
  readonly places: Readonly<Record<string, string>>
  readonly names: LedgerNames
  readonly context: ReadContext
}

/** Rows where they are in the ledger; nothing for an account that nobody asked for. */
function placing({ accounts, places, names, context }: Placing) {
  const placeOf = (key: string) => {
    const place = places[key]
    return place === undefined ? undefined : names.standing(place)
  }
  const only = Object.keys(places).length === 1 ? Object.keys(places)[0] : ''
  const byKey = new Map(accounts.map(each => [each.key, each]))
  const keyNamed = new Map(accounts.map(({ key, name }) => [name, key]))

  function currencyOf(key: string, account: string, own?: string): string {
    return (
      own ??
      byKey.get(key)?.currency ??
      names.account(account)?.currency ??
      context.currency
    )
  }

  /** Between accounts of one currency what leaves is what arrives; else the file has to say what does. */
  function otherEnd(row: StatementRow, account: string, currency: string) {
    const name = row.transferTo?.trim() ?? ''
    if (name === '' || account === '') return undefined
    const other =
      placeOf(name) ??
      placeOf(keyNamed.get(name) ?? name) ??
      names.accountNamed(name)
    if (other === undefined || other === account) return undefined
    const arriving = row.arrives?.currency ?? currency
    return names.account(other)?.currency === arriving ? other : undefined
  }

  return {
    row: (row: StatementRow): Reviewed | undefined => {
      const key = row.account ?? ''
      const account = placeOf(key) ?? (key === '' ? '' : undefined)
      if (account === undefined) return undefined
      const currency = currencyOf(key, account, row.currency)
      const toAccount = otherEnd(row, account, currency)
      return {
        row: row.row,
        raw: row.raw,
        read: row,
        account,
        currency,
        toAccount,
        id: '',
        state: 'new',
        isTaken: true,
        isMatched: false,
        ...fieldsOf(row, names),
        // What most rows are given later: a place that is there needs no other.
        other: undefined,
        known: undefined,
        match: undefined,
        isAdvised: false,
        outcome: undefined,
      }
    },
    issue: (issue: StatementIssue): Reviewed => {
      const account = placeOf(only ?? '') ?? ''
      return {
        row: issue.row,
        raw: issue.raw,
        issue,
        account,
        currency: currencyOf(only ?? '', account),
        id: '',
        state: 'unreadable',
        isTaken: false,
        isMatched: false,
      }
    },
  }
}
