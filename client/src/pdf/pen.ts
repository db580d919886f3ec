import { jsPDF } from 'jspdf'
import { inOutline, metadataOf, type FileWords } from './file-words.ts'
import { hatch, type Point, type Rect } from './hatch.ts'
import { hasAll, mark, settingOf, type Face } from './letters.ts'
import { papers, type Fill, type Paper } from './look.ts'
import { inVisualOrder } from './visual-order.ts'

export type TextLook = {
  readonly size: number
  readonly isStrong?: boolean | undefined
  readonly colour?: string | undefined
  readonly align?: 'left' | 'right' | 'center' | undefined
}

/** Fonts as files. */
export type FontFiles = {
  readonly regular: Uint8Array
  readonly semibold: Uint8Array
  /** For texts that need more letters. */
  readonly further?: Uint8Array | undefined
}

export type Bookmark = ReturnType<jsPDF['outline']['add']>

type Stroke = {
  readonly colour: string
  readonly width?: number | undefined
  readonly dashes?: readonly number[] | undefined
}

/** A text in the order in which its letters stand, from the left. */
type Shaped = { readonly text: string; readonly face: Face }

/**
 * Draws on pages. Lengths are points, from the top left corner; texts stand on
 * their line. The only place that knows the library.
 */
export class Pen {
  readonly width: number
  readonly height: number
  /** Whether some text had letters that no font here has. */
  hasMarked = false
  readonly #doc: jsPDF
  readonly #fonts: FontFiles
  readonly #shaped = new Map<string, Shaped>()
  readonly #advances = new Map<string, Map<string, number>>()
  #font = ''
  #size = 0
  #colour = ''

  constructor(paper: Paper, fonts: FontFiles) {
    const { width, height } = papers[paper]
    this.width = width
    this.height = height
    this.#fonts = fonts
    this.#doc = new jsPDF({
      unit: 'pt',
      format: [width, height],
      compress: true,
      putOnlyUsedFonts: true,
      floatPrecision: 2,
    })
    for (const [file, bytes] of Object.entries(fonts)) {
      if (bytes === undefined) continue
      this.#doc.addFileToVFS(file, binaryText(bytes))
      this.#doc.addFont(file, file, 'normal', undefined, 'Identity-H')
    }
  }

  get pages(): number {
    return this.#doc.getNumberOfPages()
  }

  addPage(): void {
    this.#doc.addPage()
  }

  /** Goes back to a page, counted from 1. */
  toPage(page: number): void {
    this.#doc.setPage(page)
  }

  text(text: string, x: number, y: number, look: TextLook): void {
    const shaped = this.#shape(text)
    if (shaped.text === '') return
    const { align = 'left', size, colour = '#000000' } = look
    const width = align === 'left' ? 0 : this.#measure(shaped, look)
    const at = x - (align === 'center' ? width / 2 : width)
    this.#use(fontOf(shaped, look))
    if (size !== this.#size) this.#doc.setFontSize(size)
    this.#size = size
    if (colour !== this.#colour) this.#doc.setTextColor(colour)
    this.#colour = colour
    this.#doc.text(shaped.text, at, y, asTheyStand)
  }

  widthOf(text: string, look: TextLook): number {
    return this.#measure(this.#shape(text), look)
  }

  /** The text, or as much of it as there is room for. */
  fit(text: string, width: number, look: TextLook): string {
    if (this.widthOf(text, look) <= width) return text
    const letters = Array.from(text)
    const part = (count: number) =>
      count === 0 ? '' : `${letters.slice(0, count).join('').trimEnd()}…`
    let least = 0
    let most = letters.length
    while (least < most) {
      const middle = Math.ceil((least + most) / 2)
      if (this.widthOf(part(middle), look) <= width) least = middle
      else most = middle - 1
    }
    return part(least)
  }

  /** The text in lines, broken between words; the last of `most` is cut short. */
  lines(
    text: string,
    width: number,
    look: TextLook,
    most = Infinity,
  ): readonly string[] {
    const lines: string[] = []
    // Not at the spaces within an amount, which belong together.
    const words = text.split(/[ \n\r\t]+/).filter(Boolean)
    let line = words.shift() ?? ''
    for (const word of words) {
      const isLast = lines.length === most - 1
      if (isLast || this.widthOf(`${line} ${word}`, look) <= width) {
        line = `${line} ${word}`
      } else {
        lines.push(line)
        line = word
      }
    }
    return [...lines, line].map(each => this.fit(each, width, look))
  }

  line(from: Point, to: Point, stroke: Stroke): void {
    this.#stroke(stroke)
    this.#doc.line(from.x, from.y, to.x, to.y)
  }

  /** One line through all points. */
  way(points: readonly Point[], stroke: Stroke): void {
    const [first] = points
    if (first === undefined || points.length < 2) return
    this.#stroke(stroke)
    this.#doc.lines(steps(points), first.x, first.y, [1, 1], 'S', false)
  }

  /** What the points enclose. */
  area(points: readonly Point[], colour: string): void {
    const [first] = points
    if (first === undefined || points.length < 3) return
    this.#doc.setFillColor(colour)
    this.#doc.lines(steps(points), first.x, first.y, [1, 1], 'F', true)
  }

  box(x: number, y: number, width: number, height: number, fill: Fill): void {
    if (width <= 0 || height <= 0) return
    const { colour, pattern, stroke } = fill
    this.#doc.setFillColor(colour)
    this.#doc.rect(x, y, width, height, 'F')
    if (stroke === undefined) return
    if (pattern !== undefined) {
      const lines = hatch({ x, y, width, height }, pattern)
      for (const [from, to] of lines) this.line(from, to, { colour: stroke })
    }
    this.#stroke({ colour: stroke })
    this.#doc.rect(x, y, width, height, 'S')
  }

  /** An area with round corners. */
  card({ x, y, width, height }: Rect, radius: number, colour: string): void {
    this.#doc.setFillColor(colour)
    this.#doc.roundedRect(x, y, width, height, radius, radius, 'F')
  }

  dot(x: number, y: number, radius: number, colour: string): void {
    this.#doc.setFillColor(colour)
    this.#doc.circle(x, y, radius, 'F')
  }

  ring(x: number, y: number, radius: number, stroke: Stroke): void {
    this.#stroke(stroke)
    this.#doc.circle(x, y, radius, 'S')
  }

  /** Whoever presses there is led to a height of a page. */
  link(at: Point, width: number, height: number, page: number, top = 0): void {
    this.#doc.link(at.x, at.y, width, height, { pageNumber: page, top })
  }

  bookmark(title: string, page: number, parent?: Bookmark): Bookmark {
    const { outline } = this.#doc
    return outline.add(parent, inOutline(title), { pageNumber: page })
  }

  /** What programs say of the file. */
  describe(words: FileWords): void {
    const { title, author, subject, language, madeAt } = words
    this.#doc.setProperties({
      title: inOutline(title),
      author: inOutline(author),
      subject: inOutline(subject),
      creator: 'OurMoney',
    })
    this.#doc.setCreationDate(new Date(madeAt))
    this.#doc.setLanguage(language)
    this.#doc.viewerPreferences({ DisplayDocTitle: true })
    this.#doc.addMetadata(metadataOf(words), true)
  }

  bytes(): ArrayBuffer {
    const bytes = this.#doc.output('arraybuffer')
    // The library says 1.3 of what has a language and metadata since 1.4.
    new TextEncoder().encodeInto('%PDF-1.7', new Uint8Array(bytes))
    return bytes
  }

  #shape(text: string): Shaped {
    const known = this.#shaped.get(text)
    if (known !== undefined) return known
    const set = settingOf(text)
    // Without the other font its letters are marked, too.
    const face = this.#fonts.further === undefined ? 'main' : set.face
    const letters = hasAll(face, set.text) ? set.text : mark
    if (set.isMarked || letters !== set.text) this.hasMarked = true
    const shaped = { text: set.isRtl ? this.#turned(letters) : letters, face }
    if (this.#shaped.size > mostKept) this.#shaped.clear()
    this.#shaped.set(text, shaped)
    return shaped
  }

  /** A letter that has no joined form in the font stands alone. */
  #turned(text: string): string {
    return inVisualOrder(text, each => {
      const joined = this.#doc.processArabic(each)
      return hasAll('further', joined) ? joined : each
    })
  }

  #measure(shaped: Shaped, look: TextLook): number {
    const font = fontOf(shaped, look)
    const known = this.#advances.get(font) ?? new Map<string, number>()
    this.#advances.set(font, known)
    let sum = 0
    for (const letter of shaped.text) {
      let advance = known.get(letter)
      if (advance === undefined) {
        this.#use(font)
        advance = this.#doc.getStringUnitWidth(letter)
        known.set(letter, advance)
      }
      sum += advance
    }
    return sum * look.size
  }

  #use(font: string): void {
    if (font !== this.#font) this.#doc.setFont(font, 'normal')
    this.#font = font
  }

  #stroke({ colour, width = 0.5, dashes = [] }: Stroke): void {
    this.#doc.setDrawColor(colour)
    this.#doc.setLineWidth(width)
    this.#doc.setLineDashPattern([...dashes], 0)
  }
}

/** Letters come in their order: the library would turn them round once more. */
const asTheyStand = { isInputVisual: true, isOutputVisual: true }

/** Of texts whose setting is remembered: most come again and again. */
const mostKept = 50_000

function fontOf({ face }: Shaped, { isStrong }: TextLook): keyof FontFiles {
  if (face === 'further') return face
  return isStrong === true ? 'semibold' : 'regular'
}

/** As the library takes lines: each point from the one before. */
function steps(points: readonly Point[]): number[][] {
  return points.slice(1).map((point, at) => {
    const last = points[at] ?? point
    return [point.x - last.x, point.y - last.y]
  })
}

function binaryText(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8_192) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)))
  }
  return parts.join('')
}
