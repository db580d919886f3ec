/** Where an axis begins and ends, and what is told beside it; nothing of it is a sum. */
export type Axis = {
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
}

const steps = [1, 2, 2.5, 5, 10]

/** An axis that has 0 and all values on it, with round numbers about as many as asked. */
export function axisFor(values: readonly number[], about = 4): Axis {
  const low = values.reduce((least, each) => Math.min(least, each), 0)
  const high = values.reduce((most, each) => Math.max(most, each), 0)
  const span = high - low
  if (span === 0) return { from: 0, to: 1, ticks: [0] }
  const rough = span / about
  const size = 10 ** Math.floor(Math.log10(rough))
  const step = size * (steps.find(each => each * size >= rough) ?? 10)
  const first = Math.floor(low / step)
  const last = Math.ceil(high / step)
  const ticks = Array.from(
    { length: last - first + 1 },
    // Never -0, which is written with its minus.
    (_, at) => (first + at) * step + 0,
  )
  return { from: first * step, to: last * step, ticks }
}

/** How far along the axis a value is, 0 to 1. */
export function along(
  { from, to }: Pick<Axis, 'from' | 'to'>,
  value: number,
): number {
  return (value - from) / (to - from)
}
