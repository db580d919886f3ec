import type {
  HealthReply,
  ServerLedger,
} from '@ourmoney/shared/identity/operations.ts'

const twoDays = 2 * 24 * 60 * 60 * 1000

/** What somebody has to do something about. */
export function worriesOf(
  { disk, backups, uptime, now }: HealthReply,
  ledgers: readonly ServerLedger[],
) {
  const isAside = ({ trouble }: ServerLedger) =>
    trouble !== undefined && trouble !== 'being-restored'
  const newest = backups?.[0]
  return {
    aside: ledgers.filter(isAside).length,
    isFull: disk !== undefined && disk.free < disk.least,
    backup: backups && backupWorry(newest?.at, { uptime, now }),
  }
}

/** One that runs for minutes makes its first soon. */
function backupWorry(
  newestAt: number | undefined,
  { uptime, now }: Pick<HealthReply, 'uptime' | 'now'>,
): 'none' | 'old' | undefined {
  if (newestAt === undefined) return uptime > 3600 ? 'none' : undefined
  return now - newestAt > twoDays ? 'old' : undefined
}
