import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { writeSynced } from '../storage/write-synced.ts'

const month = 30 * 24 * 60 * 60 * 1000

/** When each asset left the build, in milliseconds since 1970. */
const retirements = z.record(z.string(), z.number())

/**
 * Copies the build's assets to `keptDir`, where they outlive the build by 30
 * days: a page that is still open from before an update finds the parts that
 * it has not loaded yet.
 */
export async function keepAssets(
  webDir: string,
  keptDir: string,
  now = Date.now(),
): Promise<void> {
  const [built, kept] = [join(webDir, 'assets'), join(keptDir, 'assets')]
  await mkdir(kept, { recursive: true })
  const current = new Set(await listFiles(built))
  for (const name of current) await keep(join(built, name), join(kept, name))

  const journal = join(keptDir, 'retired.json')
  const before = await readRetirements(journal)
  const retired: Record<string, number> = {}
  for (const name of await listFiles(kept)) {
    if (current.has(name)) continue
    const since = before[name] ?? now
    if (now - since > month) await rm(join(kept, name))
    else retired[name] = since
  }
  await writeSynced(journal, JSON.stringify(retired))
}

/** A name has one content for ever, of which a loss of power may have left a part. */
async function keep(from: string, to: string): Promise<void> {
  const { size } = await stat(from)
  const there = await stat(to).catch(() => undefined)
  if (there?.size !== size)
    await writeSynced(to, new Uint8Array(await readFile(from)))
}

async function listFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(
    () => [],
  )
  return entries.filter(entry => entry.isFile()).map(entry => entry.name)
}

async function readRetirements(journal: string) {
  const text = await readFile(journal, 'utf8').catch(() => '{}')
  return retirements.parse(JSON.parse(text))
}
