import { createRequire } from 'node:module'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDatabase } from './pouch.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ourmoney-'))
})
afterEach(async () => rm(dir, { recursive: true }))

const ids = Array.from({ length: 50 }, (_, n) => `txn_${1_000 + n}`)

test('reads of one turn answer each its own question, present or missing', async () => {
  const database = await openDatabase(join(dir, 'db'), { create: true })
  await database.bulkDocs(ids.map(_id => ({ _id, text: `words of ${_id}` })))
  const asked = ids.flatMap(id => [id, `${id}missing`])
  const found = await Promise.allSettled(asked.map(id => database.get(id)))
  found.forEach((each, index) => {
    const id = asked[index] ?? ''
    if (id.endsWith('missing')) {
      expect(each).toMatchObject({ reason: { status: 404 } })
    } else {
      expect(each).toMatchObject({ value: { text: `words of ${id}` } })
    }
  })
  await database.close()
})

test('a database that is closed while it reads takes nothing down', async () => {
  for (let round = 0; round < 20; round++) {
    const database = await openDatabase(join(dir, 'db'), { create: true })
    const reading = Promise.allSettled(ids.map(id => database.get(id)))
    if (round % 2 === 0) await Promise.resolve()
    await database.close()
    await Promise.race([reading, new Promise(setImmediate)])
  }
})

test('S2 every write waits until the disk has it, so that a power cut takes none back', async () => {
  const require = createRequire(import.meta.url)
  const { prototype } = require('leveldown') as { prototype: Writing }
  const writes = [vi.spyOn(prototype, '_batch'), vi.spyOn(prototype, '_put')]
  const database = await openDatabase(join(dir, 'db'), { create: true })
  await database.bulkDocs(ids.map(_id => ({ _id })))
  await database.close()
  const options = writes.flatMap(({ mock }) =>
    mock.calls.map(call => call.at(-2)),
  )
  vi.restoreAllMocks()
  expect(options.length).toBeGreaterThan(0)
  for (const each of options) expect(each).toMatchObject({ sync: true })
})

type Writing = Record<'_batch' | '_put', (...args: unknown[]) => void>
