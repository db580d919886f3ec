export function textAt(cells: readonly string[], at: number): string {
  return (cells[at] ?? '').trim()
}

export function textsAt(
  cells: readonly string[],
  places: readonly number[],
  between = ' ',
): string {
  if (places.length === 1) return plainBlanks(textAt(cells, places[0] ?? -1))
  return places
    .map(at => plainBlanks(textAt(cells, at)))
    .filter(text => text !== '')
    .join(between)
}

/** Banks fill up their columns with blanks, within a text too. */
function plainBlanks(text: string): string {
  return /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text
}

const longestDescription = 500
const longestNotes = 4_000

/** Nothing of a long text is lost: it goes on in the notes. */
export function fitted(
  words: string,
  notes = '',
): { readonly description: string; readonly notes?: string } {
  const isLong = words.length > longestDescription
  const more = isLong ? [notes, words].filter(Boolean).join('\n') : notes
  return {
    description: words.slice(0, longestDescription),
    ...(more !== '' && { notes: more.slice(0, longestNotes) }),
  }
}
