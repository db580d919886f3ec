import { readDay, type RateRowIssue } from '@ourmoney/shared/rate/day-rates.ts'
import { failure, success, type Result } from '@ourmoney/shared/result.ts'
import { decodeDoc, type StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import { encodeDoc } from '@ourmoney/shared/sync/encode.ts'
import { firstVersion } from '@ourmoney/shared/sync/history.ts'
import type { DocOf } from '@ourmoney/shared/sync/kinds.ts'
import type {
  RatesChoice,
  RatesFile,
  RatesFileIssue,
  RatesProgress,
} from '../../files.ts'
import { LedgerError } from '../../ledger-error.ts'
import type { DocStore } from '../doc-store.ts'
import { daysOf } from './days-of.ts'
import { RatesFileError } from './rates-file.ts'

/** The bank whose files these are gives numbers for one euro. */
const base = 'EUR'
const batchSize = 2_000
const mostListed = 1_000

export async function lookAtRates(
  file: Blob,
): Promise<Result<RatesFile, RatesFileIssue>> {
  const counts = new Map<string, number>()
  const days = new Set<string>()
  let unreadable = 0
  try {
    for await (const { row } of daysOf(file)) {
      const day = readDay(row, base, () => true)
      if (day.date !== '') days.add(day.date)
      unreadable += day.issues.length
      for (const { base: one, quote } of day.rates) {
        const currency = one === base ? quote : one
        counts.set(currency, (counts.get(currency) ?? 0) + 1)
      }
    }
  } catch (error) {
    if (error instanceof RatesFileError) return failure(error.issue)
    throw error
  }
  return success({
    base,
    currencies: [...counts]
      .map(([currency, count]) => ({ currency, count }))
      .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
    days: [...days].sort(),
    unreadable,
  })
}

export type ImportRatesDeps = {
  readonly store: DocStore
  readonly onProgress: (progress: RatesProgress) => void
  readonly isCancelled: () => boolean
}

type Counts = {
  -readonly [Field in keyof RatesProgress]: RatesProgress[Field]
} & { unreadableRows: RateRowIssue[] }

/**
 * Writes the rates of the choice in batches. Their first revisions are derived
 * from the file alone: the same file brings nothing twice, on any device.
 */
export async function importRates(
  file: Blob,
  choice: RatesChoice,
  { store, onProgress, isCancelled }: ImportRatesDeps,
): Promise<RatesProgress> {
  const counts = newCounts(file.size)
  const wanted = new Set(choice.currencies)
  const isWanted = (quote: string) => wanted.has(quote)
  let batch: DocOf<'rate'>[] = []

  async function flush(): Promise<void> {
    const docs = batch
    batch = []
    await writeRates(docs, store, counts)
    onProgress({ ...counts })
  }

  try {
    for await (const { row, bytesRead } of daysOf(file)) {
      counts.bytesRead = bytesRead
      const day = readDay(row, base, isWanted)
      if (day.date !== '') {
        if (day.date < choice.from || day.date > choice.to) continue
        counts.days += 1
      }
      counts.missing += day.missing
      counts.unreadable += day.issues.length
      const room = mostListed - counts.unreadableRows.length
      counts.unreadableRows.push(...day.issues.slice(0, room))
      batch.push(...day.rates)
      if (batch.length < batchSize) continue
      await flush()
      if (isCancelled()) return { ...counts, phase: 'cancelled' }
    }
  } catch (error) {
    if (!(error instanceof RatesFileError)) throw error
    // It was whole when it was looked at.
    throw new LedgerError('not-an-export', error.message, error)
  }
  await flush()
  const done = { ...counts, phase: 'done' as const, bytesRead: file.size }
  onProgress(done)
  return done
}

async function writeRates(
  docs: readonly DocOf<'rate'>[],
  store: DocStore,
  counts: Counts,
): Promise<void> {
  const byId = new Map(docs.map(doc => [doc._id, doc]))
  counts.known += docs.length - byId.size
  const stored = await store.read([...byId.keys()])
  const fresh = [...byId.values()].filter((doc, index) => {
    const state = stateOf(stored[index], doc)
    counts[state] += 1
    return state === 'added'
  })
  if (fresh.length === 0) return
  await store.write(fresh.map(doc => encodeDoc(doc) as unknown as StoredDoc))
}

function stateOf(
  stored: StoredDoc | undefined,
  doc: DocOf<'rate'>,
): 'added' | 'known' | 'changed' | 'deletedBefore' {
  if (stored === undefined) return 'added'
  const decoded = decodeDoc(stored)
  if (decoded.state !== 'known' || decoded.doc._deleted === true) {
    return 'deletedBefore'
  }
  // What a person made of it since does not make the file's another.
  const { ratePpm } = firstVersion(decoded.doc)
  return ratePpm === doc.ratePpm ? 'known' : 'changed'
}

function newCounts(bytesAll: number): Counts {
  return {
    phase: 'reading',
    bytesRead: 0,
    bytesAll,
    days: 0,
    added: 0,
    known: 0,
    changed: 0,
    deletedBefore: 0,
    missing: 0,
    unreadable: 0,
    unreadableRows: [],
  }
}
