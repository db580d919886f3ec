import { expose } from 'comlink'
import type { PdfBatch, PdfReport } from './content.ts'
import furtherUrl from './fonts/further.ttf?url'
import regularUrl from './fonts/regular.ttf?url'
import semiboldUrl from './fonts/semibold.ttf?url'
import { wantsFurther } from './letters.ts'
import { makePdf } from './make-pdf.ts'

/** One report for each worker: it ends with its drawing. */
export type PdfPort = {
  readonly add: (batch: PdfBatch) => void
  readonly draw: (
    report: PdfReport,
    onDrawn: (count: number) => void,
  ) => Promise<Blob>
}

const batches: PdfBatch[] = []
let isFurther = false

const port: PdfPort = {
  add: batch => {
    batches.push(batch)
    isFurther ||= wantsFurther(JSON.stringify(batch))
  },
  draw: async (report, onDrawn) => {
    isFurther ||= wantsFurther(JSON.stringify(report))
    const [regular, semibold, further] = await Promise.all([
      load(regularUrl),
      load(semiboldUrl),
      isFurther ? load(furtherUrl) : undefined,
    ])
    const fonts = { regular, semibold, further }
    const bytes = makePdf(report, batches, fonts, onDrawn)
    return new Blob([bytes], { type: 'application/pdf' })
  },
}
expose(port)

/** From the app's own files, which the device has kept. */
async function load(url: string): Promise<Uint8Array> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`No font: ${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer())
}
