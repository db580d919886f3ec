import { useEffect, useRef } from 'react'
import type { MouseEvent, TouchEvent } from 'react'

const heldFor = 500

/** What else a button does when it is held down, or pressed with the other button of a mouse. */
export function useLongPress(onHold: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const wasHeld = useRef(false)
  const stop = () => clearTimeout(timer.current)
  useEffect(() => () => clearTimeout(timer.current), [])

  function hold() {
    stop()
    if (wasHeld.current) return
    wasHeld.current = true
    onHold()
  }

  return {
    onMouseDown: () => {
      wasHeld.current = false
    },
    onTouchStart: () => {
      stop()
      wasHeld.current = false
      timer.current = setTimeout(hold, heldFor)
    },
    onTouchMove: stop,
    onTouchEnd: (event: TouchEvent) => {
      stop()
      // The press itself would follow.
      if (wasHeld.current) event.preventDefault()
    },
    // Android and a mouse say so by themselves; iOS does not.
    onContextMenu: (event: MouseEvent) => {
      event.preventDefault()
      hold()
    },
  }
}
