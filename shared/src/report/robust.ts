import { median, medianAbsoluteDeviation } from 'simple-statistics'

/** Where most of some numbers are, and how far around it, whatever a few of them are. */
export type Middle = {
  readonly median: number
  /** Comparable to a standard deviation: of normally distributed numbers it is one. */
  readonly scale: number
}

/**
 * Median and scaled median absolute deviation. Where more than half are equal
 * the deviation is none and the mean absolute one takes its place (Iglewicz
 * and Hoaglin, How to Detect and Handle Outliers, 1993). Throws for no numbers.
 */
export function middleOf(numbers: readonly number[]): Middle {
  const middle = median([...numbers])
  const deviation = medianAbsoluteDeviation([...numbers])
  if (deviation > 0) return { median: middle, scale: deviation * 1.4826 }
  const sum = numbers.reduce((all, each) => all + Math.abs(each - middle), 0)
  return { median: middle, scale: (sum / numbers.length) * 1.2533 }
}
