import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type ACouch = {
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * A server of somebody else's that speaks CouchDB's protocol, in memory. In
 * tests only: who may ask it may run code in it.
 */
export async function aCouch({
  obeysRules = false,
}: { readonly obeysRules?: boolean } = {}): Promise<ACouch> {
  const folder = await mkdtemp(join(tmpdir(), 'couch-'))
  const program = join(import.meta.dirname, 'couch-process.ts')
  const child = spawn(
    process.execPath,
    [program, folder, ...(obeysRules ? ['validation'] : [])],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const gone = once(child, 'exit')
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  return {
    url: said.toString().trim(),
    close: async () => {
      child.kill('SIGKILL')
      await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}
