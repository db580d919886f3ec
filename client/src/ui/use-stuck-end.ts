import { useCallback, useState, type RefCallback } from 'react'

/**
 * How far down a sticky bar reaches once it is stuck, in pixels from the top
 * of the window. What else sticks, or is scrolled to, comes below.
 */
export function useStuckEnd(): readonly [
  end: number,
  ref: RefCallback<HTMLElement>,
] {
  const [end, setEnd] = useState(0)
  // Told once the page is laid out anyway: to ask sooner would lay it out twice.
  const ref = useCallback((bar: HTMLElement | null) => {
    if (bar === null) return
    const watch = new ResizeObserver(() => {
      const top = Number.parseFloat(getComputedStyle(bar).insetBlockStart)
      setEnd((Number.isNaN(top) ? 0 : top) + bar.offsetHeight)
    })
    watch.observe(bar)
    return () => watch.disconnect()
  }, [])
  return [end, ref]
}
