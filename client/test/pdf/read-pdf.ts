import { getDocumentProxy } from 'unpdf'

/** What a reader of PDF finds in a file. */
export async function readPdf(bytes: ArrayBuffer) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes.slice(0)), {
    verbosity: 0,
  })
  const numbers = Array.from({ length: pdf.numPages }, (_, at) => at + 1)
  const pages = await Promise.all(
    numbers.map(async number => {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      const found: readonly PageLink[] = await page.getAnnotations()
      const links = await Promise.all(
        found.flatMap(({ subtype, dest }) =>
          subtype === 'Link' && dest ? pageOf(dest) : [],
        ),
      )
      const [, , width = 0, height = 0] = page.view
      return {
        size: [Math.round(width), Math.round(height)],
        texts: items.flatMap(item =>
          'str' in item && item.str.trim() !== '' ? item.str : [],
        ),
        links,
      }
    }),
  )
  const { info } = await pdf.getMetadata()
  const outline = (await pdf.getOutline()) as readonly Bookmark[] | null
  return {
    pages,
    info: info as Readonly<Record<string, unknown>>,
    bookmarks: await bookmarksOf(outline ?? []),
    /** Of a page, all that stands on it. */
    textOf: (page: number) => pages[page - 1]?.texts.join(' ') ?? '',
    text: pages.flatMap(({ texts }) => texts).join(' '),
  }

  async function pageOf(dest: readonly unknown[]): Promise<number> {
    const [page] = dest as readonly { readonly num: number; gen: number }[]
    if (page === undefined) throw new Error('A link that leads nowhere')
    return (await pdf.getPageIndex(page)) + 1
  }

  async function bookmarksOf(
    items: readonly Bookmark[],
  ): Promise<readonly FoundBookmark[]> {
    return Promise.all(
      items.map(async ({ title, dest, items: below }) => ({
        title,
        page: await pageOf(dest),
        below: await bookmarksOf(below),
      })),
    )
  }
}

type PageLink = {
  readonly subtype: string
  readonly dest?: readonly unknown[] | null
}

type Bookmark = {
  readonly title: string
  readonly dest: readonly unknown[]
  readonly items: readonly Bookmark[]
}

export type FoundBookmark = {
  readonly title: string
  readonly page: number
  readonly below: readonly FoundBookmark[]
}
