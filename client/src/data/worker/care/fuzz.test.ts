import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LedgerError } from '../../ledger-error.ts'
import { changed, changes } from '../a-changed-file.ts'
import { lookAtBackup } from './look-at-backup.ts'
import { readRescuedDoc, rescueParts } from './rescue-parts.ts'

const rev = `1-${'a'.repeat(32)}`
const text = JSON.stringify({
  format: 'ourmoney-rescue',
  version: 1,
  ledger: '0'.repeat(26),
  savedAt: '2026-11-22T10:00:00.000Z',
  docs: [
    { _id: 'mem_0001', _rev: rev, kind: 'member', v: 1, name: 'Ana' },
    {
      _id: 'txn_0001',
      _rev: rev,
      _revisions: { start: 1, ids: ['a'.repeat(32)] },
      kind: 'transaction',
      v: 1,
      type: 'expense',
      description: 'Bread',
      minor: 320,
      currency: 'EUR',
      date: '2026-11-22',
    },
  ],
  receipts: [],
})

test('I4 a backup is looked at or refused whatever was changed in it, in time', async () => {
  const bare = new TextEncoder().encode(text)
  const packed = new Uint8Array(
    await new Response(
      new Blob([bare]).stream().pipeThrough(new CompressionStream('gzip')),
    ).arrayBuffer(),
  )
  let records = 0
  await fc.assert(
    fc.asyncProperty(fc.boolean(), changes, async (isPacked, made) => {
      const file = new Blob([changed(isPacked ? packed : bare, made)])
      const start = performance.now()
      try {
        records += (await lookAtBackup(file, undefined)).records
        for await (const { parts } of rescueParts(file, undefined)) {
          for (const { of, value } of parts) {
            if (of !== 'docs') continue
            const doc = readRescuedDoc(value)
            if (doc !== undefined) expect(doc._id).toMatch(/^[a-z]+_[0-9a-z]+$/)
          }
        }
      } catch (cause) {
        if (!(cause instanceof LedgerError)) throw cause
        expect(cause.code).toMatch(
          /^(not-a-rescue|file-damaged|needs-password)$/,
        )
      }
      expect(performance.now() - start).toBeLessThan(5_000)
    }),
    // Unchanged first, for most others are refused.
    { numRuns: 500, examples: [[false, []]] },
  )
  expect(records).toBeGreaterThan(0)
}, 60_000)
