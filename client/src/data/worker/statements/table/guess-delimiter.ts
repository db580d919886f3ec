import Papa from 'papaparse'
import { rolesOfName } from './column-words.ts'
import { foldName } from './fold-name.ts'
import { findDay } from './read-day.ts'
import { numberIn } from '../read-minor.ts'

export const delimiters = ['\t', ';', '|', ','] as const

/**
 * What stands between the cells of a text's first lines: that which makes most
 * rows have a date and an amount, or else the names of columns. Nothing if the
 * text is no table of movements.
 */
export function guessDelimiter(head: string): string | undefined {
  const hint = /^sep=(.)\r?\n/i.exec(head)?.[1]
  if (hint !== undefined) return hint
  const sample = head.slice(0, sampleLength).replace(/\r\n?/g, '\n')
  const scores = delimiters.map(delimiter => ({
    delimiter,
    score: scoreOf(sample, delimiter),
  }))
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score > 0 ? best.delimiter : undefined
}

const sampleLength = 16 * 1024

function scoreOf(sample: string, delimiter: string): number {
  const { data } = Papa.parse<string[]>(sample, {
    delimiter,
    newline: '\n',
    preview: 100,
  })
  const widths = new Map<number, number>()
  let movements = 0
  let names = 0
  for (const cells of data) {
    if (cells.length < 2) continue
    widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
    if (looksLikeMovement(cells)) movements += 1
    names = Math.max(names, namesIn(cells))
  }
  if (movements === 0 && names < 2) return 0
  return movements * 4 + names + Math.max(0, ...widths.values())
}

export function looksLikeMovement(cells: readonly string[]): boolean {
  const days = cells.map(cell => cell.length > 5 && isDay(cell))
  if (!days.includes(true)) return false
  return cells.some(
    (cell, index) => days[index] === false && numberIn(cell) !== undefined,
  )
}

/** A whole number may be a count of days, but says so only beside a name. */
export function isDay(cell: string): boolean {
  return !/^\s*\d+([.,]\d+)?\s*$/.test(cell) ||
    /^\s*(19|20)\d{6}\s*$/.test(cell)
    ? findDay(cell, 'UTC') !== undefined
    : false
}

/** How many different things the cells name as columns would be named. */
export function namesIn(cells: readonly string[]): number {
  const roles = new Set<string>()
  for (const cell of cells) {
    if (cell.length > 60 || /^\P{L}*$/u.test(cell)) continue
    const [best] = rolesOfName(foldName(cell)).toSorted((a, b) => b.fit - a.fit)
    if (best !== undefined && best.fit >= 1) roles.add(best.role)
  }
  const isOne = ['date', 'amount', 'in', 'out'].some(role => roles.has(role))
  return isOne ? roles.size : 0
}
