import type { Counting } from '@ourmoney/shared/calendar/periods.ts'
import { askOnce } from '../../../data/ask-once.ts'
import type { Ledger } from '../../../data/ledger.ts'
import type { PdfReport } from '../../../pdf/content.ts'
import type { PdfDrawing } from '../../../pdf/draw-apart.ts'
import { reportWords, type ReportWords } from '../words-for.ts'
import { askAll } from './answers.ts'
import { appendixRows } from './appendix-rows.ts'
import { planPdf, type PdfWish } from './plan.ts'
import { reportFor } from './report-for.ts'

export type PdfProgress = {
  readonly phase: 'reading' | 'drawing' | 'finishing'
  readonly done: number
  readonly all: number
}

type Making = {
  readonly ledger: Pick<Ledger, 'openView'>
  readonly wish: PdfWish
  readonly words: Pick<ReportWords, 't' | 'locale'>
  readonly language: PdfReport['language']
  readonly counting: Counting
  readonly today: string
  /** Milliseconds since 1970. */
  readonly now: number
  readonly draw: () => PdfDrawing
}

/** Of all the work, in the order of the phases; measured, and only roughly. */
const shares = { read: 0.25, drawn: 0.85 }
/** How often it begins anew when the ledger changes while it is read. */
const mostTries = 3

/** The report as a file; nothing when it was stopped. All its figures are of one moment of the ledger. */
export async function makeReport(
  making: Making,
  onProgress: (progress: PdfProgress) => void,
  signal: AbortSignal,
): Promise<Blob | undefined> {
  for (let left = mostTries; ; left--) {
    const drawing = making.draw()
    const stopped = new Promise<undefined>(resolve => {
      signal.addEventListener('abort', () => resolve(undefined))
    })
    try {
      const made = tryOnce(making, drawing, onProgress, signal, left === 1)
      const file = await Promise.race([made, stopped])
      if (signal.aborted) {
        // It ends by itself, as nobody answers it any more.
        made.catch(() => undefined)
        return undefined
      }
      if (file !== undefined) return file
    } catch (error) {
      if (signal.aborted) return undefined
      throw error
    } finally {
      drawing.stop()
    }
  }
}

/** Nothing when the ledger has changed meanwhile. */
async function tryOnce(
  making: Making,
  drawing: PdfDrawing,
  onProgress: (progress: PdfProgress) => void,
  signal: AbortSignal,
  isLast: boolean,
): Promise<Blob | undefined> {
  const { ledger, wish, counting, today } = making
  const { version, rows: oldest } = await lookAt(ledger, signal)
  const lookups = await askOnce(ledger, { view: 'lookups' }, signal)
  const words = reportWords({ ...making.words, today, counting })
  const plan = planPdf(wish, lookups, counting, today, oldest[0]?.date)
  const answers = await askAll(ledger, plan, signal)
  const all = answers.whole.spans[0]?.count ?? 0
  const tell = (phase: PdfProgress['phase'], share: number) =>
    onProgress({ phase, done: Math.round(share * 1_000), all: 1_000 })
  tell('reading', 0)
  if (wish.parts.has('transactions')) {
    let read = 0
    const rows = appendixRows(ledger, plan, answers, words, signal)
    for await (const batch of rows) {
      await drawing.add(batch)
      read += batch.transactions.length
      tell('reading', (shares.read * read) / Math.max(1, all))
    }
  }
  if (!isLast && (await lookAt(ledger, signal)).version !== version)
    return undefined
  const { language, now } = making
  const report = reportFor(plan, answers, words, language, now)
  let drawn = 0
  tell('drawing', shares.read)
  return drawing.draw(report, count => {
    drawn += count
    if (drawn >= all) return tell('finishing', shares.drawn)
    const part = drawn / Math.max(1, all)
    tell('drawing', shares.read + (shares.drawn - shares.read) * part)
  })
}

/** Which version the ledger is of, and its oldest transaction. */
async function lookAt(ledger: Pick<Ledger, 'openView'>, signal: AbortSignal) {
  return askOnce(
    ledger,
    {
      view: 'transactions',
      filter: {},
      order: { by: 'date', descending: false },
      from: 0,
      to: 1,
    },
    signal,
  )
}
