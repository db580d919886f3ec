import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { HealthReply } from '@ourmoney/shared/identity/operations.ts'
import { Failure } from './failure.ts'
import { BackupError } from './storage/backup/manifest.ts'
import type { Backups } from './storage/backup/backups.ts'
import { NoRoomError } from './storage/room.ts'
import type { Trouble } from './storage/soundness.ts'
import { receiptsOf, type Databases } from './storage/databases.ts'

/** What whoever keeps the server may ask and have done. */
export type Operations = {
  readonly health: () => Promise<Omit<HealthReply, 'sessions'>>
  readonly bytesOf: (ledger: string) => Promise<number>
  readonly troubleOf: (ledger: string) => Trouble['what'] | undefined
  /** Throws `not-found` where nobody said where to put backups. */
  readonly backUp: () => Promise<{ name: string; missing: readonly string[] }>
  /** Answers which of its databases begin empty, since the backup has not got them. */
  readonly restoreLedger: (
    backup: string,
    ledger: string,
  ) => Promise<readonly string[]>
  /** Whether people should be sent here. */
  readonly isReady: () => Promise<boolean>
  /** From here on it is not ready; what comes is still answered. */
  readonly drain: () => void
  readonly stop: () => void
}

export type OperationsDeps = {
  readonly databases: Databases
  readonly backups: Backups | undefined
  readonly version: string
}

/** Milliseconds within which the system store must answer. */
const patience = 2_000
/** Milliseconds between two looks at how long work waits. */
const resolution = 20

export function createOperations(deps: OperationsDeps): Operations {
  const { databases, version } = deps
  const delay = monitorEventLoopDelay({ resolution })
  delay.enable()
  // Of the last minutes, not of all days.
  const forgetting = setInterval(() => delay.reset(), 120_000).unref()
  let isDraining = false

  function backups(): Backups {
    if (deps.backups === undefined) throw new Failure('not-found')
    return deps.backups
  }

  return {
    health: async () => {
      const { free, size } = await databases.room.look()
      const least = Math.round(databases.room.leastOf(size))
      return {
        version,
        now: Date.now(),
        uptime: Math.round(process.uptime()),
        memory: process.memoryUsage.rss(),
        // What is measured contains the time between two measurements.
        lag: Math.max(0, Math.round(delay.percentile(99) / 1e6) - resolution),
        disk: Number.isFinite(size) ? { free, size, least } : undefined,
        openDatabases: databases.countOpen(),
        backups: deps.backups && [...(await deps.backups.list())],
      }
    },
    bytesOf: async ledger => {
      const names = [ledger, receiptsOf(ledger)]
      const here = new Set(databases.names())
      const sizes = names
        .filter(name => here.has(name))
        .map(name => databases.sizeOf(name))
      return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    },
    troubleOf: ledger =>
      databases
        .troubles()
        .find(({ name }) => [ledger, receiptsOf(ledger)].includes(name))?.what,
    backUp: async () => {
      const { path, missing } = await backups().make().catch(refuse)
      return { name: path.split('/').at(-1) ?? '', missing }
    },
    restoreLedger: (backup, ledger) =>
      backups().restoreLedger(backup, ledger).catch(refuse),
    isReady: async () => !isDraining && (await answers(databases)),
    drain: () => {
      isDraining = true
    },
    stop: () => {
      clearInterval(forgetting)
      delay.disable()
    },
  }
}

/** Why neither a backup nor a restore came to be. */
function refuse(cause: unknown): never {
  if (cause instanceof BackupError) {
    throw new Failure('wrong-backup', { detail: cause.code, cause })
  }
  if (cause instanceof NoRoomError) {
    throw new Failure('disk-full', { retryAfter: 60, cause })
  }
  throw cause
}

async function answers(databases: Databases): Promise<boolean> {
  const timeout = new Promise<boolean>(resolve => {
    setTimeout(() => resolve(false), patience).unref()
  })
  const asked = databases
    .system()
    .info()
    .then(
      () => true,
      () => false,
    )
  return Promise.race([asked, timeout])
}
