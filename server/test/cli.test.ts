import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aProcess } from './a-process.ts'

const run = promisify(execFile)
const cli = join(import.meta.dirname, '../src/cli.ts')
let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ourmoney-'))
})
afterAll(async () => rm(dataDir, { recursive: true }))

function command(...args: string[]) {
  const env = { PATH: process.env['PATH'], DATA_DIR: dataDir }
  return run(process.execPath, [cli, ...args], { env })
}

test('the command line does its work while the server is stopped, and says so while it is not', async () => {
  const made = await command('create-user', 'Ann', '--admin')
  expect(made.stdout).toContain('http://localhost:8080/reset#')
  const server = await aProcess({ DATA_DIR: dataDir })
  await expect(command('users')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Another server may be using it'),
  })
  await server.kill('SIGTERM')
  expect((await command('users')).stdout).toBe('Ann (admin)\n')
  await expect(command('create-user', 'ann')).rejects.toMatchObject({
    code: 1,
    stderr: 'Somebody has that name\n',
  })
})
