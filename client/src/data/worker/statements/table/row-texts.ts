export function textAt(cells: readonly string[], at: number): string {
  // Looking for a place below 0 is slow, and most columns are nowhere.
  return at < 0 ? '' : (cells[at] ?? '').trim()
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
