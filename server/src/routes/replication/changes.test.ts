import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import type { Databases } from '../../storage/databases.ts'
import type { ChangesPage } from './changes-pages.ts'
import { changes, readChangesOptions } from './changes.ts'
import { createFeeds } from './feeds.ts'

const place = { ledger: 'a', name: 'a' }
const member = {
  user: 'bob',
  role: 'editor',
  session: 's',
  device: 'd',
  expiresAt: Infinity,
} as const

/** A ledger of three full pages; `onRead` hears of each before it is read. */
function threePages(onRead: (page: number) => void) {
  let page = 0
  return async (): Promise<ChangesPage> => {
    page += 1
    onRead(page)
    const count = page > 3 ? 0 : 1000
    const rows = Array.from({ length: count }, (_, n) => ({
      id: `txn_${page}_${n}`,
      seq: (page - 1) * 1000 + n + 1,
      changes: [{ rev: '1-a' }],
    }))
    const texts = rows.map(row => JSON.stringify(row))
    return { rows: texts.join(','), count, last: Math.min(page, 3) * 1000 }
  }
}

async function read(revokedAt: number, revocation: object) {
  const feeds = createFeeds()
  const databases: Pick<Databases, 'isOpaque' | 'onWritten'> = {
    isOpaque: false,
    onWritten: () => () => {},
  }
  const readPage = threePages(page => {
    if (page === revokedAt) feeds.endRevoked(revocation)
  })
  const asked = readChangesOptions({}, {})
  const deps = { databases, feeds, readPage }
  const pieces = changes(deps, place, member, asked, () => {})
  return JSON.parse(await text(pieces)) as {
    results: unknown[]
    last_seq: number
  }
}

test('B26 who is removed while everything is streamed gets what was read before, and no page more', async () => {
  for (const revocation of [{ user: 'bob' }, { ledger: 'a' }, {}]) {
    const { results, last_seq } = await read(2, revocation)
    expect(results).toHaveLength(1000)
    expect(last_seq).toBe(1000)
  }
})

test('what is taken from others cuts nobody short', async () => {
  const { results, last_seq } = await read(2, { user: 'cid' })
  expect(results).toHaveLength(3000)
  expect(last_seq).toBe(3000)
})
