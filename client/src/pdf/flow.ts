import type { PdfReport } from './content.ts'
import { margin } from './look.ts'
import { numberText, type NumberText } from './number-text.ts'
import type { Pen } from './pen.ts'

/** Fills one page after another from above. */
export class Flow {
  readonly pen: Pen
  readonly text: NumberText
  readonly words: PdfReport['words']
  readonly left = margin.side
  readonly top = margin.top
  readonly width: number
  readonly bottom: number
  /** Where the next thing begins. */
  y: number = margin.top

  constructor(pen: Pen, report: PdfReport) {
    this.pen = pen
    this.text = numberText(report.locale, report.currency)
    this.words = report.words
    this.width = pen.width - 2 * margin.side
    this.bottom = pen.height - margin.bottom
  }

  get right(): number {
    return this.left + this.width
  }

  get isAtTop(): boolean {
    return this.y === this.top
  }

  addPage(): void {
    this.pen.addPage()
    this.y = this.top
  }

  /** Begins a page where this one has not so much room; says whether it did. */
  keep(height: number): boolean {
    if (this.y + height <= this.bottom || this.isAtTop) return false
    this.addPage()
    return true
  }
}
