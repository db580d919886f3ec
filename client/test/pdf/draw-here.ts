import { keptFont } from '../../fonts/cut-fonts.ts'
import type { PdfBatch, PdfReport } from '../../src/pdf/content.ts'
import type { PdfDrawing } from '../../src/pdf/draw-apart.ts'
import { makePdf } from '../../src/pdf/make-pdf.ts'

/** Draws in this thread; what it was given can be looked at. */
export async function drawHere() {
  const fonts = {
    regular: await keptFont('regular'),
    semibold: await keptFont('semibold'),
    further: await keptFont('further'),
  }
  const given: { report?: PdfReport; batches: PdfBatch[]; drawings: number } = {
    batches: [],
    drawings: 0,
  }
  const draw = (): PdfDrawing => {
    given.drawings += 1
    given.batches = []
    return {
      add: async batch => {
        given.batches.push(batch)
      },
      draw: async (report, onDrawn) => {
        given.report = report
        return new Blob([makePdf(report, given.batches, fonts, onDrawn)])
      },
      stop: () => undefined,
    }
  }
  return { draw, given }
}
