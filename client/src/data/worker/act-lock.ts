/** Runs a large act so that other tabs do not take it for one that was cut short; a tab that closes lets go. */
export async function whileRunning<Result>(
  act: string,
  work: () => Promise<Result>,
): Promise<Result> {
  return 'locks' in navigator
    ? navigator.locks.request(nameOf(act), work)
    : work()
}

/** Whether it is being written now, in this tab or another. */
export async function isRunning(act: string): Promise<boolean> {
  if (!('locks' in navigator)) return false
  const { held = [] } = await navigator.locks.query()
  return held.some(({ name }) => name === nameOf(act))
}

function nameOf(act: string): string {
  return `ourmoney-act-${act}`
}
