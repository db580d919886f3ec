import type { Step } from '../steps.ts'

/** A week at either end may have days that are not asked for. */
export function isWhole({ period, days }: Step): boolean {
  return period.from === days.from && period.to === days.to
}
