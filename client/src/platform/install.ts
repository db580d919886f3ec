/** Not in the standard library of types: Chromium's offer to install the app. */
type InstallOffer = Event & { readonly prompt: () => Promise<unknown> }

let offer: InstallOffer | undefined
const listeners = new Set<() => void>()

/** Call once, early: the offer comes when the browser likes. */
export function awaitInstallOffer(): void {
  addEventListener('beforeinstallprompt', event => {
    event.preventDefault()
    offer = event as InstallOffer
    for (const listener of listeners) listener()
  })
}

export const installing = {
  isOffered: () => offer !== undefined,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  accept: async () => {
    await offer?.prompt()
    offer = undefined
    for (const listener of listeners) listener()
  },
}
