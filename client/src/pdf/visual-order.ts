import createBidi from 'bidi-js'

const bidi = createBidi()

/**
 * The letters in the order in which they stand from the left, by the Unicode
 * bidirectional algorithm (UAX #9): Hebrew and Arabic turned round, numbers
 * and other words in them not. `join` gives Arabic letters the form that they
 * have beside each other. Vowel points, which nobody needs to read a name,
 * are left out: turned round, they would stand on the wrong letter.
 */
export function inVisualOrder(
  text: string,
  join: (text: string) => string,
): string {
  const joined = join(text.normalize('NFC').replace(/\p{Mn}/gu, ''))
  return bidi.getReorderedString(joined, bidi.getEmbeddingLevels(joined))
}
