import { expect, test } from 'vitest'
import type { StatementFileIssue } from '@ourmoney/shared/statement/statement.ts'
import { encodedIn } from './encoded-in.ts'
import { readStatements } from './read-statement.ts'

const refused: readonly (readonly [
  string,
  BlobPart,
  StatementFileIssue['code'],
])[] = [
  ['an empty file', '', 'empty'],
  ['blank lines', ' \r\n\r\n', 'empty'],
  ['a PDF', '%PDF-1.7\n%âãÏÓ\n', 'is-pdf'],
  [
    'an old Excel file',
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    'is-old-excel',
  ],
  [
    'an Excel file with a password',
    Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      ...encodedIn('utf-16le', 'EncryptedPackage'),
    ]),
    'is-locked',
  ],
  [
    'JSON of the earlier system',
    '[{"id":1,"description":"x","type":"income","price":2,"createdAt":"2026-01-02"}]',
    'is-earlier',
  ],
  [
    'a rescue file of ours',
    '{"format":"ourmoney-rescue","version":1,"docs":[]}',
    'is-backup',
  ],
  [
    'a backup with a password',
    Uint8Array.from([...encodedIn('utf-8', 'OURMONEY'), 1, 2, 3]),
    'is-backup',
  ],
  ['a letter', 'Dear bank,\nplease find enclosed.\n', 'not-a-statement'],
  [
    'I4 noise',
    Uint8Array.from({ length: 999 }, (_, n) => (n * 91) % 251),
    'not-a-statement',
  ],
]

test.each(refused)('says of %s what it is', async (_, part, code) => {
  const asked = {
    file: new Blob([part]),
    // The name promises what the content does not keep.
    name: 'statement.csv',
    choices: {},
    context: { currency: 'EUR', timeZone: 'Europe/Lisbon' },
  }
  for (const read of [readStatements.look, readStatements.open]) {
    const answer = await read(asked)
    expect(answer.ok || answer.failure.code).toBe(code)
  }
})
