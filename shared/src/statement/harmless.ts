/** What makes a cell a formula; some programs know the wide forms too. */
const formula = String.raw`=+\-@＝＋－＠`
const start = String.raw`^ *'*(?=[${formula}\t\r\n])`
/** Where a program that was told of another delimiter may see a cell begin: after anything that ends cells or lines, and after a quote. */
const within = String.raw`[",;\t\r\n] *'*(?=[${formula}])`

const atStart = new RegExp(start)
const inside = new RegExp(within, 'g')
const markedAtStart = new RegExp(start.replace("'*", "'*'"))
const markedInside = new RegExp(within.replace("'*", "'*'"), 'g')

/** A text that no spreadsheet takes for a formula: an apostrophe stands before whatever would begin one. */
export function harmless(text: string): string {
  return text.replace(inside, "$&'").replace(atStart, "$&'")
}

/** What `harmless` was given. */
export function asItWas(text: string): string {
  const unmarked = (found: string) => found.slice(0, -1)
  return text.replace(markedAtStart, unmarked).replace(markedInside, unmarked)
}
