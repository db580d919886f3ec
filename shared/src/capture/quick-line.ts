import type { QuickContext, QuickCorrections, QuickReading } from './reading.ts'
import { settle } from './settle.ts'
import { Line } from './tokens.ts'
import { understand } from './understand.ts'

/** Far more than anyone writes of one purchase; whatever is pasted, reading stays quick. */
export const longestLine = 500

/**
 * Reads one line such as `12,50 lunch @cash #work yesterday`. The same line and
 * context always give the same reading. What was put right by hand stands.
 */
export function parseQuickLine(
  text: string,
  context: QuickContext,
  corrections: QuickCorrections = {},
): QuickReading {
  const line = new Line(text.slice(0, longestLine))
  const found = understand(line, context)
  const reading = settle(line, found, context, corrections)
  if (text.length <= longestLine) return reading
  const issue = { code: 'too-long', part: undefined } as const
  return { ...reading, issues: [issue, ...reading.issues] }
}
