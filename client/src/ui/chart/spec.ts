/** A drawing of numbers that a table beside it has too, whatever draws it. */
export type ChartSpec =
  | ColumnsSpec
  | LinesSpec
  | BoxesSpec
  | MultiplesSpec
  | CalendarSpec
  | SankeySpec

/** `money`: whole minor units of one currency; `share`: basis points. */
export type ChartUnit = 'money' | 'share'

/** Columns side by side or on top of each other, one after another in time, and perhaps a line over them. */
export type ColumnsSpec = {
  readonly kind: 'columns'
  readonly unit: ChartUnit
  readonly labels: readonly ChartLabel[]
  readonly series: readonly ChartSeries[]
  readonly isStacked: boolean
  readonly line?: ChartSeries | undefined
  /** A height that all are looked at against: an average. */
  readonly level?: { readonly name: string; readonly value: number } | undefined
  /** The one that is under way: the others are quieter. */
  readonly now?: number | undefined
  /** What all series of a column come to, by that name. */
  readonly sumName?: string | undefined
}

/** Lines through what was at some moments; one alone has the area below it filled. */
export type LinesSpec = {
  readonly kind: 'lines'
  readonly unit: ChartUnit
  readonly labels: readonly ChartLabel[]
  readonly series: readonly ChartSeries[]
  /** Between what something may be; one over the other, the widest first. */
  readonly bands?: readonly ChartBand[] | undefined
}

export type ChartBand = {
  readonly name: string
  readonly colour: ChartColour
  /** By label; `null` where there is none. */
  readonly low: readonly (number | null)[]
  readonly high: readonly (number | null)[]
}

export type ChartLabel = {
  /** Below the column; a second line after a line feed. */
  readonly short: string
  /** Where it is told alone. */
  readonly long: string
  readonly to?: string | undefined
}

export type ChartSeries = {
  readonly name: string
  readonly colour: ChartColour
  /** By label; `null` where there is none. */
  readonly values: readonly (number | null)[]
  readonly links?: readonly (string | undefined)[] | undefined
}

/** A custom property of the theme, `--accent`, or a colour as somebody chose it. */
export type ChartColour = string

/** Boxes within boxes, as large as what they stand for. */
export type BoxesSpec = {
  readonly kind: 'boxes'
  readonly boxes: readonly ChartBox[]
}

export type ChartBox = {
  readonly name: string
  /** More than 0. */
  readonly minor: number
  readonly colour: ChartColour
  readonly to?: string | undefined
  readonly parts?: readonly ChartBox[] | undefined
}

/** A small drawing for each, all with the same steps in time, each with a scale of its own. */
export type MultiplesSpec = {
  readonly kind: 'multiples'
  readonly unit: ChartUnit
  readonly labels: readonly ChartLabel[]
  readonly charts: readonly (ChartSeries & {
    /** What all of it comes to. */
    readonly note: string
    /** Its own, where it has other steps. */
    readonly labels?: readonly ChartLabel[] | undefined
    /** What is above it stands out. */
    readonly limit?: number | undefined
  })[]
}

/** Months beside each other, a field for each day, the stronger the more. */
export type CalendarSpec = {
  readonly kind: 'calendar'
  /** Above the columns. */
  readonly weekdays: readonly string[]
  readonly months: readonly {
    readonly name: string
    readonly days: readonly ChartDay[]
  }[]
}

export type ChartDay = {
  /** Of the month. */
  readonly number: number
  /** Of `weekdays`. */
  readonly column: number
  readonly week: number
  readonly minor: number
  /** Where it is told alone. */
  readonly long: string
  readonly to?: string | undefined
  readonly isToday: boolean
}

/** Where it comes from, through one place, and where it goes; both sides come to the same. */
export type SankeySpec = {
  readonly kind: 'sankey'
  readonly middle: string
  readonly sources: readonly ChartFlow[]
  readonly uses: readonly ChartFlow[]
}

export type ChartFlow = {
  readonly name: string
  /** More than 0. */
  readonly minor: number
  readonly colour: ChartColour
  readonly to?: string | undefined
}
