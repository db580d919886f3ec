const mostInMemory = 4_000_000

/** One file of many pieces; what is done leaves the memory, for the browser to keep. */
export async function collect(
  pieces: AsyncIterable<string>,
  type: string,
): Promise<Blob> {
  const done: Blob[] = []
  let open: string[] = []
  let length = 0
  for await (const piece of pieces) {
    open.push(piece)
    length += piece.length
    if (length < mostInMemory) continue
    done.push(new Blob(open))
    open = []
    length = 0
  }
  return new Blob([...done, ...open], { type })
}
