import { foundAt, type DateFound, type DateSearch } from './date-found.ts'
import { mistypedDay, weekday } from './find-weekday.ts'
import {
  exactDate,
  fullYear,
  latestDayOfMonth,
  latestMonthDay,
  shiftDate,
} from './resolve-date.ts'
import type { Line } from './tokens.ts'

/** The date that a line names; what is written out goes before what is hinted at. */
export function findDate(
  line: Line,
  search: DateSearch,
): DateFound | undefined {
  for (const rule of rules) {
    for (let at = 0; at < line.length; at++) {
      if (!line.isFree(at)) continue
      const found = rule(line, at, search)
      if (found !== undefined) return widened(line, found, search)
    }
  }
  return undefined
}

type Rule = (
  line: Line,
  at: number,
  search: DateSearch,
) => DateFound | undefined

const rules: readonly Rule[] = [
  wholeDate,
  dayAndMonth,
  relativeDay,
  daysAgo,
  weekday,
  dayOfMonth,
  dayAndMonthInDigits,
  mistypedDay,
]

function wholeDate(
  line: Line,
  at: number,
  { locale }: DateSearch,
): DateFound | undefined {
  const word = line.word(at)
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(word)
  if (iso !== null) {
    const [, year, month, day] = iso.map(Number)
    return foundAt(at, exactDate(year ?? 0, month ?? 0, day ?? 0))
  }
  const other = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(word)
  if (other === null) return undefined
  const [, first = '', , second = '', year = ''] = other
  const { day, month } = dayMonth(Number(first), Number(second), locale)
  return foundAt(at, exactDate(fullYear(year), month, day))
}

function dayAndMonth(
  line: Line,
  at: number,
  search: DateSearch,
): DateFound | undefined {
  const { words, today } = search
  const monthAt = (place: number) =>
    line.isFree(place) ? words.months.get(line.word(place)) : undefined
  let place = at
  let month = monthAt(place)
  const isMonthFirst = month !== undefined
  // `mar 12` is a walk by the sea in Portuguese.
  if (month?.isShort === true && words.head === 'first') return undefined
  if (month !== undefined) place += 1
  const day = dayNumberAt(line, place)
  if (day === undefined) return undefined
  place += 1
  if (month === undefined) {
    if (isOf(line.word(place))) place += 1
    month = monthAt(place)
    if (month === undefined) return undefined
    place += 1
  }
  // `3 nov 4` is the 3rd, and 4 the amount; `nov 3, 2025` is the 3rd of that year.
  const atYear = isOf(line.word(place)) ? place + 1 : place
  const year = /^20\d\d$/.exec(
    line.isFree(atYear) ? line.word(atYear) : '',
  )?.[0]
  const isMarked = isOf(line.word(at + 1)) || /\D/.test(line.word(at))
  if (year !== undefined && search.isAmountLeft(at, atYear + 1)) {
    const date = exactDate(Number(year), month.month, day)
    return { from: at, to: atYear + 1, date }
  }
  const isSure = isMarked && !isMonthFirst
  if (!isSure && !search.isAmountLeft(at, place)) return undefined
  const date = latestMonthDay(month.month, day, today)
  return { from: at, to: place, date }
}

function relativeDay(
  line: Line,
  at: number,
  { words, today }: DateSearch,
): DateFound | undefined {
  const found = line.phraseAt(at, words.days, 4)
  return (
    found && {
      from: at,
      to: found.to,
      date: shiftDate(today, found.value.unit, found.value.by),
    }
  )
}

/** `3 days ago`, `há 3 dias`, `in two weeks`. */
function daysAgo(
  line: Line,
  at: number,
  { words, today }: DateSearch,
): DateFound | undefined {
  let place = at
  const ahead = line.phraseAt(at, words.ahead, 2)
  const isBefore = words.beforeAgo.has(line.word(at))
  if (ahead !== undefined) place = ahead.to
  else if (isBefore) place += 1
  const word = line.word(place)
  const count = /^\d{1,3}$/.test(word) ? Number(word) : words.numbers.get(word)
  const unit = words.spans.get(line.word(place + 1))?.unit
  if (count === undefined || unit === undefined) return undefined
  if (!line.isFree(place) || !line.isFree(place + 1)) return undefined
  place += 2
  const isAfter = line.isFree(place) && words.ago.has(line.word(place))
  if (isAfter) place += 1
  else if (!isBefore && ahead === undefined) return undefined
  const by = ahead === undefined || isAfter ? -count : count
  return { from: at, to: place, date: shiftDate(today, unit, by) }
}

/** `the 5th`, `on the 5`, `dia 5`. */
function dayOfMonth(
  line: Line,
  at: number,
  search: DateSearch,
): DateFound | undefined {
  const { words, today } = search
  const day = dayNumberAt(line, at)
  if (day === undefined) return undefined
  const before = line.word(at - 1)
  const isOrdinal = /\D/.test(line.word(at))
  const isMarked =
    words.beforeDayOfMonth.has(before) &&
    (isOrdinal || words.head === 'first' || line.word(at - 2) === 'on')
  const isLastWord = isOrdinal && at === line.length - 1
  if (!isMarked && !isLastWord) return undefined
  if (!search.isAmountLeft(at, at + 1)) return undefined
  return {
    from: isMarked ? at - 1 : at,
    to: at + 1,
    date: latestDayOfMonth(day, today),
  }
}

/** `12/11`, where it cannot be a sum: said to be a date, or another number is the amount. */
function dayAndMonthInDigits(
  line: Line,
  at: number,
  search: DateSearch,
): DateFound | undefined {
  const { words, today, locale } = search
  const found = /^(\d{1,2})[-/](\d{1,2})$/.exec(line.word(at))
  if (found === null) return undefined
  const { day, month } = dayMonth(Number(found[1]), Number(found[2]), locale)
  if (month > 12 || day > 31 || month === 0 || day === 0) return undefined
  const before = line.word(at - 1)
  const isSaid =
    words.beforeDate.has(before) || words.beforeDayOfMonth.has(before)
  if (!isSaid && !search.isAmountLeft(at, at + 1)) return undefined
  return foundAt(at, latestMonthDay(month, day, today))
}

/** The words before and behind that go with a date: `on`, `no dia`, `at night`. */
function widened(
  line: Line,
  { from, to, date }: DateFound,
  { words }: DateSearch,
): DateFound {
  let start = from
  let end = to
  const isWeekday = (at: number) =>
    line.isFree(at) && words.weekdays.has(line.word(at))
  if (isWeekday(start - 1)) start -= 1
  if (isWeekday(end)) end += 1
  for (let steps = 0; steps < 3 && line.isFree(start - 1); steps++) {
    const before = line.word(start - 1)
    if (!words.beforeDate.has(before) && !words.beforeDayOfMonth.has(before))
      break
    start -= 1
  }
  const part = line.phraseAt(end, words.partsOfDay, 4)
  return { from: start, to: part?.to ?? end, date }
}

/** `5`, `5th`, `1º`; from 1 to 31. */
function dayNumberAt(line: Line, at: number): number | undefined {
  if (!line.isFree(at)) return undefined
  const found = /^(\d{1,2})(st|nd|rd|th|o|a)?$/.exec(line.word(at))
  const day = Number(found?.[1] ?? 0)
  return day >= 1 && day <= 31 ? day : undefined
}

function isOf(word: string): boolean {
  return word === 'of' || word === 'de'
}

/** Day first, but for the United States and where the numbers allow only one reading. */
function dayMonth(first: number, second: number, locale: string) {
  const isMonthFirst = /^en-(US|PH|BZ|FM|GU|PR|VI|AS|MH|UM)\b/.test(locale)
  const swaps = isMonthFirst ? first <= 12 : second > 12 && first <= 12
  return swaps ? { day: second, month: first } : { day: first, month: second }
}
