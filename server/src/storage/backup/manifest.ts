import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { sealing, sealOf, type Seal } from './seal.ts'

/** The system store under a name that no ledger can have. */
export const systemName = 'system'

const entry = z.strictObject({
  name: z.string().regex(/^(system|[0-9a-hjkmnp-tv-z]{26}(\.receipts)?)$/),
  /** Docs that are not deleted. */
  docs: z.int().min(0),
  /** Leaf revisions: one line each. */
  leaves: z.int().min(0),
  /** Leaves that could not be read. */
  lost: z.int().min(0),
  /** How far the database had come before it was read. */
  seq: z.union([z.int(), z.string()]),
  /** The epoch that devices knew; a restore makes another. */
  epoch: z.string().optional(),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Entry = Readonly<z.infer<typeof entry>>

const manifestSchema = z.strictObject({
  format: z.literal('ourmoney-server-backup'),
  v: z.int(),
  at: z.iso.datetime(),
  server: z.string(),
  /** Version of the documents' schema. */
  schema: z.int(),
  sealing: sealing.optional(),
  databases: z.array(entry),
  /** Over everything else; only of a sealed backup. */
  mac: z.string().optional(),
})
export type Manifest = Readonly<z.infer<typeof manifestSchema>>

export const backupVersion = 1
const mostManifestBytes = 64 * 1024 ** 2

export type BackupProblem =
  | 'not-a-backup'
  | 'newer'
  | 'sealed'
  | 'unsealed'
  | 'wrong-password'
  | 'damaged'
  | 'not-in-it'

/** Why a backup cannot be restored; nothing has been changed. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
  readonly code: BackupProblem

  constructor(code: BackupProblem, detail = '', cause?: unknown) {
    super(`${sentences[code]}${detail && ` (${detail})`}`, { cause })
    this.code = code
  }
}

const sentences: Readonly<Record<BackupProblem, string>> = {
  'not-a-backup': 'This folder is no backup of this server.',
  newer: 'A newer version of the server made this backup.',
  sealed: 'This backup is sealed with a password.',
  unsealed:
    'This backup is not sealed, though a password was given: anybody may have made it. Who trusts it restores it without BACKUP_PASSWORD_FILE.',
  'wrong-password':
    'That is not the password of this backup, or its list was changed.',
  damaged: 'This backup is damaged.',
  'not-in-it': 'This ledger is not in that backup.',
}

/** Never a path out of a manifest: the name decides. */
export function fileOf(name: string, isSealed: boolean): string {
  return `${name}.ndjson.gz${isSealed ? '.sealed' : ''}`
}

export function textOf(manifest: Manifest, seal: Seal | undefined): string {
  // In the order in which it will be read again.
  const { mac: _, ...rest } = manifestSchema.parse(manifest)
  const signed =
    seal === undefined ? rest : { ...rest, mac: seal.mac(JSON.stringify(rest)) }
  return JSON.stringify(signed, undefined, 2)
}

export type ReadManifest = {
  readonly manifest: Manifest
  readonly seal: Seal | undefined
}

export async function readManifest(
  folder: string,
  password: string | undefined,
): Promise<ReadManifest> {
  const manifest = await parseManifest(folder)
  if (manifest.v > backupVersion) throw new BackupError('newer')
  if (manifest.sealing === undefined) {
    // Whoever seals theirs would take anybody's for one of them.
    if (password !== undefined) throw new BackupError('unsealed')
    return { manifest, seal: undefined }
  }
  if (password === undefined) throw new BackupError('sealed')
  const seal = await sealOf(password, manifest.sealing)
  const { mac, ...rest } = manifest
  if (mac !== seal.mac(JSON.stringify(rest))) {
    throw new BackupError('wrong-password')
  }
  return { manifest, seal }
}

async function parseManifest(folder: string): Promise<Manifest> {
  try {
    const text = await readFile(join(folder, 'manifest.json'), 'utf8')
    if (text.length > mostManifestBytes) throw new BackupError('not-a-backup')
    const parsed: unknown = JSON.parse(text)
    const newer = z.object({ v: z.int().gt(backupVersion) }).safeParse(parsed)
    if (newer.success) throw new BackupError('newer')
    return manifestSchema.parse(parsed)
  } catch (cause) {
    if (cause instanceof BackupError) throw cause
    throw new BackupError('not-a-backup', '', cause)
  }
}
