import { useLayoutEffect, useState, type RefObject } from 'react'
import { useStable } from '../../ui/use-stable.ts'

/** Rows above and below the window that are on the page already. */
const ahead = 4

/** Which rows of one height the window shows: `[from, to)`. */
export function useRowsInSight(
  list: RefObject<HTMLElement | null>,
  count: number,
  height: number,
): { readonly from: number; readonly to: number } {
  const [from, setFrom] = useState(0)
  const size = Math.ceil(window.innerHeight / height) + 2 * ahead

  const look = useStable(() => {
    const top = -(list.current?.getBoundingClientRect().top ?? 0)
    setFrom(Math.max(0, Math.floor(top / height) - ahead))
  })

  // Other rows or others above them: what is in sight may be other too.
  useLayoutEffect(look)
  useLayoutEffect(() => {
    window.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    return () => {
      window.removeEventListener('scroll', look)
      window.removeEventListener('resize', look)
    }
  }, [look])

  const start = Math.min(from, Math.max(0, count - size))
  return { from: start, to: Math.min(count, start + size) }
}
