/**
 * The one word of a list that a mistyped word stands for, or nothing: one slip
 * in a word of five letters or more, two from nine on. The first letter must be
 * right, so that `lunch` never turns into `bunch`.
 */
export function closestWord(
  typed: string,
  words: Iterable<string>,
  slips = slipsAllowed(typed.length),
): string | undefined {
  if (slips === 0) return undefined
  let closest: string | undefined
  let least = slips + 1
  for (const word of words) {
    if (word.charAt(0) !== typed.charAt(0)) continue
    if (Math.abs(word.length - typed.length) > slips) continue
    const found = countSlips(typed, word, least)
    if (found < least) {
      least = found
      closest = word
    }
  }
  return closest
}

function slipsAllowed(length: number): number {
  if (length < 5) return 0
  return length < 9 ? 1 : 2
}

/**
 * Letters put in, left out, changed or swapped with their neighbour (optimal
 * string alignment); `enough` when it is that many or more.
 */
function countSlips(a: string, b: string, enough: number): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1
      let slips = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + same,
      )
      const isSwapped =
        i > 1 &&
        j > 1 &&
        a.charAt(i - 1) === b.charAt(j - 2) &&
        a.charAt(i - 2) === b.charAt(j - 1)
      if (isSwapped) slips = Math.min(slips, (beforeLast[j - 2] ?? 0) + 1)
      row.push(slips)
      if (slips < least) least = slips
    }
    if (least >= enough) return enough
    beforeLast = last
    last = row
  }
  return Math.min(last[b.length] ?? enough, enough)
}
