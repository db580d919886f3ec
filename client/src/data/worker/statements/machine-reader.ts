import { failure, success } from '@ourmoney/shared/result.ts'
import type {
  ReadChoices,
  ReadContext,
  StatementBatch,
  StatementFormat,
  StatementIssue,
  StatementRow,
} from '@ourmoney/shared/statement/statement.ts'
import { gatherAccounts } from './accounts.ts'
import type {
  MachineSetting,
  StatementEvent,
  StatementMachine,
} from './machine.ts'
import {
  batchSize,
  mostLookedAt,
  mostRows,
  StatementFileError,
  type StatementReader,
  type StatementSource,
} from './reader.ts'

type MachineKind = {
  readonly format: StatementFormat
  readonly isOne: StatementReader['isOne']
  readonly start: (setting: MachineSetting) => StatementMachine
  /** What only the whole file decides, as far as the choices leave it open. */
  readonly decide?: (
    source: StatementSource,
    choices: ReadChoices,
    context: ReadContext,
  ) => Promise<ReadChoices>
}

/** A reader of what a machine reads. */
export function machineReader(kind: MachineKind): StatementReader {
  return {
    format: kind.format,
    isOne: kind.isOne,
    look: async (source, asked, context) => {
      try {
        return success(await look(kind, source, asked, context))
      } catch (error) {
        if (error instanceof StatementFileError) return failure(error.issue)
        throw error
      }
    },
    read: (source, asked, context) => read(kind, source, asked, context),
  }
}

async function look(
  kind: MachineKind,
  source: StatementSource,
  asked: ReadChoices,
  context: ReadContext,
) {
  const choices = await decided(kind, source, asked, context)
  const accounts = gatherAccounts()
  const makers = new Set<string>()
  const rows: StatementRow[] = []
  const issues: StatementIssue[] = []
  // To its end: accounts and their last balances may stand there.
  for await (const { events } of run(kind, source, choices, context)) {
    for (const event of events) {
      if (event.kind === 'account') accounts.add(event.account)
      if (event.kind === 'maker' && makers.size < 5) makers.add(event.name)
      if (event.kind === 'row' && rows.length < mostLookedAt) {
        rows.push(event.row)
      }
      if (event.kind === 'issue' && issues.length < mostLookedAt) {
        issues.push(event.issue)
      }
    }
  }
  return {
    format: kind.format,
    choices,
    encodings: [source.encoding],
    accounts: accounts.all(),
    rows,
    issues,
    signature: [kind.format, ...[...makers].sort()].join(' '),
  }
}

async function* read(
  kind: MachineKind,
  source: StatementSource,
  asked: ReadChoices,
  context: ReadContext,
): AsyncGenerator<StatementBatch> {
  const choices = await decided(kind, source, asked, context)
  let rows: StatementRow[] = []
  let issues: StatementIssue[] = []
  let pending = 0
  let bytesRead = 0
  let bytesTold = 0

  function cut(): StatementBatch {
    const batch = { rows, issues, pending, bytesRead: bytesRead - bytesTold }
    bytesTold = bytesRead
    rows = []
    issues = []
    pending = 0
    return batch
  }

  for await (const piece of run(kind, source, choices, context)) {
    bytesRead = piece.bytesRead
    for (const event of piece.events) {
      if (event.kind === 'row') rows.push(event.row)
      if (event.kind === 'issue') issues.push(event.issue)
      if (event.kind === 'pending') pending += 1
      if (rows.length + issues.length >= batchSize) yield cut()
    }
  }
  bytesRead = source.blob.size
  yield cut()
}

async function decided(
  kind: MachineKind,
  source: StatementSource,
  asked: ReadChoices,
  context: ReadContext,
): Promise<ReadChoices> {
  const choices = {
    ...asked,
    encoding: source.encoding,
    isTurned: asked.isTurned ?? false,
    withPending: asked.withPending ?? false,
  }
  return kind.decide === undefined
    ? choices
    : kind.decide(source, choices, context)
}

async function* run(
  kind: MachineKind,
  source: StatementSource,
  choices: ReadChoices,
  context: ReadContext,
): AsyncGenerator<{
  readonly events: readonly StatementEvent[]
  readonly bytesRead: number
}> {
  let events: StatementEvent[] = []
  let count = 0
  const emit = (event: StatementEvent) => {
    if (event.kind === 'row' || event.kind === 'issue') count += 1
    if (count > mostRows) throw new StatementFileError('too-many-rows')
    events.push(turned(event, choices))
  }
  const machine = kind.start({ choices, context, emit })
  const { size } = source.blob
  // Decoded text no longer says its bytes; for progress this is close enough.
  const width = source.encoding.startsWith('utf-16') ? 2 : 1
  let read = 0
  for await (const text of source.text()) {
    machine.take(text)
    read += text.length * width
    yield { events, bytesRead: Math.min(read, size) }
    events = []
  }
  machine.end()
  yield { events, bytesRead: size }
}

function turned(event: StatementEvent, choices: ReadChoices): StatementEvent {
  if (choices.isTurned !== true || event.kind !== 'row') return event
  const { row } = event
  return {
    kind: 'row',
    row: {
      ...row,
      minor: 0 - row.minor,
      ...(row.parts !== undefined && {
        parts: row.parts.map(part => ({ ...part, minor: 0 - part.minor })),
      }),
    },
  }
}
