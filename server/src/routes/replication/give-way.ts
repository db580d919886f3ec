import { setImmediate } from 'node:timers/promises'

/** Milliseconds that a long piece of work may take before others get their turn. */
const longest = 5

/** To be awaited between the parts of a long piece of work: everybody else shares the thread with it. */
export function createGivingWay(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < longest) return
    await setImmediate()
    since = performance.now()
  }
}
