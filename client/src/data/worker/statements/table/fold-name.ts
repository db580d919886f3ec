/** A column's name or a word of a bank as all its spellings are: `Débito (€)` is `debito`. */
export function foldName(text: string): string {
  const known = folded.get(text)
  if (known !== undefined) return known
  const plain = text
    .slice(0, 120)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[łøßæœ]/g, letter => others[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (folded.size < 5_000) folded.set(text, plain)
  return plain
}

const folded = new Map<string, string>()

/** Letters that are no other letter with an accent. */
const others: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
}
