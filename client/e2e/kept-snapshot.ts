import { expect, type Page } from '@playwright/test'

/** Waits until what is kept for a quick start has everything up to a sequence. */
export async function snapshotUntil(page: Page, seq: number): Promise<void> {
  await expect
    .poll(() => page.evaluate(newestSeq), { timeout: 60_000 })
    .toBeGreaterThanOrEqual(seq)
}

async function newestSeq(): Promise<number> {
  const database = await answerOf(indexedDB.open('ourmoney-snapshots'))
  const values = database.transaction('values').objectStore('values')
  const all: { snapshot: { lastSeq: number } }[] = await answerOf(
    values.getAll(),
  )
  database.close()
  return Math.max(0, ...all.map(({ snapshot }) => snapshot.lastSeq))

  function answerOf<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error))
    })
  }
}
