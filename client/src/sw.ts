import { cacheNames, clientsClaim } from 'workbox-core'
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { putAside, shareAddress } from './platform/shared-file.ts'

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: Parameters<typeof precacheAndRoute>[0]
}

// Only the app's own files are ever kept here; the ledger is not the service worker's business.
cleanupOutdatedCaches()
precacheAndRoute(self.__WB_MANIFEST)
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    // The query is looked at too, and may have a dot in it: `/add?amount=12.50`.
    denylist: [/^\/(api|sync|health|assets)(\/|$)/, /^[^?]*\.[^/?]*(\?|$)/],
  }),
)
// What another app shares waits on the device until the page takes it.
registerRoute(
  ({ url }) => url.pathname === shareAddress,
  ({ request }) => putAside(request),
  'POST',
)
clientsClaim()

/** Not in TypeScript's own types yet: github.com/WICG/service-worker-static-routing-api. */
type Routing = {
  readonly addRoutes?: (route: {
    readonly condition: { readonly urlPattern: string }
    readonly source: { readonly cacheName: string }
  }) => Promise<void>
}

// The browser takes what is kept under its own name without waking this worker, which is twice as fast.
self.addEventListener('install', event => {
  const { addRoutes } = event as ExtendableEvent & Routing
  if (addRoutes === undefined) return
  event.waitUntil(
    addRoutes.call(event, {
      condition: { urlPattern: '/assets/*' },
      source: { cacheName: cacheNames.precache },
    }),
  )
})

// The old version stays until somebody asks for the new one.
self.addEventListener('message', event => {
  const { type } = (event.data ?? {}) as { readonly type?: unknown }
  if (type === 'SKIP_WAITING') void self.skipWaiting()
})
