import { latinDigits } from './read-number.ts'

const mostWeight = 1_000_000

/** A typed weight: a whole number from 1; `undefined` if it is none. */
export function parseWeight(text: string): number | undefined {
  const digits = latinDigits(text.trim())
  if (!/^\d{1,7}$/.test(digits)) return undefined
  const weight = Number(digits)
  return weight >= 1 && weight <= mostWeight ? weight : undefined
}
