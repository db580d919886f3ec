type Listener = (files: readonly File[]) => void

let waiting: readonly File[] = []
let listener: Listener | undefined

/** Gives files to whoever brings files in, now or once they are there. */
export function handFiles(files: readonly File[]): void {
  if (listener === undefined) waiting = [...waiting, ...files]
  else listener(files)
}

/** Takes the files that wait, and those that come. */
export function onHandedFiles(take: Listener): () => void {
  listener = take
  const files = waiting
  waiting = []
  if (files.length > 0) take(files)
  return () => {
    if (listener === take) listener = undefined
  }
}
