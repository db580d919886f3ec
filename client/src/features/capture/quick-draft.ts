import { isLocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import {
  noLines,
  retype,
  textOf,
  type QuickLine,
} from '@ourmoney/shared/capture/quick-lines.ts'
import type { QuickCorrections } from '@ourmoney/shared/capture/reading.ts'
import { repeatableOf } from '@ourmoney/shared/capture/repeatable.ts'
import { dropDraft, keepDraft, readDraft } from '../../platform/keep-draft.ts'

export const quickForm = 'quick'
const nothing = { text: '', corrections: '[]' }

/** What was typed and not added yet, also after a reload. */
export function keptLines(): readonly QuickLine[] {
  const kept = readDraft(quickForm, nothing)
  if (kept.text === '') return noLines
  const corrections = readList(kept.corrections)
  return retype([], kept.text).map((line, at) => ({
    ...line,
    corrections: correctionsOf(corrections[at]),
  }))
}

export function keepLines(lines: readonly QuickLine[]): void {
  const text = textOf(lines)
  if (text === '') return dropDraft(quickForm)
  const corrections = lines.map(line => line.corrections)
  keepDraft(quickForm, { text, corrections: JSON.stringify(corrections) })
}

/** Puts a line below those that wait to be added. */
export function keepLine(line: string): void {
  const waiting = keptLines().filter(({ text }) => text.trim() !== '')
  keepLines([...waiting, ...retype([], line)])
}

function readList(text: string): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) ? list : []
  } catch {
    // Cut short: the lines themselves are what counts.
    return []
  }
}

function correctionsOf(kept: unknown): QuickCorrections {
  if (typeof kept !== 'object' || kept === null) return {}
  const { tags, ...rest } = repeatableOf({ ...kept })
  const parts = Object.entries(rest).filter(([name]) => ofLine.has(name))
  const date = 'date' in kept ? kept.date : undefined
  return {
    ...Object.fromEntries(parts),
    ...(tags !== undefined && { tags }),
    ...(typeof date === 'string' && isLocalDate(date) && { date }),
  }
}

const ofLine: ReadonlySet<string> = new Set(
  'type description minor currency account toAccount category payee member'.split(
    ' ',
  ),
)
