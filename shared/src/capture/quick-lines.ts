import type { QuickCorrections } from './reading.ts'

/** A line of the field, and what of it was put right by hand. */
export type QuickLine = {
  readonly text: string
  readonly corrections: QuickCorrections
}

export const noLines: readonly QuickLine[] = [{ text: '', corrections: {} }]

export function textOf(lines: readonly QuickLine[]): string {
  return lines.map(({ text }) => text).join('\n')
}

/**
 * The lines after something was typed or pasted. What was put right by hand
 * goes along with its line, also when others come and go above it.
 */
export function retype(
  before: readonly QuickLine[],
  text: string,
): readonly QuickLine[] {
  const after = text.split(/\r\n|[\n\r\u2028\u2029]/u)
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head]?.text === after[head]) head += 1
  let tail = 0
  while (
    tail < most - head &&
    before.at(-1 - tail)?.text === after.at(-1 - tail)
  ) {
    tail += 1
  }
  return after.map((line, at) => {
    const isBelow = at >= after.length - tail
    const old = before[isBelow ? at - after.length + before.length : at]
    const isOutside = !isBelow && at >= before.length - tail
    if (old === undefined || isOutside) return { text: line, corrections: {} }
    if (old.text === line) return old
    const stays = isEdited(old.text, line)
    return { text: line, corrections: stays ? old.corrections : {} }
  })
}

/** Something of the line is left; else it is another one. */
function isEdited(old: string, line: string): boolean {
  if (old === '' || line === '') return false
  return old.at(0) === line.at(0) || old.at(-1) === line.at(-1)
}
