/**
 * Texts of docs that were sent lately: what one device fetched the others of
 * the household fetch next. A revision never changes, so none of it grows old.
 */
export type SentTexts = {
  readonly find: (key: string) => string | undefined
  readonly keep: (key: string, text: string) => void
}

/** `most`: characters of all texts and keys together; what was longest unused goes first. */
export function createSentTexts(most: number): SentTexts {
  // In order of use.
  const texts = new Map<string, string>()
  let length = 0

  function drop(key: string): void {
    const text = texts.get(key)
    if (text === undefined) return
    texts.delete(key)
    length -= key.length + text.length
  }

  return {
    find: key => {
      const text = texts.get(key)
      if (text === undefined) return undefined
      texts.delete(key)
      texts.set(key, text)
      return text
    },
    keep: (key, text) => {
      drop(key)
      texts.set(key, text)
      length += key.length + text.length
      for (const oldest of texts.keys()) {
        if (length <= most) break
        drop(oldest)
      }
    },
  }
}
