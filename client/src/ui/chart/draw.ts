import type { EChartsType } from 'echarts/core'
import type { Drawing } from './drawing.ts'
import type { ChartLook } from './look.ts'
import { writeNames } from './names-beside.ts'
import type { ChartSpec } from './spec.ts'

/** How a kind of chart is drawn. */
type Draw<Spec extends ChartSpec> = (spec: Spec, look: ChartLook) => Drawing
type Kind = ChartSpec['kind']
type Draws = { [Name in Kind]: Draw<Extract<ChartSpec, { kind: Name }>> }

/** Each with the parts of the library that it takes, loaded when one is first shown. */
const loads: { [Name in Kind]: () => Promise<{ draw: Draws[Name] }> } = {
  columns: () => import('./columns.ts'),
  lines: () => import('./lines.ts'),
  boxes: () => import('./boxes.ts'),
}
const loaded: Partial<Draws> = {}

export async function loadDraw(kind: Kind): Promise<void> {
  const { draw } = await loads[kind]()
  Object.assign(loaded, { [kind]: draw })
}

/** Nothing until that kind is loaded. */
export function drawingOf(
  spec: ChartSpec,
  look: ChartLook,
): Drawing | undefined {
  const draw = loaded[spec.kind] as Draw<ChartSpec> | undefined
  return draw?.(spec, look)
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
