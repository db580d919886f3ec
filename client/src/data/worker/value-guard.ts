/** No record and no part of a receipt is as long; without an end the memory would have none. */
const longestValue = 1_000_000

/**
 * Told of each piece of a file and whether a value ended in it; calls
 * `onTooLong` before one value fills the memory.
 */
export function valueGuard(
  onTooLong: () => never,
): (length: number, hasEnded: boolean) => void {
  let since = 0
  return (length, hasEnded) => {
    since = hasEnded ? 0 : since + length
    if (since > longestValue) onTooLong()
  }
}
