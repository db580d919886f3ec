import { afterEach, expect, test } from 'vitest'
import { aDoc, aHousehold, push } from '../../test/a-book.ts'
import { aLedger, aServer, type AServer } from '../../test/a-server.ts'
import { createBooks } from './books.ts'

let server: AServer
afterEach(async () => server.dispose())

function coffees(from: number, count: number) {
  return Array.from({ length: count }, (_, n) =>
    aDoc('transaction', `txn_${10_000 + from + n}`, {
      type: 'expense',
      description: 'Coffee',
      minor: 100,
      currency: 'EUR',
      date: '2026-11-22',
    }),
  )
}

test('whoever asks after a write has it, however many ask and write at once', async () => {
  server = await aServer()
  await push(server, aHousehold)
  const books = createBooks(server.databases)
  let written = 0
  const sizes = await Promise.all(
    Array.from({ length: 8 }, async (_, round) => {
      await push(server, coffees(round * 200, 200))
      written += 200
      const least = written
      return { least, size: (await books.of(aLedger)).size }
    }),
  )
  for (const { least, size } of sizes)
    expect(size).toBeGreaterThanOrEqual(least)
  expect((await books.of(aLedger)).size).toBe(1600)
  books.close()
})

test('books that nobody asked for longest make room, and are read again when they are asked for', async () => {
  server = await aServer()
  const other = '0'.repeat(25) + '5'
  await server.people.ledgers.connect(server.session.user.id, other, 'Work')
  await push(server, coffees(0, 60))
  const books = createBooks(server.databases, 50)
  const first = await books.of(aLedger)
  // One alone is kept, whatever its size.
  expect(await books.of(aLedger)).toBe(first)
  await books.of(other)
  const again = await books.of(aLedger)
  expect(again).not.toBe(first)
  expect(again.size).toBe(60)
  books.close()
})

test('F1 a ledger that was put back is read anew', async () => {
  server = await aServer()
  await push(server, coffees(0, 3))
  const books = createBooks(server.databases)
  const before = await books.of(aLedger)
  await server.databases.renewEpoch(aLedger)
  expect(await books.of(aLedger)).not.toBe(before)
  books.close()
})
