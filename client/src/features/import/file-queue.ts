/** Files that were given together or while another was in hand, one after the other. */
export type FileQueue<File> = {
  readonly waiting: readonly File[]
  /** Which one is in hand, counted from 1. */
  readonly at: number
  readonly of: number
}

export const noFiles: FileQueue<never> = { waiting: [], at: 0, of: 0 }

/** The last to come is the last to be taken. */
export function withFiles<File>(
  { waiting, at, of }: FileQueue<File>,
  files: readonly File[],
): FileQueue<File> {
  return { waiting: [...waiting, ...files], at, of: of + files.length }
}

/** Before those that wait already. */
export function withFilesFirst<File>(
  { waiting, at, of }: FileQueue<File>,
  files: readonly File[],
): FileQueue<File> {
  return { waiting: [...files, ...waiting], at, of: of + files.length }
}

/** The one that is next in hand, and those that wait then. */
export function takeNext<File>(queue: FileQueue<File>): {
  readonly file: File | undefined
  readonly queue: FileQueue<File>
} {
  const [file, ...waiting] = queue.waiting
  if (file === undefined) return { file, queue: noFiles }
  return { file, queue: { waiting, at: queue.at + 1, of: queue.of } }
}
