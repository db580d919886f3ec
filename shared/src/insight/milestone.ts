/** Three in a row are a streak; then it is news again when it has doubled. */
export function milestoneOf(streak: number): number | undefined {
  if (streak < 3) return undefined
  return 3 * 2 ** Math.floor(Math.log2(streak / 3))
}
