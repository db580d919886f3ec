import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from './config.ts'
import { serve } from './serve.ts'

// `dist/openapi.json`: what a server of this version answers at /api/docs/openapi.json.
const folder = join(import.meta.dirname, '../dist')
const dataDir = await mkdtemp(join(tmpdir(), 'ourmoney-openapi-'))
const server = await serve(
  readConfig({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' }),
)
try {
  const reply = await fetch(`${server.url}/api/docs/openapi.json`)
  const document = JSON.stringify(await reply.json(), undefined, 2)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'openapi.json'), `${document}\n`)
} finally {
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}
