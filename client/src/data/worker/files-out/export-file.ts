import { isEmptyFilter } from '@ourmoney/shared/transaction/filter.ts'
import type { WorkProgress } from '../../changes.ts'
import type { ExportAsk, ExportedFile } from '../../files.ts'
import { LedgerError } from '../../ledger-error.ts'
import { exportFromMemory, exportJson } from '../export-json.ts'
import type { LedgerParts } from '../ledger-parts.ts'
import { collect } from './collect.ts'
import { tableRows } from './table-rows.ts'

const all = {
  view: 'transactions',
  order: { by: 'date', descending: true },
  from: 0,
  to: Infinity,
} as const

/** Nothing when it was cancelled. */
export async function exportFile(
  ask: ExportAsk,
  parts: Pick<LedgerParts, 'model' | 'store' | 'now'>,
  onProgress: (progress: WorkProgress) => void,
  signal: AbortSignal,
): Promise<ExportedFile | undefined> {
  const { model, store } = parts
  const work = { ask, model, onProgress, signal, now: parts.now() }
  try {
    return { blob: await write({ ...work, store }), isPartial: false }
  } catch (cause) {
    if (signal.aborted) return undefined
    if (!(cause instanceof LedgerError)) throw cause
    // On a full disk some browsers close their storage, for reading too.
    const blob = await write({ ...work, store: undefined })
    return { blob, isPartial: true }
  }
}

type Writing = {
  readonly ask: ExportAsk
  readonly model: LedgerParts['model']
  /** Nothing where it cannot be read: what is in memory has to do. */
  readonly store: LedgerParts['store'] | undefined
  readonly onProgress: (progress: WorkProgress) => void
  readonly signal: AbortSignal
  readonly now: number
}

async function write(writing: Writing): Promise<Blob> {
  const { ask } = writing
  if (ask.format === 'json') return writeJson(writing)
  if (ask.format === 'ofx' || ask.format === 'qif') {
    return writeStatements(ask, writing)
  }
  const rows = tableRows({ ...writing, filter: ask.filter })
  if (ask.format === 'csv') {
    const { writeCsv } = await import('./write-csv.ts')
    return collect(writeCsv(rows, ask.words, ask.csv), 'text/csv;charset=utf-8')
  }
  const { writeXlsx } = await import('./write-xlsx.ts')
  return writeXlsx(rows, ask.words)
}

/** What other programs read of banks: by account, oldest first. */
async function writeStatements(
  ask: Extract<ExportAsk, { readonly noAccount: string }>,
  { model, ...writing }: Writing,
): Promise<Blob> {
  const { filter, noAccount } = ask
  const { statementsOf } = await import('./statements-of.ts')
  const statements = await statementsOf({
    model,
    rows: tableRows({ ...writing, model, filter, isWhole: true }),
    isAll: isEmptyFilter(filter),
    noAccount,
  })
  if (ask.format === 'ofx') {
    const { writeOfx } = await import('./write-ofx.ts')
    const pieces = writeOfx(statements, new Date(writing.now))
    return collect(pieces, 'application/x-ofx')
  }
  const { writeQif } = await import('./write-qif.ts')
  return collect(writeQif(statements, ask.dateOrder), 'application/qif')
}

async function writeJson(writing: Writing): Promise<Blob> {
  const { ask, model, store, onProgress, signal } = writing
  const { filter } = ask
  if (store === undefined) {
    const { rows } = model.transactions({ ...all, filter })
    return exportFromMemory(model.smallDocs(), rows)
  }
  const ids = [...model.smallIds(), ...model.select({ filter, except: [] })]
  let done = 0
  return exportJson(ids, store, count => {
    signal.throwIfAborted()
    done += count
    onProgress({ phase: 'writing', done, all: ids.length })
  })
}
