import {
  isLocalDate,
  type LocalDate,
} from '@ourmoney/shared/calendar/local-date.ts'
import {
  dateOrders,
  type DateOrder,
} from '@ourmoney/shared/statement/statement.ts'

/** `1/ 1'00` is the first of January 2000, `1/ 1/94` of 1994. */
export function qifDay(text: string, order: DateOrder): LocalDate | undefined {
  const found = pattern.exec(text)
  if (found === null) return undefined
  const [, first = '', second = '', mark = '', third = ''] = found
  const sure = first.length > 2 ? 'ymd' : order
  const [year, month, day] =
    sure === 'ymd'
      ? [first, second, third]
      : sure === 'dmy'
        ? [third, second, first]
        : [third, first, second]
  // Far quicker than to ask a calendar whether there is a month 31.
  if (Number(month) > 12 || Number(day) > 31) return undefined
  const date = [
    yearOf(year, mark === "'"),
    month.padStart(2, '0'),
    day.padStart(2, '0'),
  ].join('-')
  return isLocalDate(date) ? date : undefined
}

const pattern =
  /^\s*(\d{1,2}|\d{4})\s*[-/.]\s*(\d{1,2})\s*([-/.'])\s*(\d{1,2}|\d{4})(?:\s*\.)?\s*$/

/** An apostrophe is how the format writes a year after 1999. */
function yearOf(digits: string, isLate: boolean): string {
  if (digits.length === 4) return digits
  const year = Number(digits)
  return String(isLate || year < 70 ? 2000 + year : 1900 + year)
}

type Orderly = { valid: number; up: number; down: number; last: string }

/** Finds the order of a whole file's dates: most of them possible, then least to and fro. */
export function voteOnOrder() {
  const seen = new Map<DateOrder, Orderly>(
    dateOrders.map(order => [order, { valid: 0, up: 0, down: 0, last: '' }]),
  )
  let hasDots = false

  function left(): readonly DateOrder[] {
    const usual: readonly DateOrder[] = hasDots
      ? ['dmy', 'mdy', 'ymd']
      : ['mdy', 'dmy', 'ymd']
    const most = Math.max(...[...seen.values()].map(one => one.valid))
    return usual.filter(order => seen.get(order)?.valid === most)
  }

  return {
    add: (text: string) => {
      if (/\d\s*[.-]/.test(text)) hasDots = true
      const isYearFirst = /^\s*\d{4}/.test(text)
      for (const [order, one] of seen) {
        if (isYearFirst && order !== 'ymd') continue
        const date = qifDay(text, order)
        if (date === undefined) continue
        one.valid += 1
        if (one.last !== '' && date > one.last) one.up += 1
        if (one.last !== '' && date < one.last) one.down += 1
        one.last = date
      }
    },
    order: (): DateOrder => {
      const possible = left()
      const disorder = (order: DateOrder) => {
        const { up, down } = seen.get(order) ?? { up: 0, down: 0 }
        return Math.min(up, down)
      }
      const least = Math.min(...possible.map(disorder))
      return possible.find(order => disorder(order) === least) ?? 'mdy'
    },
    /** Whether some day allows no other; a year of two digits comes first too rarely to raise a doubt. */
    isSure: () => left().filter(order => order !== 'ymd').length < 2,
  }
}
