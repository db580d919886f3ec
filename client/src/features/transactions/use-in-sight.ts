import { useLayoutEffect, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useStable } from '../../ui/use-stable.ts'
import type { ListItems } from './list-items.ts'

/** Items `[from, to)` that are on the page, and the first that a person sees. */
export type InSight = {
  readonly from: number
  readonly to: number
  readonly first: number
}

/** Pixels above and below the window in which items are on the page already. */
const ahead = 120

type Seen = { readonly top: number; readonly height: number }

/** Which items of a list the window shows. Renders again only when they are others. */
export function useInSight(
  list: RefObject<HTMLElement | null>,
  items: ListItems,
  stuckEnd: number,
): InSight {
  const [seen, setSeen] = useState<Seen>({
    top: 0,
    height: window.innerHeight,
  })
  const inSight = itemsIn(seen, items, stuckEnd)

  // Asks for the place while nothing has changed it: when it has, asking would lay out the page twice.
  const look = useStable(() => {
    const now = {
      top: -(list.current?.getBoundingClientRect().top ?? 0),
      height: window.innerHeight,
    }
    if (!isSame(inSight, itemsIn(now, items, stuckEnd))) setSeen(now)
  })

  useLayoutEffect(() => {
    // What comes into sight is there in the same frame.
    const follow = () => flushSync(look)
    look()
    window.addEventListener('scroll', follow, { passive: true })
    window.addEventListener('resize', follow)
    return () => {
      window.removeEventListener('scroll', follow)
      window.removeEventListener('resize', follow)
    }
  }, [look])
  return inSight
}

function itemsIn(
  { top, height }: Seen,
  items: ListItems,
  stuckEnd: number,
): InSight {
  return {
    from: items.indexAt(top - ahead),
    to: items.indexAt(top + height + ahead) + 1,
    first: items.indexAt(top + stuckEnd),
  }
}

function isSame(a: InSight, b: InSight): boolean {
  return a.from === b.from && a.to === b.to && a.first === b.first
}
