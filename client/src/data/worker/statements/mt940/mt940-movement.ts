import {
  isLocalDate,
  type LocalDate,
} from '@ourmoney/shared/calendar/local-date.ts'

/** The line of a movement, `:61:`. */
export type Mt940Movement = {
  /** Of the booking where it says so, else of the value. */
  readonly date: LocalDate | undefined
  readonly isOut: boolean
  /** Expected, not booked. */
  readonly isPending: boolean
  readonly amount: string
  /** Four signs such as `NTRF`. */
  readonly kind: string
  /** The customer's. */
  readonly reference: string
  readonly bankReference: string
}

const pattern =
  /^(\d{6})(\d{4})?(R|E)?([CD])([A-Z])?([\d.,]{1,20})(?:([NSF][A-Z0-9]{3})([^]*))?$/

export function readMovement(line: string): Mt940Movement | undefined {
  const found = pattern.exec(line.trim())
  if (found === null) return undefined
  const [, value = '', entry, mark, side, , amount = '', kind = '', rest = ''] =
    found
  const at = rest.indexOf('//')
  return {
    date: bookingDay(value, entry),
    // A debit taken back came in.
    isOut: (side === 'D') !== (mark === 'R'),
    isPending: mark === 'E',
    amount,
    kind,
    reference: (at < 0 ? rest : rest.slice(0, at)).trim(),
    bankReference: at < 0 ? '' : rest.slice(at + 2).trim(),
  }
}

/** `YYMMDD`. */
export function swiftDay(text: string): LocalDate | undefined {
  const [, year = '', month, day] = /^(\d{2})(\d{2})(\d{2})$/.exec(text) ?? []
  const century = Number(year) < 80 ? '20' : '19'
  const date = `${century}${year}-${month}-${day}`
  return isLocalDate(date) ? date : undefined
}

/** The booking has no year: that in which it is closest to the value. */
function bookingDay(
  value: string,
  entry: string | undefined,
): LocalDate | undefined {
  const day = swiftDay(value)
  if (entry === undefined || day === undefined) return day
  const year = Number(day.slice(0, 4))
  const apart = Number(entry.slice(0, 2)) - Number(day.slice(5, 7))
  const own = apart > 6 ? year - 1 : apart < -6 ? year + 1 : year
  const date = `${own}-${entry.slice(0, 2)}-${entry.slice(2)}`
  return isLocalDate(date) ? date : day
}
