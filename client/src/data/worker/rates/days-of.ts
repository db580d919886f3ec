import {
  mostBytes,
  RatesFileError,
  type Days,
  type TextPiece,
} from './rates-file.ts'

/** Reads by what stands in the file, whatever it is called. Throws RatesFileError. */
export async function* daysOf(file: Blob): Days {
  if (file.size > mostBytes) throw new RatesFileError('too-large', 1)
  const pieces = textOf(file)
  const first = await pieces.next()
  const start = first.done === true ? '' : first.value.text.trimStart()
  const all = startingWith(first, pieces)
  if (start.startsWith('<')) {
    const { readXmlDays } = await import('./read-xml.ts')
    yield* readXmlDays(all)
  } else {
    const { readCsvDays } = await import('./read-csv.ts')
    yield* readCsvDays(all)
  }
}

async function* startingWith(
  first: IteratorResult<TextPiece, void>,
  rest: AsyncGenerator<TextPiece, void>,
): AsyncGenerator<TextPiece, void> {
  if (first.done === true) return
  yield first.value
  yield* rest
}

/** Text piece by piece; spreadsheets write UTF-16 too, and mark it. */
async function* textOf(file: Blob): AsyncGenerator<TextPiece, void> {
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer())
  if (start[0] === 0x50 && start[1] === 0x4b) {
    throw new RatesFileError('is-zip', 1)
  }
  const decoder = new TextDecoder(encodingOf(start))
  const reader = file.stream().getReader()
  let bytesRead = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    bytesRead += value.length
    const text = decoder.decode(value, { stream: true })
    if (text.includes('\0')) throw new RatesFileError('not-rates', 1)
    if (text !== '') yield { text, bytesRead }
  }
  const text = decoder.decode()
  if (text !== '') yield { text, bytesRead }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}
