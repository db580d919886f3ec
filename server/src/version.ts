import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'

export async function readVersion(): Promise<string> {
  const path = join(import.meta.dirname, '../package.json')
  const text = await readFile(path, 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}
