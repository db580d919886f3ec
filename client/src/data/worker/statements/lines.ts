import { StatementFileError } from './reader.ts'

const longestLine = 64 * 1024

/** Hands over whole lines, numbered from 1, whatever ends them. */
export function lineCutter(onLine: (line: string, number: number) => void) {
  let rest = ''
  let number = 0
  let endsInReturn = false

  function hand(line: string): void {
    number += 1
    onLine(line, number)
  }

  return {
    take: (text: string) => {
      // A line feed that belongs to the return before it ends no second line.
      let from = endsInReturn && text.startsWith('\n') ? 1 : 0
      if (text !== '') endsInReturn = false
      lineEnd.lastIndex = from
      for (
        let found = lineEnd.exec(text);
        found !== null;
        found = lineEnd.exec(text)
      ) {
        hand(rest + text.slice(from, found.index))
        rest = ''
        from = lineEnd.lastIndex
        endsInReturn = found[0] === '\r' && from === text.length
      }
      rest += text.slice(from)
      if (rest.length > longestLine) {
        throw new StatementFileError('not-a-statement', number + 1, rest)
      }
    },
    end: () => {
      if (rest !== '') hand(rest)
      rest = ''
    },
    /** Of the last line. */
    line: () => number,
  }
}

const lineEnd = /\r\n|\n|\r/g
