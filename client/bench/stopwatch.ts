/** What every measured page carries: when what came in, when something was painted, which tasks took long. */
export type Stopwatch = {
  /** Milliseconds since navigation at which a frame showed it for the first time. */
  readonly whenPainted: (isThere: () => boolean) => Promise<number>
  /** Once nothing changed on the page for so many milliseconds: when the last change, which came after an instant, was painted. */
  readonly whenQuiet: (quiet: number, after?: number) => Promise<number>
  /** When the last of them came in. */
  readonly last: (type: 'keydown' | 'click' | 'change') => number
  /** Durations over 50 ms since it was asked last. */
  readonly longTasks: () => readonly number[]
}

declare global {
  // oxlint-disable-next-line no-var -- a property of globalThis is declared so.
  var stopwatch: Stopwatch
}

/** Runs in the page before anything else; stands alone, for its text is sent there. */
export function installStopwatch(): void {
  let tasks: number[] = []
  const watch = new PerformanceObserver(list => {
    tasks.push(...list.getEntries().map(({ duration }) => duration))
  })
  watch.observe({ type: 'longtask' })

  const came = new Map<string, number>()
  for (const type of ['keydown', 'click', 'change']) {
    addEventListener(type, event => came.set(type, event.timeStamp), true)
  }

  // A message that is sent while a frame is made arrives after it was painted.
  const painted = () =>
    new Promise<number>(resolve => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => resolve(performance.now()))
        port1.start()
        port2.postMessage(undefined)
      })
    })

  let changedAt = 0
  let lastPainted = Promise.resolve(0)
  const listeners = new Set<() => void>()
  const changes = new MutationObserver(() => {
    changedAt = performance.now()
    lastPainted = painted()
    for (const listener of listeners) listener()
  })
  changes.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
  })

  globalThis.stopwatch = {
    whenPainted: isThere =>
      new Promise(resolve => {
        const look = () => {
          if (!isThere()) return
          listeners.delete(look)
          resolve(painted())
        }
        listeners.add(look)
        look()
      }),
    whenQuiet: async (quiet, after = 0) => {
      for (;;) {
        const left = Math.max(changedAt, after) + quiet - performance.now()
        if (left <= 0) return lastPainted
        await new Promise(resolve => setTimeout(resolve, left))
      }
    },
    last: type => came.get(type) ?? NaN,
    longTasks: () => {
      const seen = tasks
      tasks = []
      return seen
    },
  }
}
