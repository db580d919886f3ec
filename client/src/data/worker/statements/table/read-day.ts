import { fromDayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import {
  dateInZone,
  type LocalDate,
} from '@ourmoney/shared/calendar/local-date.ts'
import type { DateOrder } from '@ourmoney/shared/statement/statement.ts'
import { monthOf, saysNothing } from './month-words.ts'

/**
 * What a cell says of a day: the day itself, or three numbers whose order its
 * column decides. Nothing if it is no date.
 */
export type DayFound = LocalDate | Triple
/** As they stand. */
export type Triple = readonly [number, number, number]

/** `zone`: where an instant is taken for a day, and whose clock 1970 counts by. */
export function findDay(cell: string, zone: string): DayFound | undefined {
  if (cell.length < 5 || cell.length > 60) return undefined
  const plain = ascii.test(cell) ? cell.trim() : plainForm(cell)
  if (!/\d/.test(plain)) return undefined
  const iso = isoDay.exec(plain)
  if (iso !== null) {
    return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  }
  const instant = isoInstant.exec(plain)
  if (instant !== null) {
    const millis = Date.parse(
      `${instant[1]}T${instant[2]}${(instant[3] ?? '').replace(/ ?(UTC|GMT)/, 'Z').trim()}`,
    )
    return Number.isNaN(millis) ? undefined : dateInZone(millis, zone)
  }
  const bare = plain.replace(timeOfDay, '').replace(/[.,]$/, '').trim()
  if (/^\d+([.,]\d+)?$/.test(bare)) return fromDigits(bare, zone)
  const numbers = triple.exec(bare)
  if (numbers !== null) {
    const [, first = '', , second = '', , third = ''] = numbers
    return fromNumbers(first, second, third)
  }
  return /\p{L}/u.test(bare) ? fromWords(bare) : undefined
}

/** The day that a cell names when its column's numbers stand in this order. */
export function dayIn(
  found: DayFound,
  order: DateOrder,
): LocalDate | undefined {
  if (typeof found === 'string') return found
  const [a, b, c] = found
  if (order === 'ymd') return day(wholeYear(a), b, c)
  return order === 'dmy' ? day(wholeYear(c), b, a) : day(wholeYear(c), a, b)
}

const ascii = /^\p{ASCII}*$/u
const isoDay =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)?$/
const isoInstant =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)( ?(?:Z|UTC|GMT)| ?[+-]\d{2}:?\d{2})$/
const timeOfDay =
  /(?:^|[T\s,-]+)\d{1,2}[:h]\d{2}(?:[:]\d{2}(?:[.,]\d{1,9})?)?(?:\s*[ap]\.?m\.?)?(?:\s*(?:Z|UTC|GMT|Uhr))?$|-\d{2}\.\d{2}\.\d{2}(?:\.\d{1,9})?$/i
const triple =
  /^(\d{1,4})(\s*[./,-]\s*|\s+)(\d{1,2})(\s*[./,-]\s*|\s+)(\d{1,4})$/

/** Digits and signs of any script as ASCII has them; years, months and days of Chinese, Japanese and Korean as dots. */
function plainForm(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u2010-\u2015\u2212]/g, sign =>
      sign < '\u2010' ? '' : '-',
    )
    .replace(/\s*[年月년월]\s*/g, '.')
    .replace(/\s*[日일]/g, '')
    .trim()
}

function fromNumbers(
  first: string,
  second: string,
  third: string,
): DayFound | undefined {
  if (first.length === 3 || third.length === 3) return undefined
  if (first.length === 4) {
    return third.length > 2
      ? undefined
      : day(Number(first), Number(second), Number(third))
  }
  return [Number(first), Number(second), Number(third)]
}

/** A day without marks, a sheet's count of days from 1900, or a clock's from 1970. */
function fromDigits(digits: string, zone: string): DayFound | undefined {
  const [whole = ''] = digits.split(/[.,]/)
  if (whole.length === 5) return fromSerial(Number(whole))
  if (whole.length === 10 || whole.length === 13) {
    return dateInZone(Number(whole) * (whole.length === 10 ? 1_000 : 1), zone)
  }
  if (whole !== digits || (whole.length !== 8 && whole.length !== 14)) {
    return undefined
  }
  const yearFirst = day(
    Number(whole.slice(0, 4)),
    Number(whole.slice(4, 6)),
    Number(whole.slice(6, 8)),
  )
  if (yearFirst !== undefined) return yearFirst
  if (whole.length === 14) return undefined
  return [
    Number(whole.slice(0, 2)),
    Number(whole.slice(2, 4)),
    Number(whole.slice(4, 8)),
  ]
}

/** Days since the end of 1899; from March 1900 on, as sheets count a February 29 that was not there. */
export function fromSerial(serial: number): LocalDate | undefined {
  if (serial < 61 || serial > 109_574) return undefined
  return fromDayNumber(Math.floor(serial) - 25_569)
}

/** `12 Jan 2026`, `Jan 12, 2026`, `2026. január 12.`, `sex., 12 de jan. de 2026`. */
function fromWords(text: string): LocalDate | undefined {
  const numbers: number[] = []
  let month: number | undefined
  for (const part of text.match(/\d+|\p{L}+/gu) ?? []) {
    if (/^\d/.test(part)) {
      if (part.length > 4) return undefined
      numbers.push(Number(part))
      continue
    }
    const named = monthOf(part)
    if (named !== undefined && month === undefined && !isWeekday(part, text)) {
      month = named
    } else if (!saysNothing(part)) return undefined
  }
  const [first, second, ...rest] = numbers
  if (month === undefined || first === undefined || second === undefined) {
    return undefined
  }
  if (rest.length > 0) return undefined
  return first > 31
    ? day(first, month, second)
    : day(wholeYear(second), month, first)
}

/** `mar` is a Tuesday in French and Spanish, and March: before a comma it is the day. */
function isWeekday(word: string, text: string): boolean {
  return word.toLowerCase() === 'mar' && /^mar[.,]/i.test(text)
}

function wholeYear(year: number): number {
  if (year > 99) return year
  return year < 70 ? 2000 + year : 1900 + year
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function day(year: number, month: number, date: number): LocalDate | undefined {
  if (year < 1900 || year > 2199 || date < 1) return undefined
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const length = month === 2 && isLeap ? 29 : (lengths[month - 1] ?? 0)
  if (date > length) return undefined
  return `${year}-${two(month)}-${two(date)}`
}

function two(number: number): string {
  return number < 10 ? `0${number}` : `${number}`
}
