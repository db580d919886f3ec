import type { PdfReport } from './content.ts'
import type { Flow } from './flow.ts'
import { colours, sizes } from './look.ts'
import type { Begin } from './section.ts'

/** A line of the list: a part, or what stands in it. */
export type Entry = {
  readonly name: string
  /** The answer in short. */
  readonly said?: string | undefined
  readonly isPart: boolean
}

const partName = {
  size: sizes.small + 0.5,
  isStrong: true,
  colour: colours.accent,
} as const
const name = {
  size: sizes.body + 0.5,
  isStrong: true,
  colour: colours.ink,
} as const
const said = { size: sizes.table, colour: colours.quiet } as const
const number = { ...name, align: 'right' } as const
const pageRoom = 44

export function entriesOf(report: PdfReport): readonly Entry[] {
  return [
    ...report.parts.flatMap(part => [
      { name: part.title, isPart: true },
      ...part.sections.map(({ question, answer }) => ({
        name: question,
        said: answer,
        isPart: false,
      })),
    ]),
    ...(report.appendix === undefined
      ? []
      : [{ name: report.appendix.title, isPart: false }]),
  ]
}

/** So many pages the list takes. */
export function contentsPages(flow: Flow, entries: readonly Entry[]): number {
  return pagesOf(flow, entries).length
}

/** Each line leads to its place; drawn when all places are known, on the pages kept for it. */
export function drawContents(
  flow: Flow,
  entries: readonly Entry[],
  begins: readonly (Begin | undefined)[],
  firstPage: number,
): void {
  const { pen, left, right } = flow
  pagesOf(flow, entries).forEach((places, at) => {
    pen.toPage(firstPage + at)
    if (at === 0) {
      pen.text(flow.words.contents, left, flow.top + 15, {
        size: sizes.heading,
        isStrong: true,
        colour: colours.ink,
      })
    }
    for (const { place, y } of places) {
      const entry = entries[place]
      if (entry === undefined) continue
      if (entry.isPart) {
        pen.text(entry.name, left, y + 18, partName)
        continue
      }
      const begin = begins[place]
      const words = pen.fit(entry.name, flow.width - pageRoom, name)
      pen.text(words, left, y + 11, name)
      linesOf(flow, entry).forEach((line, row) => {
        pen.text(line, left, y + 23 + row * 11, said)
      })
      if (begin === undefined) continue
      pen.text(String(begin.page), right, y + 11, number)
      const from = left + pen.widthOf(words, name) + 6
      const to = right - pen.widthOf(String(begin.page), number) - 6
      pen.line(
        { x: from, y: y + 11 },
        { x: to, y: y + 11 },
        { colour: colours.rest, width: 0.6, dashes: [0.6, 2.4] },
      )
      pen.link(
        { x: left, y },
        flow.width,
        heightOf(flow, entry) - 6,
        begin.page,
        begin.top,
      )
    }
  })
}

function pagesOf(flow: Flow, entries: readonly Entry[]) {
  const first = flow.top + 34
  const pages: { place: number; y: number }[][] = [[]]
  let y = first
  entries.forEach((entry, place) => {
    const height = heightOf(flow, entry)
    // A part's name never ends a page.
    const next = entries[place + 1]
    const needed = entry.isPart && next ? height + heightOf(flow, next) : height
    if (y + needed > flow.bottom) {
      pages.push([])
      y = flow.top
    }
    pages.at(-1)?.push({ place, y })
    y += height
  })
  return pages
}

function heightOf(flow: Flow, entry: Entry): number {
  return entry.isPart ? 28 : 20 + linesOf(flow, entry).length * 11
}

function linesOf(flow: Flow, entry: Entry): readonly string[] {
  if (entry.said === undefined) return []
  return flow.pen.lines(entry.said, flow.width - pageRoom, said, 2)
}
