import { SaxesParser } from 'saxes'
import { StatementFileError } from '../../reader.ts'

/** What happens in an XML text, by the names of its elements without their prefixes. */
export type XmlEvents = {
  readonly open: (
    name: string,
    attributes: Readonly<Record<string, string>>,
  ) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
}

const deepest = 64

/**
 * Tells what stands in XML, piece by piece as it is read; yields the bytes of
 * each. No document type, so no entity but the five that XML has by itself.
 * Throws StatementFileError.
 */
export async function* xmlEvents(
  pieces: AsyncIterable<Uint8Array>,
  events: XmlEvents,
): AsyncGenerator<number> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  parser.on('doctype', () => {
    throw new StatementFileError('has-markup')
  })
  parser.on('error', error => {
    throw new StatementFileError('cut-short', 0, error.message)
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > deepest) throw new StatementFileError('has-markup', 0, name)
    events.open(localName(name), attributes)
  })
  parser.on('text', events.text)
  parser.on('cdata', events.text)
  parser.on('closetag', ({ name }) => {
    depth -= 1
    events.close(localName(name))
  })
  const decoder = new TextDecoder()
  for await (const piece of pieces) {
    parser.write(decoder.decode(piece, { stream: true }))
    yield piece.length
  }
  parser.write(decoder.decode())
  parser.close()
}

function localName(name: string): string {
  const at = name.indexOf(':')
  return at < 0 ? name : name.slice(at + 1)
}
