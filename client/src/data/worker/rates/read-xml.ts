import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { DayRow } from '@ourmoney/shared/rate/day-rates.ts'
import {
  longestPiece,
  RatesFileError,
  type Days,
  type TextPiece,
} from './rates-file.ts'

/**
 * An envelope with a `Cube` for each day, which has a `Cube` for each currency.
 * Cut into days as it is read, each parsed alone: a file, however long, is
 * never a tree in memory.
 */
export async function* readXmlDays(pieces: AsyncIterable<TextPiece>): Days {
  let rest = ''
  let tail = ''
  let root: string | undefined
  let line = 1
  let scanned = 0
  let depth = 0
  /** Where in `rest` a day begins, and how deep it stands. */
  let day: { readonly start: number; readonly depth: number } | undefined
  let hasDays = false

  for await (const { text, bytesRead } of pieces) {
    const from = Math.max(0, rest.length - 1)
    rest += text
    tail = (tail + text).slice(-tailLength)
    root ??= firstTag.exec(rest)?.[1]
    refuseMarkup(rest, from, line)
    cubeTag.lastIndex = scanned
    for (
      let found = cubeTag.exec(rest);
      found !== null;
      found = cubeTag.exec(rest)
    ) {
      const [tag, closing, attributes = '', own] = found
      scanned = cubeTag.lastIndex
      if (closing === '/') depth -= 1
      else {
        if (day === undefined && isDay.test(attributes)) {
          day = { start: found.index, depth }
        }
        if (own !== '/') depth += 1
      }
      if (depth < 0) throw new RatesFileError('cut-short', line, tag)
      if (day?.depth !== depth) continue
      hasDays = true
      line += countLines(rest.slice(0, day.start))
      const whole = rest.slice(day.start, scanned)
      yield { row: readDayCube(whole, line), bytesRead }
      line += countLines(whole)
      rest = rest.slice(scanned)
      scanned = 0
      cubeTag.lastIndex = 0
      day = undefined
    }
    if (day === undefined) {
      line += countLines(rest.slice(0, scanned))
      rest = rest.slice(scanned)
      scanned = 0
    }
    if (rest.length > longestPiece) {
      throw new RatesFileError('not-rates', line, rest)
    }
  }
  if (!hasDays && depth === 0) throw new RatesFileError('not-rates', 1, tail)
  if (depth !== 0 || !tail.trimEnd().endsWith(`</${root}>`)) {
    throw new RatesFileError('cut-short', line, tail)
  }
}

const cubeTag = /<(\/?)(?:[\w.-]+:)?Cube\b([^<>]*?)(\/?)>/g
const isDay = /\stime\s*=/
const firstTag = /<([\w:.-]+)[\s>]/
const tailLength = 200

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseAttributeValue: false,
  parseTagValue: false,
  processEntities: false,
})

/** No document type, no entities, nothing hidden: rates need none of it. */
function refuseMarkup(text: string, from: number, line: number): void {
  const at = text.indexOf('<!', from)
  if (at < 0) return
  const before = countLines(text.slice(0, at))
  throw new RatesFileError('has-markup', line + before, text.slice(at))
}

function readDayCube(text: string, line: number): DayRow {
  if (XMLValidator.validate(text) !== true) {
    throw new RatesFileError('cut-short', line, text)
  }
  const { Cube: cube } = parser.parse(text) as { readonly Cube?: unknown }
  const inner = fieldOf(cube, 'Cube')
  const list: readonly unknown[] = Array.isArray(inner) ? inner : [inner]
  return {
    line,
    date: textOf(cube, 'time'),
    cells: list
      .filter(each => typeof each === 'object')
      .map(each => ({
        quote: textOf(each, 'currency').trim(),
        text: textOf(each, 'rate'),
      })),
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined
}

function textOf(value: unknown, name: string): string {
  const found = fieldOf(value, name)
  return typeof found === 'string' ? found : ''
}

function countLines(text: string): number {
  return text.split('\n').length - 1
}
