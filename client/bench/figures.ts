/** One line of the table: what was measured, and what it should be. */
export type Figure = {
  readonly what: string
  readonly measured: string
  readonly target: string
  readonly isMet: boolean
}

export function median(numbers: readonly number[]): number {
  return percentile(numbers, 50)
}

/** The smallest number that so many percent do not exceed. */
export function percentile(
  numbers: readonly number[],
  percent: number,
): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const at = Math.ceil((percent / 100) * sorted.length) - 1
  return sorted[Math.max(0, at)] ?? NaN
}

export function milliseconds(time: number): string {
  return time < 10_000
    ? `${Math.round(time).toLocaleString('en')} ms`
    : `${(time / 1000).toFixed(1)} s`
}

export function times(ratio: number): string {
  return `${ratio.toFixed(1)} ×`
}

/** The longest task of the main thread; the browser tells of those over 50 ms. */
export function longest(tasks: readonly number[]): string {
  return tasks.length === 0
    ? 'none over 50 ms'
    : milliseconds(Math.max(...tasks))
}
