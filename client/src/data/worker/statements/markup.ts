import { StatementFileError } from './reader.ts'

const longestText = 256 * 1024
const longestTag = 16 * 1024

/** What a file with tags is made of; the line is asked for only where something is wrong. */
export type MarkupTaker = {
  /** `name` without a prefix; `attributes` as they stand there. */
  readonly open: (name: string, attributes: string, isEmpty: boolean) => void
  readonly close: (name: string) => void
  /** As it stands there, or, in a CDATA section, as it is meant. */
  readonly text: (text: string, isLiteral: boolean) => void
}

/**
 * Cuts SGML or XML into tags and texts as it comes in. There is no document
 * type and there are no entities of a file's own; a `<` that begins no tag is
 * text. Names are as written, in any case.
 */
export function markupCutter(taker: MarkupTaker) {
  let rest = ''
  let line = 1
  /** Where in `rest` it is reading. */
  let place = 0

  function fail(code: 'has-markup' | 'record-too-long', at: number): never {
    const before = countLines(rest.slice(0, at))
    throw new StatementFileError(code, line + before, rest.slice(at, at + 80))
  }

  /** Behind what begins at `at`; 0 where its end has not come yet. */
  function special(at: number, isLast: boolean): number {
    if (rest.startsWith('<!--', at)) return behind('-->', at + 4)
    if (rest.startsWith('<?', at)) return behind('?>', at + 2)
    if (rest.startsWith('<![CDATA[', at)) {
      const end = behind(']]>', at + 9)
      if (end > 0) taker.text(rest.slice(at + 9, end - 3), true)
      return end
    }
    const start = rest.slice(at, at + 9)
    const mayGrow =
      !isLast && ('<![CDATA['.startsWith(start) || '<!--'.startsWith(start))
    return mayGrow ? 0 : fail('has-markup', at)
  }

  function behind(mark: string, from: number): number {
    const at = rest.indexOf(mark, from)
    return at < 0 ? 0 : at + mark.length
  }

  function tag(at: number): number {
    const end = rest.indexOf('>', at)
    const [, closing, name = '', attributes = ''] =
      tagPattern.exec(rest.slice(at, end)) ?? []
    const isEmpty = attributes.endsWith('/')
    if (closing === '/') taker.close(name)
    else
      taker.open(name, isEmpty ? attributes.slice(0, -1) : attributes, isEmpty)
    return end + 1
  }

  function run(isLast: boolean): void {
    let done = 0
    for (let at = rest.indexOf('<'); at >= 0; at = rest.indexOf('<', at)) {
      const kind = kindAt(rest, at, isLast)
      if (kind === 'unknown') break
      if (kind === 'text') {
        at += 1
        continue
      }
      const text = rest.slice(done, at)
      if (text.length > longestText) fail('record-too-long', done)
      if (text !== '') taker.text(text, false)
      done = at
      place = at
      const end = kind === 'tag' ? tag(at) : special(at, isLast)
      if (end === 0) break
      at = end
      done = end
    }
    line += countLines(rest.slice(0, done))
    rest = rest.slice(done)
    place = 0
    if (rest.length > longestText) fail('record-too-long', 0)
  }

  return {
    take: (text: string) => {
      rest += text
      run(false)
    },
    /** What is left over after the last tag. */
    end: (): string => {
      run(true)
      return rest
    },
    line: () => line + countLines(rest.slice(0, place)),
  }
}

const tagPattern =
  /^<(\/?)(?:[\w.-]{1,60}:)?([A-Za-z][\w.-]{0,80})(?=[\s/]|$)([^]*)$/
/** As far as a tag can have come when the text ends within it. */
const begunTag = /^<\/?([A-Za-z][\w.:-]{0,150}([\s/][^]*)?)?$/

function kindAt(
  text: string,
  at: number,
  isLast: boolean,
): 'tag' | 'special' | 'text' | 'unknown' {
  const next = text.charAt(at + 1)
  if (next === '!' || next === '?') return 'special'
  angle.lastIndex = at + 1
  const end = angle.exec(text)?.index ?? text.length
  if (end - at > longestTag) return 'text'
  const whole = text.slice(at, end)
  if (text.charAt(end) === '>') return tagPattern.test(whole) ? 'tag' : 'text'
  return end === text.length && !isLast && begunTag.test(whole)
    ? 'unknown'
    : 'text'
}

const angle = /[<>]/g

function countLines(text: string): number {
  return text.split('\n').length - 1
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** The five entities of XML, a blank, and numbers; everything else stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole
      const code =
        decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)
      const isCharacter =
        code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      return isCharacter ? String.fromCodePoint(code) : whole
    },
  )
}
