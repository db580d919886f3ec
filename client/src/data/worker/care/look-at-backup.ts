import { ledgerDocId } from '@ourmoney/shared/sync/prefixes.ts'
import { decodeDoc, type StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import type { BackupLook } from '../../care.ts'
import { LedgerError } from '../../ledger-error.ts'
import { readRescuedDoc, rescueParts } from './rescue-parts.ts'

const ledgerIdPattern = /^[0-9a-z]{26}$/

/** Reads a backup to its end and says what is in it; writes nothing. Throws LedgerError. */
export async function lookAtBackup(
  file: Blob,
  password: string | undefined,
): Promise<BackupLook> {
  let ledger = ''
  let savedAt = ''
  let name = ''
  let receiptParts = 0
  const ids = new Set<string>()
  const members = new Map<string, string>()
  for await (const { parts } of rescueParts(file, password)) {
    for (const { of, value } of parts) {
      if (of === 'ledger') ledger = String(value)
      else if (of === 'savedAt') savedAt = String(value)
      else if (of === 'receipts') receiptParts += 1
      else {
        const id = String(Object(value)['_id'])
        ids.add(id)
        const doc = isNamed(id) ? standingDoc(value) : undefined
        if (doc === undefined) continue
        if (doc.kind === 'ledger') name = doc.name
        else if (doc.kind === 'member') members.set(doc._id, doc.name)
      }
    }
  }
  if (!ledgerIdPattern.test(ledger)) {
    throw new LedgerError('not-a-rescue', 'no ledger')
  }
  return {
    ledger,
    name,
    savedAt: Number.isNaN(Date.parse(savedAt)) ? undefined : savedAt,
    records: ids.size,
    hasReceipts: receiptParts > 0,
    members: [...members].map(([id, memberName]) => ({ id, name: memberName })),
  }
}

function standingDoc(value: unknown): Doc | undefined {
  const stored = readRescuedDoc(value)
  if (stored === undefined) return undefined
  const { _rev, _revisions, ...body } = stored
  const decoded = decodeDoc(body as unknown as StoredDoc)
  const doc = decoded.state === 'known' ? decoded.doc : undefined
  return doc?._deleted === true ? undefined : doc
}

function isNamed(id: string): boolean {
  return id === ledgerDocId || id.startsWith('mem_')
}
