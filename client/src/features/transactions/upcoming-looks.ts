import { keptHere } from '../../platform/kept-text.ts'

/** Rows of what is to come before somebody asks for all. */
export const mostShown = 3

const key = 'ourmoney-upcoming'

/** Whether somebody has opened or closed it on this device. */
export function keptOpen(): boolean | undefined {
  const kept = keptHere.read(key)
  return kept === undefined ? undefined : kept === 'true'
}

export function keepOpen(isOpen: boolean): void {
  keptHere.keep(key, String(isOpen))
}
