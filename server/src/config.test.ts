import {
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { keptSecret } from './people/kept-secret.ts'

test('everything has a default', () => {
  expect(readConfig({})).toMatchObject({
    port: 8080,
    host: 'localhost',
    trustProxy: [],
    registration: 'invite',
    logLevel: 'info',
    webDir: undefined,
    backupDir: undefined,
    quietHour: 3,
    metrics: undefined,
    webhooksToPrivate: false,
    ledgerCaps: { docs: 2_000_000, bytes: 4_294_967_296 },
  })
  expect(readConfig({ PORT: '', JWT_SECRET: ' ' }).port).toBe(8080)
})

test.each([
  [{ DATA_DIR: '/data' }, '/data'],
  [{ DATA_DIR: 'books', INIT_CWD: '/home/ann' }, '/home/ann/books'],
  [{ INIT_CWD: '/home/ann' }, '/home/ann/data'],
])('%j keeps its data in %s', (environment, dataDir) => {
  expect(readConfig(environment).dataDir).toBe(dataDir)
})

test.each([
  ['PORT', 'http'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['TLS_CERT', '/cert.pem'],
  ['TLS_KEY', '/key.pem'],
  ['TRUST_PROXY', 'true'],
  ['TRUST_PROXY', '1'],
  ['TRUST_PROXY', '10.0.0.0/33'],
  ['TRUST_PROXY', '10.0.0.1, proxy'],
  ['REGISTRATION', 'everybody'],
  ['LOG_LEVEL', 'loud'],
  ['LEDGER_MAX_DOCS', '0'],
  ['LEDGER_MAX_BYTES', '4 GiB'],
  ['LEDGER_MAX_RECEIPT_BYTES', '1 GiB'],
  ['PUBLIC_URL', 'money.example'],
  ['PUBLIC_URL', 'https://money.example/app'],
  ['PUBLIC_URL', 'ftp://money.example'],
  ['JWT_SECRET', 'short'],
  ['QUIET_HOUR', '24'],
  ['COUCHDB_URL', 'ftp://couch'],
  ['METRICS_PORT', 'on'],
  ['WEBHOOKS_TO_PRIVATE', 'yes'],
  ['LEAST_FREE_BYTES', '5%'],
])('%s=%s is refused by name', (name, value) => {
  const partner = name === 'TLS_CERT' ? 'TLS_KEY' : 'TLS_CERT'
  const said = name.startsWith('TLS') ? partner : name
  expect(() => readConfig({ [name]: value })).toThrow(`${said}: `)
})

test.each([
  'short',
  'x'.repeat(64),
  'changeme-changeme-changeme-changeme',
  'my-super-secret-key-for-the-server-1',
])('A29 the secret %s is refused', secret => {
  expect(() => readConfig({ JWT_SECRET: secret })).toThrow('JWT_SECRET')
})

test('S14 a CouchDB is wanted with a secret that all servers share', () => {
  const COUCHDB_URL = 'http://ourmoney:x@couch:5984'
  expect(() => readConfig({ COUCHDB_URL })).toThrow('JWT_SECRET: is missing')
  const JWT_SECRET = 'Zq3vX8sLk0PwY6tRj2NbH9mCf5DgA1eU'
  expect(readConfig({ COUCHDB_URL, JWT_SECRET }).couchUrl).toBe(COUCHDB_URL)
})

test('networks, origins and secrets are read', () => {
  const config = readConfig({
    TRUST_PROXY: '10.0.0.0/8, ::1',
    PUBLIC_URL: 'https://money.example/',
    JWT_SECRET: 'Zq3vX8sLk0PwY6tRj2NbH9mCf5DgA1eU',
  })
  expect(config.trustProxy).toEqual(['10.0.0.0/8', '::1'])
  expect(config.publicUrl).toBe('https://money.example')
})

test('B5 webhooks go to private addresses only where somebody says so', () => {
  const read = (WEBHOOKS_TO_PRIVATE: string) =>
    readConfig({ WEBHOOKS_TO_PRIVATE }).webhooksToPrivate
  expect([read('true'), read('false'), read('')]).toEqual([true, false, false])
})

test('A29 processes that start together have one secret', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'secret-'))
  const secrets = await Promise.all(
    Array.from({ length: 5 }, () => keptSecret(directory)),
  )
  expect(new Set(secrets).size).toBe(1)
  expect(await readdir(directory)).toEqual(['secret'])
  await rm(directory, { recursive: true })
})

test('A29 the kept secret is made once, private, and checked', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'secret-'))
  const secret = await keptSecret(directory)
  expect(secret.length).toBeGreaterThanOrEqual(64)
  expect(await keptSecret(directory)).toBe(secret)
  const path = join(directory, 'secret')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(await readFile(path, 'utf8')).toBe(secret)

  await writeFile(path, '')
  await expect(keptSecret(directory)).rejects.toThrow('32 characters')
  await rm(directory, { recursive: true })
})
