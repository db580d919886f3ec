import type { Account } from '@ourmoney/shared/account/account.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import type { OutAccount, OutMovement, OutStatement } from './out-statement.ts'
import type { TableRow } from './table-rows.ts'

type StatementsAsk = {
  readonly model: ReadModel
  /** Newest first, the parts of a split one together. */
  readonly rows: AsyncIterable<readonly TableRow[]>
  /** All that there is: then it is known what is in an account at the end. */
  readonly isAll: boolean
  /** What transactions in no account are called. */
  readonly noAccount: string
}

/** Rows as the statements of their accounts; a transfer stands in both of its own. */
export async function statementsOf(
  ask: StatementsAsk,
): Promise<readonly OutStatement[]> {
  const accounts = new Map(
    ask.model.docs('account').map(doc => [doc._id, doc] as const),
  )
  const movements = new Map<string, { of: OutAccount; rows: OutMovement[] }>()

  function add(id: string | undefined, row: OutMovement): void {
    const of = accountOf(accounts.get(id ?? ''), row, ask.noAccount)
    const found = movements.get(of.key) ?? { of, rows: [] }
    found.rows.push(row)
    movements.set(of.key, found)
  }

  for await (const rows of ask.rows) {
    for (const whole of wholes(rows)) {
      const [row] = whole
      const { arrival, accountId } = row
      add(accountId, {
        ...movementOf(whole),
        ...(arrival && { transferTo: arrival.account || ask.noAccount }),
      })
      if (arrival !== undefined) {
        add(arrival.accountId, {
          ...movementOf([row]),
          minor: arrival.minor,
          currency: arrival.currency,
          transferTo: row.account || ask.noAccount,
        })
      }
    }
  }
  return [...movements.values()].map(({ of, rows }) =>
    statementOf(of, rows.toReversed(), ask),
  )
}

function statementOf(
  account: OutAccount,
  rows: readonly OutMovement[],
  { model, isAll }: StatementsAsk,
): OutStatement {
  const from = rows[0]?.date ?? ''
  const until = rows.at(-1)?.date ?? ''
  const balance = isAll
    ? model
        .balances({ view: 'balances', date: until })
        .accounts.find(({ id }) => id === account.key)?.minor
    : undefined
  return {
    account,
    from,
    until,
    rows,
    ...(balance !== undefined && { closing: { minor: balance, date: until } }),
  }
}

function accountOf(
  doc: Account | undefined,
  { currency }: OutMovement,
  noAccount: string,
): OutAccount {
  if (doc !== undefined) {
    return {
      key: doc._id,
      name: doc.name,
      type: doc.type,
      currency: doc.currency,
    }
  }
  const name = `${noAccount} ${currency}`
  return { key: `none-${currency}`, name, type: 'other', currency }
}

type Whole = readonly [TableRow, ...TableRow[]]

/** Batches never part what belongs to one transaction. */
function wholes(rows: readonly TableRow[]): readonly Whole[] {
  const found: [TableRow, ...TableRow[]][] = []
  for (const row of rows) {
    const last = found.at(-1)
    if (last !== undefined && last[0].id === row.id) last.push(row)
    else found.push([row])
  }
  return found
}

function movementOf(whole: Whole): OutMovement {
  const [row] = whole
  const isSplit = row.part !== undefined
  return {
    id: row.id,
    date: row.date,
    minor: whole.reduce((sum, each) => sum + each.minor, 0),
    currency: row.currency,
    description: row.description,
    ...(row.payee !== '' && { payee: row.payee }),
    ...(row.category !== '' && !isSplit && { category: row.category }),
    ...(row.notes !== '' && { notes: row.notes }),
    ...(isSplit && {
      parts: whole.map(({ minor, category, partNotes }) => ({
        minor,
        ...(category !== '' && { category }),
        ...(partNotes !== '' && { notes: partNotes }),
      })),
    }),
  }
}
