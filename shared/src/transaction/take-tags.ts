const word = String.raw`#(\p{L}[\p{L}\p{N}_/-]{0,59})(?=$|[\s.,;:!?)\]])`
const typed = new RegExp(`^${word}[ \\t]*|[ \\t]+${word}`, 'gmu')

/**
 * Takes what was typed as `#tag` out of a text. A tag begins with a letter:
 * `Invoice #42` keeps its number.
 */
export function takeTags(text: string): {
  readonly text: string
  readonly tags: readonly string[]
} {
  const tags: string[] = []
  const rest = text.replace(
    typed,
    (_, first: string | undefined, later: string | undefined) => {
      tags.push(first ?? later ?? '')
      return ''
    },
  )
  return { text: rest.trim(), tags }
}
