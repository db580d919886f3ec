import { proxy } from 'comlink'
import { startThread } from '../platform/thread.ts'
import type { PdfBatch, PdfReport } from './content.ts'
import type { PdfPort } from './pdf-worker.ts'
// oxlint-disable-next-line import/default -- the address that Vite makes, not the module.
import workerUrl from './pdf-worker.ts?worker&url'

/** A report on its way to become a file. */
export type PdfDrawing = {
  readonly add: (batch: PdfBatch) => Promise<void>
  readonly draw: (
    report: PdfReport,
    onDrawn: (count: number) => void,
  ) => Promise<Blob>
  /** Also in the middle of it. */
  readonly stop: () => void
}

/** Draws in a thread of its own, which has the library and the fonts. */
export function drawApart(): PdfDrawing {
  const { port, answer, end } = startThread<PdfPort>(workerUrl, 'pdf')
  return {
    add: batch => answer(port.add(batch)),
    draw: (report, onDrawn) => answer(port.draw(report, proxy(onDrawn))),
    stop: end,
  }
}
