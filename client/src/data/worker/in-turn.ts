/** Milliseconds. */
const every = 15 * 60_000
const looks = 60_000

type InTurnDeps<Each> = {
  readonly now: () => number
  /** Waits for what has to come first. False: not now. */
  readonly isTime: () => Promise<boolean>
  readonly all: () => Promise<readonly Each[]>
  readonly work: (each: Each) => Promise<void>
}

export type InTurn = {
  /** It may be time. */
  readonly look: () => void
  /** There are others than before: it is time at once. */
  readonly renew: () => void
  readonly stop: () => void
}

/** Works on one after the other, a round not more often than every quarter of an hour. */
export function inTurn<Each>(deps: InTurnDeps<Each>): InTurn {
  let begunAt: number | undefined
  /** Of a round that was cut short: it goes on when it is time again. */
  let rest: Each[] = []
  let isLooking = false
  const timer = setInterval(look, looks)

  function look(): void {
    const isDue =
      begunAt === undefined || rest.length > 0 || deps.now() - begunAt >= every
    if (isLooking || !isDue) return
    isLooking = true
    round()
      // Whoever opens that one is told what is wrong with it.
      .catch(() => undefined)
      .finally(() => (isLooking = false))
  }

  async function round(): Promise<void> {
    if (!(await deps.isTime())) return
    if (rest.length === 0) {
      begunAt = deps.now()
      rest = [...(await deps.all())]
    }
    while (rest.length > 0 && (await deps.isTime())) {
      const [each] = rest.splice(0, 1) as [Each]
      await deps.work(each).catch(() => undefined)
    }
  }

  return {
    look,
    renew: () => {
      begunAt = undefined
      rest = []
      look()
    },
    stop: () => clearInterval(timer),
  }
}
