import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { runCommand } from './commands.ts'
import { serve } from '../serve.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

async function aFolder() {
  const dataDir = await mkdtemp(join(tmpdir(), 'ourmoney-'))
  folders.push(dataDir)
  return readConfig({
    DATA_DIR: dataDir,
    PORT: '0',
    PUBLIC_URL: 'https://money.example',
    LOG_LEVEL: 'silent',
  })
}

const password = 'a horse, a staple and a battery'

function post(url: string, path: string, payload: object) {
  return fetch(`${url}/api/v1/auth/${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
    },
    body: JSON.stringify(payload),
  })
}

test('a user made at the command line chooses a password by the link, once', async () => {
  const config = await aFolder()
  const said = await runCommand(['create-user', 'Ann', '--admin'], config)
  const token = /^ {2}https:\/\/money\.example\/reset#(\S+)$/m.exec(said)?.[1]
  expect(await runCommand(['users'], config)).toBe('Ann (admin)')

  const server = await serve({ ...config, publicUrl: undefined })
  try {
    expect(server.setUpLink).toBeUndefined()
    const reset = { token, password }
    expect((await post(server.url, 'reset', reset)).status).toBe(204)
    expect((await post(server.url, 'reset', reset)).status).toBe(403)
    const signIn = { name: 'Ann', password, device: '' }
    expect((await post(server.url, 'sign-in', signIn)).status).toBe(200)
  } finally {
    await server.stop()
  }
})

test('it says who is unknown, and what it can do', async () => {
  const config = await aFolder()
  await expect(runCommand(['reset-link', 'Eve'], config)).rejects.toThrow(
    'Nobody here is called "Eve".',
  )
  await expect(runCommand(['destroy'], config)).rejects.toThrow('Usage')
})
