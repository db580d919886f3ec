import type { EChartsCoreOption } from 'echarts/core'

/** A chart as the library draws it, and what of it can be told and opened. */
export type Drawing = {
  readonly option: EChartsCoreOption
  /** What stands beside the last column, at the height of these values. */
  readonly names?: readonly BesideName[] | undefined
  /** What the arrow keys go through. */
  readonly points: readonly ChartPoint[]
  /** How many points further the one below is; else it is the next. */
  readonly down?: number | undefined
  /** Where a press leads. */
  readonly linkOf: (pressed: Pressed) => string | undefined
}

export type BesideName = { readonly name: string; readonly value: number }

export type ChartPoint = {
  readonly words: string
  readonly to: string | undefined
  /** Of its series. */
  readonly index: number
  /** The first, unless it is said. */
  readonly series?: number | undefined
}

export type Pressed = {
  readonly seriesIndex?: number | undefined
  readonly dataIndex?: number | undefined
  readonly name?: string | undefined
  readonly data?: unknown
}
