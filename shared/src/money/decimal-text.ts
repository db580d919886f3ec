import { decimalsOf } from './currencies.ts'

/** `-1234` in EUR as `-12.34`: exact, whatever its size. */
export function decimalText(minor: number, currency: string): string {
  const places = decimalsOf(currency)
  const digits = String(Math.abs(minor)).padStart(places + 1, '0')
  const sign = minor < 0 ? '-' : ''
  if (places === 0) return sign + digits
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}
