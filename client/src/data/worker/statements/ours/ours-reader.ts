import { success } from '@ourmoney/shared/result.ts'
import type {
  StatementBatch,
  StatementIssue,
  StatementRow,
} from '@ourmoney/shared/statement/statement.ts'
import { gatherAccounts } from '../accounts.ts'
import { plainRecords } from '../json-records.ts'
import type { StatementEvent } from '../machine.ts'
import {
  batchSize,
  mostLookedAt,
  mostRows,
  StatementFileError,
  type StatementReader,
  type StatementSource,
} from '../reader.ts'
import { gatherNames, type OursNames } from './ours-names.ts'
import { readOurs } from './ours-row.ts'

/**
 * Our own JSON export: its transactions, each with its id, and the names of
 * what they refer to. Records stand in any order, so it is read twice.
 */
export const oursReader: StatementReader = {
  format: 'ourmoney',
  isOne: head => /^\s*\{\s*"format"\s*:\s*"ourmoney"\s*[,}]/.test(head),
  look: async source => {
    const names = await namesIn(source)
    const accounts = gatherAccounts()
    const rows: StatementRow[] = []
    const issues: StatementIssue[] = []
    for await (const { events } of eventsIn(source, names)) {
      for (const event of events) {
        if (event.kind === 'row') {
          const { account, transferTo } = event.row
          for (const key of [account, transferTo]) {
            const known = names.account(key)
            if (known !== undefined) accounts.add(known)
          }
          if (rows.length < mostLookedAt) rows.push(event.row)
        }
        if (event.kind === 'issue' && issues.length < mostLookedAt) {
          issues.push(event.issue)
        }
      }
    }
    return success({
      format: 'ourmoney',
      choices: { encoding: source.encoding },
      encodings: [],
      accounts: accounts.all(),
      rows,
      issues,
      signature: 'ourmoney',
    })
  },
  read: async function* (source) {
    const names = await namesIn(source)
    const all = source.blob.size
    let batch = newBatch()
    let told = 0
    for await (const { events, bytesRead } of eventsIn(source, names)) {
      const bytes = Math.min(bytesRead, all - told)
      told += bytes
      batch.bytesRead += bytes
      for (const event of events) {
        if (event.kind === 'row') batch.rows.push(event.row)
        if (event.kind === 'issue') batch.issues.push(event.issue)
        if (batch.rows.length + batch.issues.length < batchSize) continue
        yield batch
        batch = newBatch()
      }
    }
    batch.bytesRead += all - told
    yield batch
  },
}

function newBatch() {
  return {
    rows: [] as StatementRow[],
    issues: [] as StatementIssue[],
    pending: 0,
    bytesRead: 0,
  } satisfies StatementBatch
}

const path = '$.docs.*'

async function namesIn(source: StatementSource): Promise<OursNames> {
  const gathered = gatherNames()
  for await (const { records } of plainRecords(source.text(), path)) {
    for (const record of records) gathered.add(record)
  }
  return gathered.names()
}

async function* eventsIn(
  source: StatementSource,
  names: OursNames,
): AsyncGenerator<{
  readonly events: readonly StatementEvent[]
  readonly bytesRead: number
}> {
  let row = 0
  let count = 0
  for await (const read of plainRecords(source.text(), path)) {
    const events: StatementEvent[] = []
    for (const record of read.records) {
      row += 1
      const event = readOurs(record, row, names)
      if (event === undefined) continue
      events.push(event)
      count += 1
      if (count > mostRows) throw new StatementFileError('too-many-rows')
    }
    yield { events, bytesRead: read.bytesRead }
  }
}
