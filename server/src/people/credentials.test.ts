import { expect, test } from 'vitest'
import { createCredentials } from './credentials.ts'

test('passwords are kept as argon2id with 19 MiB, two passes, one lane', async () => {
  const credentials = createCredentials()
  const hashed = await credentials.hashPassword('correct horse')
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await credentials.isPassword(hashed, 'correct horse')).toBe(true)
  expect(await credentials.isPassword(hashed, 'correct house')).toBe(false)
  expect(await credentials.isPassword(undefined, 'correct horse')).toBe(false)
})
