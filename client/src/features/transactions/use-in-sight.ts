import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useStable } from '../../ui/use-stable.ts'
import { isFlying, withStep } from './flight.ts'
import type { ListItems } from './list-items.ts'

/** Items `[from, to)` that are on the page, and the first that a person sees. */
type Items = {
  readonly from: number
  readonly to: number
  readonly first: number
}

export type InSight = Items & {
  /** They pass so fast that none needs to be drawn. */
  readonly isFlying: boolean
}

/** Pixels above and below the window in which items are on the page already. */
const ahead = 120
/** Items that may be on the page beyond these: to take them away would draw all again. */
const mostSpare = 12

/** Where a list stands before its place was asked for: below the heads of the page, on a desk as on a phone. */
const usualTop = -140

type Seen = {
  readonly top: number
  readonly height: number
  readonly isFlying: boolean
}

/** Milliseconds without a step after which a list that flew has arrived. */
const landing = 80

/** Which items of a list the window shows. Renders again only when they are others. */
export function useInSight(
  list: RefObject<HTMLElement | null>,
  items: ListItems,
  stuckEnd: number,
): InSight {
  const [seen, setSeen] = useState<Seen>({
    top: usualTop,
    height: window.innerHeight,
    isFlying: false,
  })
  const flight = useRef({ top: 0, time: 0, steps: 0 })
  const inSight = itemsIn(seen, items, stuckEnd)

  // Asks for the place while nothing has changed it: when it has, asking would lay out the page twice.
  const look = useStable((time?: number) => {
    const top = -(list.current?.getBoundingClientRect().top ?? 0)
    const height = window.innerHeight
    flight.current =
      time === undefined
        ? { ...flight.current, steps: 0 }
        : withStep(flight.current, { top, time }, height)
    // Somebody's focus would go with what is in a row.
    const isHeld = list.current?.contains(document.activeElement) === true
    const now = { top, height, isFlying: isFlying(flight.current) && !isHeld }
    const isSame =
      now.isFlying === seen.isFlying &&
      isEnough(inSight, itemsIn(now, items, stuckEnd))
    if (!isSame) setSeen(now)
  })

  useLayoutEffect(() => {
    // What comes into sight is there in the same frame.
    const follow = () => flushSync(look)
    let landed = 0
    const step = () => {
      clearTimeout(landed)
      landed = window.setTimeout(follow, landing)
      flushSync(() => look(performance.now()))
    }
    look()
    window.addEventListener('scroll', step, { passive: true })
    window.addEventListener('resize', follow)
    return () => {
      clearTimeout(landed)
      window.removeEventListener('scroll', step)
      window.removeEventListener('resize', follow)
    }
  }, [look])
  return { ...inSight, isFlying: seen.isFlying }
}

function itemsIn(
  { top, height }: Pick<Seen, 'top' | 'height'>,
  items: ListItems,
  stuckEnd: number,
): Items {
  return {
    from: items.indexAt(top - ahead),
    to: items.indexAt(top + height + ahead) + 1,
    first: items.indexAt(top + stuckEnd),
  }
}

function isEnough(there: Items, wanted: Items): boolean {
  const above = wanted.from - there.from
  const below = there.to - wanted.to
  return (
    there.first === wanted.first &&
    above >= 0 &&
    below >= 0 &&
    above + below <= mostSpare
  )
}
