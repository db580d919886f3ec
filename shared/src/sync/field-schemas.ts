import * as z from 'zod'
import { currencyPattern } from '../money/currencies.ts'
import { docIdPattern } from './prefixes.ts'

export const text = (max: number) => z.string().max(max)
export const docId = z.string().regex(docIdPattern)
export const minor = z.int()
export const currency = z.string().regex(currencyPattern)
export const date = z.iso.date()
/** Milliseconds since 1970, UTC. */
export const instant = z.int().min(0)
export const colour = z.string().regex(/^#[0-9a-f]{6}$/)
export const icon = z.string().regex(/^[a-z0-9-]{1,40}$/)

export const value = z.json()

/** 1 base = ratePpm / 1,000,000 quote. */
export const rateFields = {
  base: currency,
  quote: currency,
  date,
  ratePpm: z.int().min(1),
}
