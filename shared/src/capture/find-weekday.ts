import { closestWord } from './closest.ts'
import { foundAt, type DateFound, type DateSearch } from './date-found.ts'
import type { QuickWords } from './quick-words.ts'
import { shiftDate, weekdayNear } from './resolve-date.ts'
import type { Line } from './tokens.ts'

/** `on monday`, `sexta passada`. */
export function weekday(
  line: Line,
  at: number,
  search: DateSearch,
): DateFound | undefined {
  const { words } = search
  const found = line.phraseAt(at, words.weekdays, 2)
  if (found === undefined) return undefined
  const { to, value } = found
  const isNamed =
    words.beforeWeekday.has(line.word(at - 1)) ||
    words.lastWords.has(line.word(to))
  if (value.isDoubtful && !isNamed && !standsAlone(line, to, words)) {
    return undefined
  }
  return weekdayFound(line, at, to, value.day, search)
}

/** Nothing follows that it could be said of: `segunda prestação`, `sun cream`. */
function standsAlone(line: Line, to: number, words: QuickWords): boolean {
  if (!line.isFree(to)) return true
  if (line.phraseAt(to, words.partsOfDay, 4) !== undefined) return true
  // `Quinta do Lago` is a place.
  if (words.fromAccount.has(line.word(to))) return false
  return !/\p{L}/u.test(line.word(to)) || words.leading.has(line.word(to))
}

function weekdayFound(
  line: Line,
  at: number,
  end: number,
  day: number,
  { words, today }: DateSearch,
): DateFound {
  const around = [line.word(at - 1), line.word(end)]
  const isLast = around.some(word => words.lastWords.has(word))
  const isNext = around.some(word => words.nextWords.has(word))
  const isModified = isLast || isNext
  const isBehind =
    words.lastWords.has(line.word(end)) || words.nextWords.has(line.word(end))
  const which = isLast ? 'last' : isNext ? 'next' : 'latest'
  return {
    from: isModified && !isBehind ? at - 1 : at,
    to: isBehind ? end + 1 : end,
    date: weekdayNear(day, today, which),
  }
}

/** `yesteday`, `wendesday`. */
export function mistypedDay(
  line: Line,
  at: number,
  search: DateSearch,
): DateFound | undefined {
  const { words, today } = search
  const word = line.word(at)
  if (/\d/.test(word) || notDays.has(word)) return undefined
  const days = [...words.days.keys()].filter(each => !each.includes(' '))
  const day = closestWord(word, days)
  const shift = words.days.get(day ?? '')
  if (shift !== undefined) {
    return foundAt(at, shiftDate(today, shift.unit, shift.by))
  }
  const named = [...words.weekdays].filter(([, { isDoubtful }]) => !isDoubtful)
  const close = closestWord(
    word,
    named.map(([name]) => name),
  )
  const found = close === undefined ? undefined : words.weekdays.get(close)
  return found && weekdayFound(line, at, at + 1, found.day, search)
}

/** A letter away from a day, and words of their own. */
const notDays: ReadonlySet<string> = new Set([
  'sundae',
  'sundaes',
  'domingos',
  'today´s',
  'toddy',
])
