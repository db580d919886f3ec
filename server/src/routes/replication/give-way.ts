import { setImmediate } from 'node:timers/promises'

/** Milliseconds that long work may take, all of it together, before others get their turn. */
const longest = 5

let since = 0
let lastTurn: Promise<unknown> = Promise.resolve()

/**
 * To be awaited between the parts of a long piece of work: everybody else
 * shares the thread with it. Who has to wait gets a turn of the event loop
 * alone, in order, so that fifty requests that come at once are not one turn.
 */
export async function giveWay(): Promise<void> {
  if (performance.now() - since < longest) return
  lastTurn = lastTurn.then(() => setImmediate())
  await lastTurn
  since = performance.now()
}
