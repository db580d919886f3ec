import type { Page } from '@playwright/test'

type Damage = 'junk' | 'no tree'
type Stored = Readonly<Record<string, unknown>>

/** Writes junk over the newest stored version of one transaction, as a failing disk might. */
export async function damage(
  page: Page,
  description: string,
  how: Damage,
): Promise<void> {
  await leaveApp(page)
  await page.evaluate(doDamage, [description, how] as const)
}

/** To a page of the same origin on which no app runs. */
export async function leaveApp(page: Page): Promise<void> {
  await page.goto('/icon.svg')
}

async function doDamage([description, how]: readonly [string, Damage]) {
  const named = await indexedDB.databases()
  const { name = '' } =
    named.find(each => each.name?.startsWith('_pouch_ledger-')) ?? {}
  const database = await asked(indexedDB.open(name))
  const stores = ['by-sequence', 'document-store']
  const writing = database.transaction(stores, 'readwrite')
  const bodies = writing.objectStore('by-sequence')
  const heads = writing.objectStore('document-store')
  const keys = await asked(bodies.getAllKeys())
  const values = (await asked(bodies.getAll())) as readonly Stored[]
  const at = values.findLastIndex(each => each['description'] === description)
  const body = values[at]
  const id = String(body?.['_doc_id_rev']).split('::')[0] ?? ''
  if (how === 'junk') {
    await asked(bodies.put({ ...body, minor: 'junk' }, keys[at]))
  } else {
    const head = (await asked(heads.get(id))) as Stored
    await asked(heads.put({ ...head, data: '{{' }))
  }
  database.close()
  if (named.some(each => each.name === 'ourmoney-snapshots')) {
    const kept = await asked(indexedDB.open('ourmoney-snapshots'))
    await asked(
      kept.transaction('values', 'readwrite').objectStore('values').clear(),
    )
    kept.close()
  }

  function asked<Result>(request: IDBRequest<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(new Error('IndexedDB')))
    })
  }
}
