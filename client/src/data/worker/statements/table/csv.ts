import { StatementFileError } from '../reader.ts'
import { csvRows } from './csv-rows.ts'
import { guessDelimiter } from './guess-delimiter.ts'
import { tableReader } from './table-reader.ts'
import { headOf } from './text-pieces.ts'

/** CSV, and its like with tabs, semicolons or bars. */
export const csvReader = tableReader({
  format: 'csv',
  isOne: head => !head.includes('\0') && guessDelimiter(head) !== undefined,
  open: async (source, { delimiter: chosen }) => {
    const delimiter = chosen ?? guessDelimiter(await headOf(source.text()))
    if (delimiter === undefined) throw new StatementFileError('not-a-statement')
    return {
      sheets: [],
      delimiter,
      read: async function* () {
        const pieces = counted(source.text(), source.encoding)
        for await (const rows of csvRows(pieces.text, delimiter)) {
          yield { rows, bytesRead: pieces.take() }
        }
      },
    }
  },
})

/** About how many bytes the pieces had since somebody last asked. */
function counted(pieces: AsyncIterable<string>, encoding: string) {
  let bytes = 0
  const size = encoding.startsWith('utf-16') ? 2 : 1
  return {
    text: (async function* () {
      for await (const piece of pieces) {
        bytes += piece.length * size
        yield piece
      }
    })(),
    take: () => {
      const taken = bytes
      bytes = 0
      return taken
    },
  }
}
