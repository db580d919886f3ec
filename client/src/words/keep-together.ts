const joiner = '\u2060'
/** A sign before a currency: `−€12.00`, `+US$5`, `-CHF 3`. */
const signed = /^([-−+])(?=[^\p{Nd}\s-]\P{Nd}{0,4}\p{Nd})/u

/** How sentences are filled: as text, since React escapes what it shows. */
export const interpolation = { escapeValue: true, escape: keepTogether }

/** An amount that a sentence is filled with, never broken over two lines between its sign and its currency. */
function keepTogether(filled: string): string {
  return filled.replace(signed, `$1${joiner}`)
}
