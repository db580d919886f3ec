import { Failure } from '../failure.ts'

/** Lets `atOnce` callers through, makes `waiting` more wait in turn and refuses the rest. */
export function createTurnstile(
  atOnce: number,
  waiting: number,
  onWaiting: (count: number) => void = () => {},
) {
  const queue: (() => void)[] = []
  let running = 0

  return async function pass<Value>(work: () => Promise<Value>) {
    if (running >= atOnce) {
      if (queue.length >= waiting) {
        throw new Failure('too-many-requests', { retryAfter: 2 })
      }
      // Whoever leaves hands over their place, so `running` stays as it is.
      await new Promise<void>(resolve => {
        queue.push(resolve)
        onWaiting(queue.length)
      })
      onWaiting(queue.length)
    } else running += 1

    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}
