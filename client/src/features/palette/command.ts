import type { ReactNode } from 'react'

export type Command = {
  readonly id: string
  readonly name: string
  readonly icon: ReactNode
  readonly shortcut?: string
  /** Day and amount of a transaction. */
  readonly details?: string
  readonly run: () => void
}
