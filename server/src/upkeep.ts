import type { FastifyBaseLogger } from 'fastify'
import type { People } from './people/people.ts'
import type { Backups } from './storage/backup/backups.ts'
import type { Databases } from './storage/databases.ts'

const hour = 60 * 60 * 1000

/** What a server does for itself: looks through its ledgers when it starts, tidies, backs up and compacts at a quiet hour. */
export type Upkeep = {
  readonly start: () => void
  /** Resolves when nothing is under way any more. */
  readonly stop: () => Promise<void>
}

export type UpkeepDeps = {
  readonly databases: Databases
  readonly people: Pick<People, 'tidy'>
  /** `undefined`: nobody said where to. */
  readonly backups: Backups | undefined
  /** Local hour, 0 to 23. */
  readonly quietHour: number
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>
}

export function createUpkeep(deps: UpkeepDeps): Upkeep {
  const { databases, people, backups, quietHour, log } = deps
  let timer: NodeJS.Timeout | undefined
  let isStopping = false
  let working: Promise<void> = Promise.resolve()

  /** What fails tonight is tried again tomorrow. */
  async function attempt(what: string, work: () => Promise<void>) {
    if (isStopping) return
    try {
      await work()
    } catch (error) {
      log.error({ err: error }, `${what} failed`)
    }
  }

  async function checkAll(): Promise<void> {
    const inTrouble = new Set(databases.troubles().map(({ name }) => name))
    for (const name of databases.names()) {
      if (inTrouble.has(name)) continue
      await attempt('looking through a ledger', () => databases.check(name))
    }
  }

  async function backUp(): Promise<void> {
    if (backups === undefined) return
    const { missing, manifest } = await backups.make()
    const lost = manifest.databases.filter(each => each.lost > 0)
    const about = { databases: manifest.databases.length }
    if (missing.length + lost.length === 0) log.info(about, 'backed up')
    else log.warn({ ...about, missing, lost }, 'backed up without some')
  }

  async function nightly(): Promise<void> {
    await attempt('tidying', people.tidy)
    await attempt('the backup', backUp)
    for (const name of databases.names()) {
      await attempt('compaction', () => databases.compact(name))
    }
  }

  /** A machine that sleeps at night makes its backup when it wakes. */
  async function catchUp(): Promise<void> {
    const [newest] = (await backups?.list()) ?? []
    const isOld = newest === undefined || Date.now() - newest.at > 25 * hour
    if (isOld) await backUp()
  }

  function schedule(): void {
    timer = setTimeout(
      () => {
        working = working.then(nightly)
        schedule()
      },
      untilHour(quietHour, new Date()),
    )
  }

  return {
    start: () => {
      working = checkAll().then(() => attempt('the backup', catchUp))
      schedule()
    },
    stop: async () => {
      isStopping = true
      clearTimeout(timer)
      await working
    },
  }
}

/** Milliseconds until it is that hour on the clock again. */
export function untilHour(wanted: number, now: Date): number {
  const next = new Date(now)
  next.setHours(wanted, 0, 0, 0)
  if (next <= now) next.setDate(next.getDate() + 1)
  return next.getTime() - now.getTime()
}
