import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import { createChangeFeed } from './change-feed.ts'
import { openDatabase } from './database.ts'

type Told = { readonly id: string; readonly rev: unknown }

function aFeed(name: string) {
  const database = openDatabase(name)
  const told: Told[] = []
  const feed = createChangeFeed(database, 0, changes => {
    told.push(...changes.map(({ id, doc: { _rev } }) => ({ id, rev: _rev })))
  })
  return { database, feed, told }
}

function doc(id: string, rev?: unknown): StoredDoc {
  return { _id: id, ...(rev !== undefined && { _rev: rev }), words: id }
}

test('what another tab wrote between two writes is told beside what was written', async () => {
  const here = aFeed('two-tabs')
  const there = aFeed('two-tabs')
  await here.feed.write([doc('a1')])
  await there.feed.write([doc('b1'), doc('b2')])
  await here.feed.write([doc('a2')])
  expect(here.told.map(({ id }) => id).sort()).toEqual(['a1', 'a2', 'b1', 'b2'])
  await there.feed.catchUp()
  expect(there.told.map(({ id }) => id).sort()).toEqual([
    'a1',
    'a2',
    'b1',
    'b2',
  ])
  await here.database.close()
  await there.database.close()
})

test('of a write that lost against another tab the other one is told', async () => {
  const here = aFeed('lost')
  const there = aFeed('lost')
  const [first] = await here.feed.write([doc('a')])
  await there.feed.catchUp()
  const [theirs] = await there.feed.write([doc('a', first?.rev)])
  const results = await here.feed.write([doc('a', first?.rev), doc('b')])
  expect(results.map(({ status }) => status)).toEqual([409, undefined])
  expect(here.told.at(-1)?.id).toBe('b')
  expect(here.told).toContainEqual({ id: 'a', rev: theirs?.rev })
  await here.database.close()
  await there.database.close()
})
