/** How a list has moved of late. */
export type Flight = {
  /** Pixels above the window. */
  readonly top: number
  /** Milliseconds since navigation. */
  readonly time: number
  /** Steps, one after another, of which each showed mostly other rows. */
  readonly steps: number
}

/** Part of the window in which a step must show other rows, to count. */
const mostNew = 0.6
/** Milliseconds between steps of one movement. */
const soon = 50
/** One step is a jump, to somewhere that a person wants to see. */
const enough = 3

/** The list's movement with one more step. */
export function withStep(
  before: Flight,
  { top, time }: Pick<Flight, 'top' | 'time'>,
  height: number,
): Flight {
  const isFar = Math.abs(top - before.top) >= mostNew * height
  const isSoon = time - before.time <= soon
  return { top, time, steps: isFar && isSoon ? before.steps + 1 : 0 }
}

/** It passes so fast that nobody could read a row of it. */
export function isFlying({ steps }: Flight): boolean {
  return steps >= enough
}
