/**
 * Lets one tab of a browser replicate a ledger. A tab that was frozen keeps
 * its lock, so a visible one takes over from a leader that fell silent.
 */
export type Leadership = {
  readonly isLeader: () => boolean
  /** The leader was heard. */
  readonly heard: () => void
  /** Whether this tab is in front. */
  readonly setVisible: (isVisible: boolean) => void
  readonly resign: () => void
}

const silence = 30_000
const look = 5_000

export function seekLeadership(
  name: string,
  lead: () => void,
  follow: () => void,
): Leadership {
  const resigned = new AbortController()
  let release: (() => void) | undefined
  let lastHeard = Date.now()
  let isVisible = true

  function request(options: LockOptions): void {
    const held = async () => {
      await new Promise<void>(resolve => {
        release = resolve
        lead()
      })
    }
    navigator.locks.request(name, options, held).catch(() => {
      // Another tab took over, or we resigned before our turn came.
      if (release === undefined) return
      release = undefined
      follow()
      if (!resigned.signal.aborted) request({ signal: resigned.signal })
    })
  }

  const watch = setInterval(() => {
    const isSilent = Date.now() - lastHeard > silence
    if (release !== undefined || !isVisible || !isSilent) return
    lastHeard = Date.now()
    request({ steal: true })
  }, look)

  // Without locks there is no secure origin, and no second tab worth minding.
  if ('locks' in navigator) request({ signal: resigned.signal })
  else {
    release = () => {}
    lead()
  }

  return {
    isLeader: () => release !== undefined,
    heard: () => {
      lastHeard = Date.now()
    },
    setVisible: visible => {
      isVisible = visible
    },
    resign: () => {
      clearInterval(watch)
      resigned.abort()
      release?.()
      release = undefined
    },
  }
}
