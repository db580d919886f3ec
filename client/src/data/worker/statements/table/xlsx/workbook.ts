import { StatementFileError } from '../../reader.ts'
import { readDateStyles } from './date-styles.ts'
import { readSharedStrings } from './shared-strings.ts'
import { xmlEvents } from './xml-events.ts'
import { openZip, type ZipEntry } from './zip.ts'

export type Workbook = {
  /** Visible ones, in their order. */
  readonly sheets: readonly {
    readonly name: string
    readonly entry: ZipEntry
  }[]
  readonly texts: readonly string[]
  /** Numbers of the styles in which a number is shown as a day. */
  readonly dateStyles: ReadonlySet<number>
  /** Its days are counted from 1904. */
  readonly from1904: boolean
}

/** What the sheets of an Excel file need to be read. Throws StatementFileError. */
export async function openWorkbook(blob: Blob): Promise<Workbook> {
  const zip = await openZip(blob)
  const [main] = await readLinks(zip, '', '').then(links =>
    links.filter(({ type }) => type === 'officeDocument'),
  )
  const folder = main?.target.replace(/[^/]*$/, '') ?? ''
  const file = main === undefined ? undefined : zip.get(main.target)
  if (main === undefined || file === undefined) {
    throw new StatementFileError('not-a-statement', 0, [...zip.keys()][0])
  }
  const links = await readLinks(zip, folder, main.target.slice(folder.length))
  const partOf = (type: string) => {
    const link = links.find(each => each.type === type)
    return link && zip.get(link.target)
  }
  const { sheets, from1904 } = await readSheetNames(file)
  const strings = partOf('sharedStrings')
  const styles = partOf('styles')
  return {
    sheets: sheets.flatMap(({ name, id }) => {
      const link = links.find(
        each => each.id === id && each.type === 'worksheet',
      )
      const entry = link && zip.get(link.target)
      return entry === undefined ? [] : [{ name, entry }]
    }),
    texts: strings === undefined ? [] : await readSharedStrings(strings),
    dateStyles: styles === undefined ? new Set() : await readDateStyles(styles),
    from1904,
  }
}

type Link = {
  readonly id: string
  /** The last word of its address. */
  readonly type: string
  readonly target: string
}

/** What a part of the package names as its own parts. */
async function readLinks(
  zip: ReadonlyMap<string, ZipEntry>,
  folder: string,
  file: string,
): Promise<readonly Link[]> {
  const entry = zip.get(`${folder}_rels/${file}.rels`)
  const links: Link[] = []
  if (entry === undefined) return links
  await readThrough(entry, (name, { Id, Type = '', Target = '' }) => {
    if (name !== 'Relationship') return
    links.push({
      id: Id ?? '',
      type: Type.slice(Type.lastIndexOf('/') + 1),
      target: Target.startsWith('/') ? Target.slice(1) : `${folder}${Target}`,
    })
  })
  return links
}

async function readSheetNames(entry: ZipEntry) {
  const sheets: { readonly name: string; readonly id: string }[] = []
  let from1904 = false
  await readThrough(entry, (name, attributes) => {
    if (name === 'workbookPr') {
      from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
    }
    if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') {
      return
    }
    const [id = ''] = Object.entries(attributes).flatMap(([key, value]) =>
      /(^|:)id$/.test(key) ? [value] : [],
    )
    sheets.push({ name: attributes['name'] ?? '', id })
  })
  return { sheets, from1904 }
}

async function readThrough(
  entry: ZipEntry,
  open: (name: string, attributes: Readonly<Record<string, string>>) => void,
): Promise<void> {
  const nothing = () => undefined
  const events = { open, text: nothing, close: nothing }
  for await (const _ of xmlEvents(entry.bytes(), events)) continue
}
