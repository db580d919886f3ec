import type { EChartsType } from 'echarts/core'
import type { Drawing } from './drawing.ts'
import type { ChartLook } from './look.ts'
import { writeNames } from './names-beside.ts'
import type { ChartSpec } from './spec.ts'

/** How a kind of chart is drawn. */
type Way<Spec extends ChartSpec> = {
  readonly draw: (spec: Spec, look: ChartLook) => Drawing
  /** Pixels that it takes where so many are beside each other; else as the style says. */
  readonly heightOf?: (spec: Spec, width: number) => number
}
type Kind = ChartSpec['kind']
type Ways = { [Name in Kind]: Way<Extract<ChartSpec, { kind: Name }>> }

/** Each with the parts of the library that it takes, loaded when one is first shown. */
const loads: { [Name in Kind]: () => Promise<Ways[Name]> } = {
  columns: () => import('./columns.ts'),
  lines: () => import('./lines.ts'),
  boxes: () => import('./boxes.ts'),
  multiples: () => import('./multiples.ts'),
  calendar: () => import('./calendar.ts'),
  sankey: () => import('./sankey.ts'),
}
const loaded: Partial<Ways> = {}

export async function loadDraw(kind: Kind): Promise<void> {
  Object.assign(loaded, { [kind]: await loads[kind]() })
}

/** Pixels that a drawing so wide takes; nothing where it takes what there is. */
export function heightFor(spec: ChartSpec, width: number): number | undefined {
  return wayOf(spec)?.heightOf?.(spec, width)
}

/** Nothing until that kind is loaded. */
export function drawingOf(
  spec: ChartSpec,
  look: ChartLook,
): Drawing | undefined {
  return wayOf(spec)?.draw(spec, look)
}

function wayOf({ kind }: ChartSpec): Way<ChartSpec> | undefined {
  return loaded[kind] as Way<ChartSpec> | undefined
}

/** Puts a drawing in the place of what was drawn before. */
export function show(
  chart: EChartsType,
  { option, names }: Drawing,
  look: ChartLook,
): void {
  chart.setOption(option, { notMerge: true })
  if (names !== undefined) writeNames(chart, names, look)
}
