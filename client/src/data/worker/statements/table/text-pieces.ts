const headSize = 64 * 1024

/** The beginning of a text. */
export async function headOf(pieces: AsyncIterable<string>): Promise<string> {
  let head = ''
  for await (const piece of pieces) {
    head += piece
    if (head.length >= headSize) break
  }
  return head.slice(0, headSize)
}
