import { drawAppendix } from './appendix.ts'
import type { PdfBatch, PdfReport } from './content.ts'
import { contentsPages, drawContents, entriesOf } from './contents.ts'
import { drawCover } from './cover.ts'
import { Flow } from './flow.ts'
import { mark } from './letters.ts'
import { colours, sizes } from './look.ts'
import { Pen, type Bookmark, type FontFiles } from './pen.ts'
import { drawSection, type Begin } from './section.ts'

/** Draws a whole report; `onDrawn` hears how many of the transactions are on their pages. */
export function makePdf(
  report: PdfReport,
  batches: readonly PdfBatch[],
  fonts: FontFiles,
  onDrawn: (count: number) => void = () => undefined,
): ArrayBuffer {
  const pen = new Pen(report.paper, fonts)
  const flow = new Flow(pen, report)
  const { words, cover } = report
  drawCover(flow, cover)
  pen.bookmark(words.cover, 1)
  const entries = entriesOf(report)
  const kept = contentsPages(flow, entries)
  for (let page = 0; page < kept; page++) flow.addPage()
  pen.bookmark(words.contents, 2)
  const begins: (Begin | undefined)[] = []
  if (report.parts.length > 0) flow.addPage()
  for (const part of report.parts) {
    begins.push(undefined)
    let above: Bookmark | undefined
    for (const section of part.sections) {
      const begin = drawSection(flow, section, part)
      above ??= pen.bookmark(part.title, begin.page)
      pen.bookmark(section.question, begin.page, above)
      begins.push(begin)
    }
  }
  if (report.appendix !== undefined) {
    const places = drawAppendix(flow, report.appendix, batches, onDrawn)
    begins.push(places.begin)
    const above = pen.bookmark(report.appendix.title, places.begin.page)
    for (const { name, page } of places.months) pen.bookmark(name, page, above)
  }
  drawContents(flow, entries, begins, 2)
  drawEdges(flow, report)
  if (pen.hasMarked) drawMarked(flow, kept + 1)
  pen.describe({
    title: report.title,
    author: cover.name,
    subject: `${cover.kind}, ${cover.period}`,
    language: report.language,
    madeAt: report.madeAt,
  })
  return pen.bytes()
}

/** What runs above and below all pages but the cover. */
function drawEdges(flow: Flow, { cover, words }: PdfReport): void {
  const { pen, left, right, width } = flow
  const look = { size: sizes.small, colour: colours.quiet } as const
  const { pages } = pen
  const period = pen.widthOf(cover.period, look)
  const name = pen.fit(cover.name, width - period - 20, {
    ...look,
    isStrong: true,
  })
  for (let page = 2; page <= pages; page++) {
    pen.toPage(page)
    pen.text(name, left, 36, { ...look, isStrong: true })
    pen.text(cover.period, right, 36, { ...look, align: 'right' })
    pen.line({ x: left, y: 43 }, { x: right, y: 43 }, { colour: colours.line })
    const number = words.pageOf
      .replace('{page}', String(page))
      .replace('{pages}', String(pages))
    pen.text('OurMoney', left, pen.height - 28, look)
    pen.text(number, right, pen.height - 28, { ...look, align: 'right' })
  }
}

/** At the foot of the list of contents: why some names have a mark in them. */
function drawMarked(flow: Flow, page: number): void {
  const { pen } = flow
  pen.toPage(page)
  const look = { size: sizes.small, colour: colours.quiet } as const
  const words = flow.words.marked.replace('{mark}', mark)
  pen.lines(words, flow.width, look, 2).forEach((line, at) => {
    pen.text(line, flow.left, flow.bottom + 6 + at * 10 - 10, look)
  })
}
