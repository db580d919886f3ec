import { latinDigits, numberRun, readNumber } from '../money/read-number.ts'
import { failure, success, type Result } from '../result.ts'
import { closestRate } from './closest-rate.ts'
import type { Rate } from './rate.ts'

export type RateIssue =
  'empty' | 'not-a-rate' | 'zero' | 'too-large' | 'same-currency'

/** A typed number of `quote` for 1 `base`, marks and digits as in amounts. */
export function readRate(
  text: string,
  base: string,
  quote: string,
  locale: string,
): Result<Rate, RateIssue> {
  if (base === quote) return failure('same-currency')
  const plain = latinDigits(text).trim()
  if (plain === '') return failure('empty')
  numberRun.lastIndex = 0
  const found = numberRun.exec(plain)?.[0]
  const factor = found === plain ? readNumber(plain, locale) : undefined
  if (factor === undefined) return failure('not-a-rate')
  if (factor.over === 0n) return failure('zero')
  const rate = closestRate(base, quote, factor)
  return rate === undefined ? failure('too-large') : success(rate)
}
