import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { registrations } from '@ourmoney/shared/identity/api.ts'
import type { Registration } from '@ourmoney/shared/identity/api.ts'
import {
  defaultCaps,
  defaultReceiptCaps,
  type LedgerCaps,
} from './routes/replication/caps.ts'

/** What the person who runs the server may decide. docs/operations.md lists it for them. */
export type Config = {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** Where the built app is, if not beside the server. */
  readonly webDir: string | undefined
  readonly tls: { readonly cert: string; readonly key: string } | undefined
  /** Addresses of reverse proxies whose `X-Forwarded-*` may be believed. */
  readonly trustProxy: readonly string[]
  /** `undefined`: made once and kept in the data directory. */
  readonly jwtSecret: string | undefined
  readonly registration: Registration
  readonly logLevel: string
  /** The most that one ledger may hold. */
  readonly ledgerCaps: LedgerCaps
  /** The same for its receipts. */
  readonly receiptCaps: LedgerCaps
  /** The one origin that browsers use, such as `https://money.example`. */
  readonly publicUrl: string | undefined
  /** Where a backup is made every night; nowhere when `undefined`. */
  readonly backupDir: string | undefined
  /** Holds the password that seals backups. */
  readonly backupPasswordFile: string | undefined
  /** Local hour at which backups and compaction begin. */
  readonly quietHour: number
  /** Bytes of the disk that are never filled; chosen by its size when `undefined`. */
  readonly leastFree: number | undefined
  /** Seconds between being ready no more and ending, so that a load balancer notices. */
  readonly drainSeconds: number
  /** A CouchDB that has the data instead of the data directory. */
  readonly couchUrl: string | undefined
  /** Signs what CouchDB takes for an admin's, in place of a password. */
  readonly couchJwtKey: string | undefined
  /** Webhooks may go to private addresses and by http. */
  readonly webhooksToPrivate: boolean
  /** Where metrics are served, apart from everything else; nowhere when `undefined`. */
  readonly metrics: { readonly port: number; readonly host: string } | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

/** The message names the variable and says what would be right. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'

  constructor(variable: string, problem: string) {
    super(`${variable}: ${problem}`)
  }
}

export function readConfig(environment: Environment): Config {
  // An empty variable is one that a compose file passed on without a value.
  const read = (name: string) => environment[name]?.trim() || undefined

  // npm runs us inside the workspace; a relative path means where the person typed it.
  const here = read('INIT_CWD') ?? ''
  const webDir = read('WEB_DIR')
  const backupDir = read('BACKUP_DIR')
  const backupPasswordFile = read('BACKUP_PASSWORD_FILE')
  const jwtSecret = read('JWT_SECRET')
  if (jwtSecret !== undefined) refuseWeakSecret('JWT_SECRET', jwtSecret)
  const couchJwtKey = read('COUCHDB_JWT_KEY')
  if (couchJwtKey !== undefined) {
    refuseWeakSecret('COUCHDB_JWT_KEY', couchJwtKey)
  }

  return {
    port: readPort(read('PORT')),
    host: read('HOST') ?? 'localhost',
    dataDir: resolve(here, read('DATA_DIR') ?? 'data'),
    webDir: webDir && resolve(here, webDir),
    tls: readTls(read('TLS_CERT'), read('TLS_KEY')),
    trustProxy: readProxies(read('TRUST_PROXY')),
    jwtSecret,
    registration: readChoice('REGISTRATION', registrations, read) ?? 'invite',
    logLevel: readChoice('LOG_LEVEL', logLevels, read) ?? 'info',
    ledgerCaps: {
      docs: readCount('LEDGER_MAX_DOCS', read) ?? defaultCaps.docs,
      bytes: readCount('LEDGER_MAX_BYTES', read) ?? defaultCaps.bytes,
    },
    receiptCaps: {
      ...defaultReceiptCaps,
      bytes:
        readCount('LEDGER_MAX_RECEIPT_BYTES', read) ?? defaultReceiptCaps.bytes,
    },
    publicUrl: readOrigin(read('PUBLIC_URL')),
    backupDir: backupDir && resolve(here, backupDir),
    backupPasswordFile: backupPasswordFile && resolve(here, backupPasswordFile),
    quietHour: readHour(read('QUIET_HOUR')),
    leastFree: readCount('LEAST_FREE_BYTES', read),
    couchUrl: readCouchUrl(read('COUCHDB_URL'), jwtSecret),
    couchJwtKey,
    drainSeconds: readCount('DRAIN_SECONDS', read) ?? 0,
    webhooksToPrivate:
      readChoice('WEBHOOKS_TO_PRIVATE', ['true', 'false'], read) === 'true',
    metrics: readMetrics(read('METRICS_PORT'), read('METRICS_HOST')),
  }
}

/** Whoever guesses the secret can sign in as anybody. */
export function refuseWeakSecret(name: string, secret: string): void {
  if (secret.length < 32) {
    throw new ConfigError(name, 'needs at least 32 characters, better random')
  }
  if (new Set(secret).size < 10 || /secret|change.?me|default/i.test(secret)) {
    throw new ConfigError(name, 'looks like an example; use random characters')
  }
}

const logLevels = [
  'fatal',
  'error',
  'warn',
  'info',
  'debug',
  'trace',
  'silent',
] as const

function readPort(text = '8080', name = 'PORT'): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN
  if (port >= 0 && port <= 65_535) return port
  throw new ConfigError(name, `"${text}" is no port from 0 to 65535`)
}

function readHour(text = '3'): number {
  if (/^\d{1,2}$/.test(text) && Number(text) < 24) return Number(text)
  throw new ConfigError('QUIET_HOUR', `"${text}" is no hour from 0 to 23`)
}

function readMetrics(port: string | undefined, host = 'localhost') {
  return port === undefined
    ? undefined
    : { port: readPort(port, 'METRICS_PORT'), host }
}

function readTls(cert: string | undefined, key: string | undefined) {
  if (cert !== undefined && key !== undefined) return { cert, key }
  if (cert !== undefined) {
    throw new ConfigError('TLS_KEY', 'is missing, TLS_CERT is set')
  }
  if (key !== undefined) {
    throw new ConfigError('TLS_CERT', 'is missing, TLS_KEY is set')
  }
  return undefined
}

function readProxies(text = ''): readonly string[] {
  const networks = text
    .split(',')
    .map(network => network.trim())
    .filter(network => network !== '')
  for (const network of networks) {
    if (!isNetwork(network)) {
      throw new ConfigError(
        'TRUST_PROXY',
        `"${network}" is no address or network such as 172.16.0.0/12`,
      )
    }
  }
  return networks
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  if (bits === undefined) return true
  return /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)
}

function readChoice<Choice extends string>(
  name: string,
  choices: readonly Choice[],
  read: (name: string) => string | undefined,
): Choice | undefined {
  const text = read(name)
  const choice = choices.find(each => each === text)
  if (text === undefined || choice !== undefined) return choice
  throw new ConfigError(name, `"${text}" is none of ${choices.join(', ')}`)
}

function readCount(
  name: string,
  read: (name: string) => string | undefined,
): number | undefined {
  const text = read(name)
  if (text === undefined || /^[1-9]\d{0,14}$/.test(text)) {
    return text === undefined ? undefined : Number(text)
  }
  throw new ConfigError(name, `"${text}" is no whole number above 0`)
}

function readCouchUrl(url: string | undefined, secret: string | undefined) {
  if (url === undefined) return undefined
  const parsed = URL.parse(url)
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) {
    // Never the text itself: there may be a password in it.
    throw new ConfigError('COUCHDB_URL', 'is no http address')
  }
  if (secret !== undefined) return url
  throw new ConfigError(
    'JWT_SECRET',
    'is missing: with COUCHDB_URL all servers need the same',
  )
}

function readOrigin(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.parse(text)
  const isOrigin =
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    [url.origin, `${url.origin}/`].includes(text.toLowerCase())
  if (isOrigin) return url.origin
  throw new ConfigError(
    'PUBLIC_URL',
    `"${text}" is no origin such as https://money.example`,
  )
}
