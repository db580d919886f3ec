import { useLayoutEffect, useState, type RefCallback } from 'react'

/**
 * How far down a sticky bar reaches once it is stuck, in pixels from the top
 * of the window. What else sticks, or is scrolled to, comes below.
 */
export function useStuckEnd(): readonly [
  end: number,
  ref: RefCallback<HTMLElement>,
] {
  const [bar, setBar] = useState<HTMLElement | null>(null)
  const [end, setEnd] = useState(0)
  useLayoutEffect(() => {
    if (bar === null) return
    const measure = () => {
      const top = Number.parseFloat(getComputedStyle(bar).insetBlockStart)
      setEnd((Number.isNaN(top) ? 0 : top) + bar.offsetHeight)
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(bar)
    return () => watch.disconnect()
  }, [bar])
  return [end, setBar]
}
