type Listener = (file: File) => void

let waiting: File | undefined
let listener: Listener | undefined

/** Gives a file to whoever brings files in, now or once they are there. */
export function handFile(file: File): void {
  if (listener === undefined) waiting = file
  else listener(file)
}

/** Takes the file that waits, and those that come. */
export function onHandedFile(take: Listener): () => void {
  listener = take
  const file = waiting
  waiting = undefined
  if (file !== undefined) take(file)
  return () => {
    if (listener === take) listener = undefined
  }
}
