/** A zip for tests: entries by their names, packed if it is so asked. */
export async function aZip(
  entries: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>,
  {
    isPacked = true,
    declared,
  }: {
    readonly isPacked?: boolean
    /** What it says of its sizes, when that is a lie. */
    readonly declared?: number
  } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const directory: Uint8Array<ArrayBuffer>[] = []
  let offset = 0
  for (const [name, content] of Object.entries(entries)) {
    const bytes =
      typeof content === 'string' ? new TextEncoder().encode(content) : content
    const body = isPacked ? await packed(bytes) : bytes
    const title = new TextEncoder().encode(name)
    const head = [
      isPacked ? 8 : 0,
      body.length,
      declared ?? bytes.length,
    ] as const
    const local = header(0x04034b50, 30, head, title, 0)
    parts.push(local, title, body)
    directory.push(header(0x02014b50, 46, head, title, offset), title)
    offset += local.length + title.length + body.length
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0)
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, 0x06054b50, true)
  end.setUint16(8, directory.length / 2, true)
  end.setUint16(10, directory.length / 2, true)
  end.setUint32(12, size, true)
  end.setUint32(16, offset, true)
  const all = [...parts, ...directory, new Uint8Array(end.buffer)]
  return new Uint8Array(await new Blob(all).arrayBuffer())
}

function header(
  signature: number,
  length: number,
  [method, packedSize, size]: readonly [number, number, number],
  title: Uint8Array,
  offset: number,
): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(length))
  // The directory has the version of the writer before what a header has.
  const shift = length === 46 ? 2 : 0
  view.setUint32(0, signature, true)
  view.setUint16(8 + shift, method, true)
  view.setUint32(18 + shift, packedSize, true)
  view.setUint32(22 + shift, size, true)
  view.setUint16(26 + shift, title.length, true)
  if (length === 46) view.setUint32(42, offset, true)
  return new Uint8Array(view.buffer)
}

async function packed(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

export type WorkbookParts = {
  /** What stands in `sheetData`, or the whole part if it begins so. */
  readonly sheets: Readonly<Record<string, string>>
  readonly texts?: readonly string[]
  readonly workbook?: string
}

/** An Excel file for tests; style 1 is a day, 2 a day with letters, 3 an hour. */
export function workbookParts({
  sheets,
  texts = [],
  workbook = '',
}: WorkbookParts): Record<string, string> {
  const names = Object.keys(sheets)
  return {
    '[Content_Types].xml': `${xml}<Types/>`,
    '_rels/.rels': `${xml}<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${xml}<workbook xmlns:r="http://r">${workbook}<sheets>${names
      .map(
        (name, at) =>
          `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships>${names
      .map(
        (_, at) =>
          `<Relationship Id="r${at}" Type="http://x/worksheet" Target="sheets/${at}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="s" Type="http://x/sharedStrings" Target="/xl/strings.xml"/><Relationship Id="f" Type="http://x/styles" Target="styles.xml"/></Relationships>`,
    'xl/strings.xml': `${xml}<sst>${texts.map(text => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `${xml}<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-816]d&quot; de &quot;mmmm\\ yyyy"/><numFmt numFmtId="165" formatCode="&quot;days&quot; 0.00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(
      Object.values(sheets).map((rows, at) => [
        `xl/sheets/${at}.xml`,
        rows.startsWith('<?xml')
          ? rows
          : `${xml}<worksheet><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
  }
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** Rows of text and number cells, without references, as some writers leave them. */
export function sheetOf(
  ...rows: readonly (readonly (string | number)[])[]
): string {
  return rows
    .map(
      cells =>
        `<row>${cells
          .map(cell =>
            typeof cell === 'number'
              ? `<c><v>${cell}</v></c>`
              : `<c t="inlineStr"><is><t>${cell}</t></is></c>`,
          )
          .join('')}</row>`,
    )
    .join('')
}
