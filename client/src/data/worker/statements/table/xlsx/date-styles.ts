import { xmlEvents } from './xml-events.ts'
import type { ZipEntry } from './zip.ts'

/** Which of a workbook's cell styles show a number as a day. */
export async function readDateStyles(
  entry: ZipEntry,
): Promise<ReadonlySet<number>> {
  const formats = new Map<number, string>()
  const styles = new Set<number>()
  let count = 0
  let isInCells = false
  const events = {
    open: (name: string, attributes: Readonly<Record<string, string>>) => {
      const id = Number(attributes['numFmtId'] ?? '0')
      if (name === 'numFmt') formats.set(id, attributes['formatCode'] ?? '')
      if (name === 'cellXfs') isInCells = true
      if (name !== 'xf' || !isInCells) return
      if (showsDay(id, formats.get(id))) styles.add(count)
      count += 1
    },
    text: () => undefined,
    close: (name: string) => {
      if (name === 'cellXfs') isInCells = false
    },
  }
  for await (const _ of xmlEvents(entry.bytes(), events)) continue
  return styles
}

/** ECMA-376, part 1, 18.8.30: the formats that need no code, in all languages. */
function showsDay(id: number, code: string | undefined): boolean {
  if (code !== undefined) {
    const plain = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '')
    return /[dy]/i.test(plain) || /m{3}/i.test(plain)
  }
  return (
    (id >= 14 && id <= 17) ||
    id === 22 ||
    (id >= 27 && id <= 31) ||
    id === 36 ||
    (id >= 50 && id <= 58)
  )
}
