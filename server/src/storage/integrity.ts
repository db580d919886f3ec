import type { Database } from './pouch.ts'

const page = 5_000

/**
 * LevelDB passes over what it cannot read in its log, without a word: rows are
 * then missing while the count, which was written later, still has them.
 */
export async function hasAllRows(database: Database): Promise<boolean> {
  const { doc_count } = await database.info()
  let rows = 0
  let startkey: string | undefined
  for (;;) {
    const found = await database.allDocs({
      limit: page,
      ...(startkey !== undefined && { startkey, skip: 1 }),
    })
    rows += found.rows.length
    startkey = found.rows.at(-1)?.id
    if (found.rows.length < page) return rows === doc_count
  }
}

/** LevelDB's own words for a table that is not what it was. */
export function isCorruption(error: unknown): boolean {
  return wordsOf(error).some(words => damaged.test(words))
}

const damaged =
  /corruption|checksum mismatch|IO error: .*(Invalid argument|No such file|Input\/output error)/i

/** What an error and those behind it say; PouchDB puts some of it into `reason`. */
export function wordsOf(error: unknown): readonly string[] {
  const words: string[] = []
  for (let each = error; each instanceof Error; each = each.cause) {
    words.push(each.message)
    if ('reason' in each) words.push(String(each.reason))
  }
  return words
}
