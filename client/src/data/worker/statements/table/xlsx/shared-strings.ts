import { xmlEvents } from './xml-events.ts'
import type { ZipEntry } from './zip.ts'

/** The texts that the cells of all sheets refer to by their place. */
export async function readSharedStrings(
  entry: ZipEntry,
): Promise<readonly string[]> {
  const texts: string[] = []
  const reading = createTextReading()
  const events = {
    open: (name: string) => reading.open(name),
    text: (text: string) => reading.text(text),
    close: (name: string) => {
      reading.close(name)
      if (name === 'si') texts.push(reading.take())
    },
  }
  for await (const _ of xmlEvents(entry.bytes(), events)) continue
  return texts
}

/** Joins the runs of a text, without how its Chinese characters are spoken. */
export function createTextReading() {
  let whole = ''
  let isText = false
  let spoken = 0
  return {
    open(name: string): void {
      if (name === 't') isText = spoken === 0
      if (name === 'rPh') spoken += 1
    },
    text(text: string): void {
      if (isText) whole += text
    },
    close(name: string): void {
      if (name === 't') isText = false
      if (name === 'rPh') spoken -= 1
    },
    take(): string {
      const text = whole
      whole = ''
      return unescaped(text)
    },
  }
}

/** ECMA-376, part 1, 22.9.2.19: characters that XML has no other way to write. */
function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
}
