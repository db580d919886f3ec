const kept = { days: 7, weeks: 5, months: 12 }

/**
 * Which backups need not be kept: all but the newest of each of the last seven
 * days, five weeks and twelve months that have one.
 */
export function noLongerKept(names: readonly string[]): readonly string[] {
  const newestFirst = names.filter(name => timeOf(name) !== undefined)
  newestFirst.sort().reverse()
  const keep = new Set([
    ...newestOfEach(newestFirst, kept.days, day => day),
    ...newestOfEach(newestFirst, kept.weeks, weekOf),
    ...newestOfEach(newestFirst, kept.months, day => day.slice(0, 7)),
  ])
  return newestFirst.filter(name => !keep.has(name)).reverse()
}

/** When a backup was made, by its name. */
export function timeOf(name: string): Date | undefined {
  const [, day, time] =
    /^ourmoney-(\d{4}-\d\d-\d\d)T(\d\d-\d\d-\d\d)Z$/.exec(name) ?? []
  if (day === undefined || time === undefined) return undefined
  const at = new Date(`${day}T${time.replaceAll('-', ':')}Z`)
  return Number.isNaN(at.getTime()) ? undefined : at
}

function newestOfEach(
  newestFirst: readonly string[],
  count: number,
  periodOf: (day: string) => string,
): readonly string[] {
  const newest = new Map<string, string>()
  for (const name of newestFirst) {
    const period = periodOf(name.slice('ourmoney-'.length).slice(0, 10))
    if (!newest.has(period)) newest.set(period, name)
  }
  return [...newest.values()].slice(0, count)
}

/** Number of the week since 1970, which began on a Thursday. */
function weekOf(day: string): string {
  const days = Date.parse(day) / 86_400_000
  return String(Math.floor((days + 3) / 7))
}
