import { useCallback, useLayoutEffect, useRef } from 'react'

/** One function for as long as the component lives, which does what the latest would: what it is given to need not render again. */
export function useStable<Args extends readonly unknown[], Result>(
  latest: (...args: Args) => Result,
): (...args: Args) => Result {
  const ref = useRef(latest)
  useLayoutEffect(() => {
    ref.current = latest
  })
  return useCallback((...args) => ref.current(...args), [])
}
