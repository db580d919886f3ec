import { use, useEffect, type ComponentType } from 'react'

type Loaded<Props> = { readonly default: ComponentType<Props> }

/** A part that its screen begins without. Below a Suspense; once loaded it is drawn at once. */
export type Later<Props> = ComponentType<Props> & {
  /** Resolves when it is loaded, or could not be; whoever shows it tells of a failure. */
  readonly load: () => Promise<void>
}

/** Milliseconds. */
const untilTold = 1_000

export function later<Props extends object>(
  get: () => Promise<Loaded<Props>>,
): Later<Props> {
  let Part: ComponentType<Props> | undefined
  let loading: Promise<void> | undefined
  let asked: Promise<void> | undefined

  function load(): Promise<void> {
    loading ??= get().then(
      loaded => {
        Part = loaded.default
      },
      (error: unknown) => {
        // The next one who asks tries again.
        loading = undefined
        throw error
      },
    )
    return loading
  }

  /** The same failure until it was told: a new try each time would never end. */
  function ask(): Promise<void> {
    if (asked === undefined) {
      asked = load()
      asked.catch(() => setTimeout(() => (asked = undefined), untilTold))
    }
    return asked
  }

  function Shown(props: Props) {
    if (Part === undefined) use(ask())
    return Part === undefined ? null : <Part {...props} />
  }
  return Object.assign(Shown, {
    load: () => load().catch(() => undefined),
  })
}

/** Milliseconds in which the screen itself is drawn and filled. */
const untilQuiet = 2_000

/** Loads them when the screen has been there for a while, so that they come at once when asked for. */
export function useLoadedSoon(
  parts: readonly { readonly load: () => Promise<void> }[],
): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const part of parts) void part.load()
    }, untilQuiet)
    return () => clearTimeout(timer)
  }, [parts])
}
