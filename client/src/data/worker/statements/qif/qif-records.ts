import { lineCutter } from '../lines.ts'
import { StatementFileError } from '../reader.ts'

export type QifField = {
  /** What the line begins with, which says what it is. */
  readonly letter: string
  readonly text: string
  readonly line: number
}

/** The lines up to a `^`. */
export type QifRecord = {
  readonly section: QifSection
  readonly fields: readonly QifField[]
  readonly line: number
  readonly raw: string
  /** Whether its end was there. */
  readonly isWhole: boolean
}

/** Movements of money; a list of accounts; movements of securities, or who knows what. */
export type QifSection = 'movements' | 'accounts' | 'others'

export type QifTaker = {
  readonly record: (record: QifRecord) => void
  /** Movements begin, of the account that was named last. */
  readonly start: () => void
  /** The accounts so far were a list, and none of them begins. */
  readonly forget: () => void
}

const movements = /^!type:\s*(bank|cash|ccard|oth\s*[al])\b/i
/** Lists of names and prices. */
const skipped =
  /^!type:\s*(cat|class|memorized|prices|security|budget|tag|template|invitem)/i
const mostFields = 2_000
const longestRaw = 500

export function qifRecords(taker: QifTaker) {
  let section: QifSection | 'skipped' | undefined
  let fields: QifField[] = []
  let raw = ''
  let start = 0

  function finish(isWhole: boolean): void {
    if (fields.length > 0 && section !== undefined && section !== 'skipped') {
      taker.record({ section, fields, line: start, raw, isWhole })
    }
    fields = []
    raw = ''
    start = 0
  }

  function head(line: string): void {
    finish(false)
    if (/^!clear:autoswitch/i.test(line)) return taker.forget()
    if (/^!option:/i.test(line)) return
    if (/^!account/i.test(line)) section = 'accounts'
    else if (skipped.test(line)) section = 'skipped'
    else if (movements.test(line)) {
      section = 'movements'
      taker.start()
    } else section = 'others'
  }

  const cutter = lineCutter((text, line) => {
    const trimmed = text.trim()
    if (trimmed === '') return
    if (trimmed.startsWith('!')) return head(trimmed)
    if (trimmed.startsWith('^')) return finish(true)
    if (start === 0) start = line
    if (raw.length < longestRaw) {
      raw = (raw === '' ? text : `${raw}\n${text}`).slice(0, longestRaw)
    }
    if (fields.length === mostFields) {
      throw new StatementFileError('not-a-statement', line, trimmed)
    }
    fields.push({
      letter: trimmed.charAt(0).toUpperCase(),
      text: trimmed.slice(1).trim(),
      line,
    })
  })

  return {
    take: cutter.take,
    end: () => {
      cutter.end()
      finish(false)
      if (section === undefined) throw new StatementFileError('not-a-statement')
    },
  }
}
