import { Workbox } from 'workbox-window'
import { trustedScript } from './trusted-script.ts'

/** A newer version of the app waits until the person wants it. */
let workbox: Workbox | undefined
let isWaiting = false
const listeners = new Set<() => void>()

export const updates = {
  isWaiting: () => isWaiting,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** All tabs load again with the new version; what is typed is kept by its form. */
  apply: () => workbox?.messageSkipWaiting(),
  /** Asks the server whether there is one. */
  look: async () => {
    await workbox?.update().catch(() => undefined)
  },
}

const hourly = 60 * 60 * 1_000

/** Lets the app start without a network. */
export function startUpdates(): void {
  // A part that this version lacks: another tab has brought in the next one.
  // While nothing is kept here yet, loading again could find no server at all.
  addEventListener('vite:preloadError', event => {
    if (!navigator.serviceWorker?.controller) return
    event.preventDefault()
    location.reload()
  })
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  workbox = new Workbox(trustedScript('/sw.js'))
  workbox.addEventListener('waiting', () => {
    isWaiting = true
    for (const listener of listeners) listener()
  })
  let wasControlled = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first one only begins its work; any other brought a new version.
    if (wasControlled) location.reload()
    wasControlled = true
  })
  void workbox.register().catch(() => undefined)
  setInterval(() => void updates.look(), hourly)
}
