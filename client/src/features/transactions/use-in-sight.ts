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
/** Items that may be on the page beyond these: to take them away would draw all again. */
const mostSpare = 12

/** Where a list stands before its place was asked for: below the heads of the page, on a desk as on a phone. */
const usualTop = -140

type Seen = { readonly top: number; readonly height: number }

/** Which items of a list the window shows. Renders again only when they are others. */
export function useInSight(
  list: RefObject<HTMLElement | null>,
  items: ListItems,
  stuckEnd: number,
): InSight {
  const [seen, setSeen] = useState<Seen>({
    top: usualTop,
    height: window.innerHeight,
  })
  const inSight = itemsIn(seen, items, stuckEnd)

  // Asks for the place while nothing has changed it: when it has, asking would lay out the page twice.
  const look = useStable(() => {
    const now = {
      top: -(list.current?.getBoundingClientRect().top ?? 0),
      height: window.innerHeight,
    }
    if (!isEnough(inSight, itemsIn(now, items, stuckEnd))) setSeen(now)
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

function isEnough(there: InSight, wanted: InSight): boolean {
  const above = wanted.from - there.from
  const below = there.to - wanted.to
  return (
    there.first === wanted.first &&
    above >= 0 &&
    below >= 0 &&
    above + below <= mostSpare
  )
}
