import { useState } from 'react'
import { showToast } from '../../ui/toasts.tsx'
import { useStable } from '../../ui/use-stable.ts'
import { useWords } from '../../words/words.ts'
import {
  noFiles,
  takeNext,
  withFiles,
  withFilesFirst,
  type FileQueue,
} from './file-queue.ts'
import { forNewFile, type ImportState } from './import-state.ts'

/** Files on their way in: one is in hand, the others wait for it. */
export function useFiles(state: ImportState, onFile: (file: File) => void) {
  const { t } = useWords()
  const [queue, setQueue] = useState<FileQueue<File>>(noFiles)
  /** Came while another was looked through. */
  const [asked, setAsked] = useState<readonly File[]>([])

  function goOn(from: FileQueue<File>): void {
    const next = takeNext(from)
    setQueue(next.queue)
    if (next.file !== undefined) onFile(next.file)
  }

  function waitFor(files: readonly File[]): void {
    setQueue(withFiles(queue, files))
    const [first, ...others] = files
    showToast(
      first !== undefined && others.length === 0
        ? t('imports.waits', { name: first.name })
        : t('imports.waitMany', { count: files.length }),
    )
  }

  const take = useStable((files: readonly File[]) => {
    if (files.length === 0) return
    const when = forNewFile(state)
    if (when === 'ask') setAsked([...asked, ...files])
    else if (when === 'after') waitFor(files)
    else goOn(withFiles(queue.waiting.length === 0 ? noFiles : queue, files))
  })

  return {
    queue,
    take,
    next: () => goOn(queue),
    forget: () => setQueue(noFiles),
    asked,
    answer: (how: 'after' | 'now' | 'never') => {
      setAsked([])
      if (how === 'after') waitFor(asked)
      if (how === 'now') goOn(withFilesFirst(queue, asked))
    },
  }
}

export type Files = ReturnType<typeof useFiles>
