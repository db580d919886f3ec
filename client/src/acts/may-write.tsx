import type { ReactNode } from 'react'
import { mayWrite } from '@ourmoney/shared/identity/may-write.ts'
import { useView } from '../data/hooks.tsx'

/** Whether screens offer to write here: not to a viewer, and not to whoever was removed. */
export function useMayWrite(): boolean {
  const sync = useView({ view: 'sync' })
  return sync === undefined || mayWrite(sync.standing)
}

/** What is shown only to who may not: why nothing is offered to them. */
export function Readers({ children }: { readonly children: ReactNode }) {
  return useMayWrite() ? null : children
}

/** What is shown only to who may write. */
export function Writers({ children }: { readonly children: ReactNode }) {
  return useMayWrite() ? children : null
}
