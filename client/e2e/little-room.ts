import type { CDPSession, Page } from '@playwright/test'

/** How much room the browser gives a site; `estimate()` says something else. */
export type Room = {
  /** Takes what is left, to the last bytes. */
  readonly fill: () => Promise<void>
  readonly free: () => Promise<void>
}

/**
 * Limits what the site may store. It must be called before the page is first
 * opened, or the browser goes on with the limit that it had then.
 */
export async function littleRoom(
  page: Page,
  origin: string,
  bytes: number,
): Promise<Room> {
  const browser: CDPSession = await page.context().newCDPSession(page)
  const limit = (quotaSize: number) =>
    browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize })
  await limit(bytes)
  return {
    fill: () => page.evaluate(takeRoom),
    free: async () => {
      await limit(bytes * 100)
    },
  }
}

/** Random bytes, or the browser would store them smaller. */
async function takeRoom(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('ballast')
    asked.onupgradeneeded = () =>
      asked.result.createObjectStore('ballast', { autoIncrement: true })
    asked.onsuccess = () => resolve(asked.result)
    asked.addEventListener('error', () => reject(new Error(asked.error?.name)))
  })
  const fits = (size: number) =>
    new Promise<boolean>(resolve => {
      const bytes = new Uint8Array(size)
      for (let at = 0; at < size; at += 65_536) {
        crypto.getRandomValues(bytes.subarray(at, at + 65_536))
      }
      const writing = database.transaction('ballast', 'readwrite')
      writing.objectStore('ballast').add(bytes)
      writing.addEventListener('complete', () => resolve(true))
      writing.addEventListener('abort', () => resolve(false))
    })
  for (let size = 1_000_000; size > 20;) {
    if (!(await fits(size))) size = Math.floor(size / 2)
  }
  database.close()
}
