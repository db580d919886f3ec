import { lineCutter } from '../lines.ts'
import { StatementFileError } from '../reader.ts'

/** A field of a message: `:61:` and what follows it, line by line. */
export type Mt940Field = {
  readonly tag: string
  readonly lines: readonly string[]
  readonly line: number
}

const longestField = 16 * 1024

/** Cuts a file into fields, whatever stands around its messages. */
export function mt940Fields(take: (field: Mt940Field) => void) {
  let tag = ''
  let lines: string[] = []
  let start = 0
  let length = 0

  function finish(): void {
    if (tag !== '') take({ tag, lines, line: start })
    tag = ''
    lines = []
    length = 0
  }

  const cutter = lineCutter((text, line) => {
    // `{1:…}{2:…}{4:` before a message and `-}` after it.
    const plain = text.replace(/^\s*\{1:[^]*\{4:\s*/, '')
    const found = /^:(\d{2}[A-Z]?|NS):/.exec(plain)
    if (found !== null) {
      finish()
      tag = found[1] ?? ''
      start = line
      lines = [plain.slice(found[0].length)]
      length = plain.length
      return
    }
    if (/^(-(\}.*)?|:?940:|\{[1-5S]:.*)?\s*$/.test(plain)) return finish()
    if (tag === '') return
    length += plain.length
    if (length > longestField) {
      throw new StatementFileError('not-a-statement', line, plain)
    }
    lines.push(plain)
  })

  return {
    take: cutter.take,
    end: () => {
      cutter.end()
      finish()
    },
    line: cutter.line,
  }
}
