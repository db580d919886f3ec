import { useLayoutEffect, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { ListItems } from './list-items.ts'

/** Items `[from, to)` that are on the page, and the first that a person sees. */
export type InSight = {
  readonly from: number
  readonly to: number
  readonly first: number
}

/** Pixels above and below the window in which items are on the page already. */
const ahead = 240
const none: InSight = { from: 0, to: 0, first: 0 }

/** Which items of a list the window shows. Renders again only when they are others. */
export function useInSight(
  list: RefObject<HTMLElement | null>,
  items: ListItems,
  stuckEnd: number,
): InSight {
  const [inSight, setInSight] = useState(none)
  useLayoutEffect(() => {
    function look(): void {
      const top = -(list.current?.getBoundingClientRect().top ?? 0)
      const found = {
        from: items.indexAt(top - ahead),
        to: items.indexAt(top + window.innerHeight + ahead) + 1,
        first: items.indexAt(top + stuckEnd),
      }
      setInSight(now => (isSame(now, found) ? now : found))
    }
    // What comes into sight is there in the same frame.
    const follow = () => flushSync(look)
    look()
    window.addEventListener('scroll', follow, { passive: true })
    window.addEventListener('resize', follow)
    return () => {
      window.removeEventListener('scroll', follow)
      window.removeEventListener('resize', follow)
    }
  }, [list, items, stuckEnd])
  return inSight
}

function isSame(a: InSight, b: InSight): boolean {
  return a.from === b.from && a.to === b.to && a.first === b.first
}
