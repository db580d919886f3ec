import { success } from '@ourmoney/shared/result.ts'
import type {
  ReadChoices,
  StatementAccount,
  StatementIssue,
  StatementRow,
} from '@ourmoney/shared/statement/statement.ts'
import type { Ledger } from '../ledger.ts'
import type {
  Review,
  ReviewRow,
  StatementAsk,
  StatementLooked,
} from '../statements.ts'
import { hashFile } from '../worker/hash-file.ts'
import type { ReadStatements } from '../worker/statements/read-statement.ts'

/** What a file of a bank says, without a bank's way to say it. */
export type Statement = {
  readonly rows: readonly Partial<StatementRow>[]
  readonly issues?: readonly StatementIssue[]
  readonly accounts?: readonly StatementAccount[]
  readonly pending?: number
}

const batchSize = 2_000

/** Reads such files. */
export const readPlainStatements: ReadStatements = {
  look: async ({ file, choices }) => {
    const { rows, issues, accounts } = await read(file)
    return success({
      format: 'csv',
      choices: { delimiter: ';', ...choices },
      encodings: ['utf-8'],
      accounts,
      rows: rows.slice(0, 100),
      issues,
      signature: 'csv:plain',
    })
  },
  open: async ({ file }) => {
    const { rows, issues, accounts, pending } = await read(file)
    let at = 0
    return success({
      fileHash: await hashFile(file),
      format: 'csv',
      accounts,
      next: async () => {
        if (at > 0 && at >= rows.length) return success(undefined)
        const batch = {
          rows: rows.slice(at, at + batchSize),
          issues: at === 0 ? issues : [],
          pending: at === 0 ? pending : 0,
          bytesRead: at === 0 ? file.size : 0,
        }
        at += batchSize
        return success(batch)
      },
      close: () => {},
    })
  },
}

async function read(file: Blob) {
  const statement = JSON.parse(await file.text()) as Statement
  const rows = statement.rows.map((row, at): StatementRow => ({
    row: at + 1,
    raw: `line ${at + 1}`,
    date: '2026-11-20',
    minor: -120,
    description: 'Coffee',
    ...row,
  }))
  const { issues = [], accounts = [], pending = 0 } = statement
  return { rows, issues, accounts, pending }
}

export function fileOf(statement: Statement): Blob {
  return new Blob([JSON.stringify(statement)])
}

const never = () => new AbortController().signal

/** What a file is, which has to be a statement. */
export async function lookAt(
  ledger: Ledger,
  file: Blob,
  choices: ReadChoices = {},
): Promise<StatementLooked> {
  const name = 'bank.csv'
  const looked = await ledger.lookAtStatement(file, name, choices, {}, never())
  if (looked?.ok !== true) throw new Error(JSON.stringify(looked))
  return looked.value
}

/** The review of a file, which has to be readable. */
export async function reviewOf(
  ledger: Ledger,
  statement: Statement,
  account: string | StatementAsk['accounts'],
): Promise<Review> {
  const accounts = typeof account === 'string' ? { '': account } : account
  const read = await ledger.reviewStatement(
    { file: fileOf(statement), name: 'bank.csv', choices: {}, accounts },
    () => {},
    never(),
  )
  if (read?.ok !== true) throw new Error(JSON.stringify(read))
  return read.value
}

export async function rowsOf(
  ledger: Ledger,
  review: Review,
): Promise<readonly ReviewRow[]> {
  const { rows } = await ledger.reviewRows(review.id, undefined, 0, 100)
  return rows
}

export function bringIn(ledger: Ledger, review: Review) {
  return ledger.bringIn(review.id, () => {}, never())
}

/** Reviewed and brought in as it is proposed. */
export async function bringInFile(
  ledger: Ledger,
  statement: Statement,
  account: string | StatementAsk['accounts'],
) {
  return bringIn(ledger, await reviewOf(ledger, statement, account))
}

export function undoBatch(ledger: Ledger, batch: string) {
  return ledger.undoBatch(batch, () => {}, never())
}
