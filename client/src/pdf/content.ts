import type { Paper, Tone } from './look.ts'

/**
 * All that a report says, in the words of its reader, with amounts as whole
 * minor units: nothing of the ledger, so that it can be drawn anywhere.
 */
export type PdfReport = {
  readonly title: string
  readonly language: 'en' | 'pt'
  /** For numbers and dates. */
  readonly locale: string
  readonly currency: string
  readonly paper: Paper
  /** Milliseconds since 1970. */
  readonly madeAt: number
  readonly words: PdfWords
  readonly cover: PdfCover
  readonly parts: readonly PdfPart[]
  readonly appendix?: PdfAppendix | undefined
}

/** What is said around the answers. */
export type PdfWords = {
  /** Names of the cover and of the list of contents. */
  readonly cover: string
  readonly contents: string
  /** With `{page}` and `{pages}` in it. */
  readonly pageOf: string
  /** Behind the name of a table that goes on, and of one whose columns do. */
  readonly continued: string
  /** About letters that no font here has, with `{mark}` in it. */
  readonly marked: string
}

export type PdfCover = {
  /** What it is, above the name. */
  readonly kind: string
  readonly name: string
  readonly period: string
  readonly figures: readonly PdfFigure[]
  readonly chartName: string
  readonly chart?: PdfChart | undefined
  readonly facts: readonly PdfFact[]
  readonly notes: readonly string[]
}

/** A number that stands for itself. */
export type PdfFigure = {
  readonly name: string
  readonly value: string
  /** Against what was before. */
  readonly note?: string | undefined
}

export type PdfFact = { readonly name: string; readonly value: string }

export type PdfPart = {
  readonly title: string
  readonly sections: readonly PdfSection[]
}

/** One question and its answer: in a sentence, as a drawing and as a table. */
export type PdfSection = {
  readonly question: string
  readonly answer: string
  readonly notes: readonly string[]
  readonly chart?: PdfChart | undefined
  readonly table?: PdfTable | undefined
}

export type PdfTable = {
  /** Of the amounts, where a row has none of its own. */
  readonly currency: string
  readonly columns: readonly PdfColumn[]
  readonly rows: readonly PdfRow[]
  /** Of all rows. */
  readonly sum?: PdfRow | undefined
}

export type PdfColumn = {
  readonly name: string
  readonly kind: CellKind
  /** Without the sign of its currency; nothing is a dash. */
  readonly isBare?: boolean | undefined
}

/**
 * What the values of a column are: `money` and `change` whole minor units,
 * `share` and `growth` basis points; a change and a growth show their plus.
 */
export type CellKind =
  'text' | 'date' | 'money' | 'change' | 'share' | 'growth' | 'count'

export type PdfRow = {
  readonly cells: readonly (string | number | undefined)[]
  /** How far below others it belongs. */
  readonly level?: number | undefined
  /** Of its amounts, where it has one of its own. */
  readonly currency?: string | undefined
}

export type PdfChart =
  | ColumnsChart
  | BarsChart
  | MultiplesChart
  | HeatChart
  | LinesChart
  | MetersChart

/** Columns one after another in time, side by side or on top of each other. */
export type ColumnsChart = {
  readonly kind: 'columns'
  /** A second line after a line feed. */
  readonly labels: readonly string[]
  readonly series: readonly PdfSeries[]
  readonly isStacked: boolean
  readonly line?: PdfSeries | undefined
  /** One amount across all columns. */
  readonly mean?: { readonly name: string; readonly minor: number } | undefined
}

export type PdfSeries = {
  readonly name: string
  /** Else told apart by its place. */
  readonly tone?: Tone | undefined
  readonly minors: readonly number[]
}

/** Bars beneath each other, the longest first. */
export type BarsChart = {
  readonly kind: 'bars'
  readonly bars: readonly {
    readonly name: string
    readonly minor: number
    readonly beforeMinor?: number | undefined
    /** Behind the amount: a share, a date. */
    readonly note?: string | undefined
  }[]
  readonly tone: Tone
  /** What the thin bars are. */
  readonly beforeName?: string | undefined
}

/** A small drawing for each, all with the same steps in time, each with a scale of its own. */
export type MultiplesChart = {
  readonly kind: 'multiples'
  readonly labels: readonly string[]
  readonly charts: readonly {
    readonly name: string
    readonly minors: readonly number[]
    readonly note?: string | undefined
  }[]
  readonly tone: Tone
}

/** The darker, the more. */
export type HeatChart = {
  readonly kind: 'heat'
  readonly labels: readonly string[]
  /** Above them, in their order: so many belong together. */
  readonly groups: readonly { readonly name: string; readonly count: number }[]
  readonly rows: readonly {
    readonly name: string
    readonly minors: readonly number[]
    /** Which of them stand out. */
    readonly marks: readonly boolean[]
  }[]
  /** What a frame around a cell means. */
  readonly markName: string
}

/** Balances over time; what is not known yet lies between two bounds. */
export type LinesChart = {
  readonly kind: 'lines'
  readonly labels: readonly string[]
  readonly series: readonly PdfSeries[]
  readonly band?:
    | {
        readonly name: string
        /** The place of the first of them. */
        readonly from: number
        readonly lowMinors: readonly number[]
        readonly highMinors: readonly number[]
      }
    | undefined
}

/** How much of what was planned is there. */
export type MetersChart = {
  readonly kind: 'meters'
  readonly meters: readonly {
    readonly name: string
    readonly minor: number
    readonly ofMinor: number
    readonly note: string
    /** More than planned is bad, of a budget; of a goal it is not. */
    readonly isLimit: boolean
    /** Where one should be by now, 0 to 1. */
    readonly pace?: number | undefined
  }[]
}

/** Every transaction, the oldest first; its rows are given one batch after another. */
export type PdfAppendix = {
  readonly title: string
  readonly note: string
  readonly columns: {
    readonly date: string
    readonly description: string
    readonly category: string
    readonly account: string
    readonly amount: string
  }
}

/** What begins a stretch of the appendix. */
export type PdfMonth = { readonly name: string; readonly note: string }

export type PdfTransaction = {
  readonly date: string
  readonly description: string
  /** Beside it, quieter. */
  readonly payee: string
  readonly category: string
  readonly account: string
  /** As the account sees it: less than 0 went out. */
  readonly minor: number
  readonly currency: string
  /** Neither spent nor earned. */
  readonly isTransfer: boolean
  /** Of a split one. */
  readonly parts: readonly {
    readonly category: string
    readonly minor: number
  }[]
}

/** Rows of one stretch, the first batch of it with its name. */
export type PdfBatch = {
  readonly month?: PdfMonth | undefined
  readonly transactions: readonly PdfTransaction[]
}
