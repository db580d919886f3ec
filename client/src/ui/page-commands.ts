import { useEffect, useRef, type ReactNode } from 'react'

/** What can be done on the page that is open, for the palette of commands. */
export type PageCommand = {
  readonly id: string
  readonly name: string
  readonly icon: ReactNode
  readonly run: () => void
}

const readers = new Set<() => readonly PageCommand[]>()

/** Offers commands as long as the component is on the page. */
export function usePageCommands(commands: readonly PageCommand[]): void {
  const latest = useRef(commands)
  useEffect(() => {
    latest.current = commands
  })
  useEffect(() => {
    const read = () => latest.current
    readers.add(read)
    return () => void readers.delete(read)
  }, [])
}

/** Those of the moment. */
export function pageCommands(): readonly PageCommand[] {
  return [...readers].flatMap(read => read())
}
