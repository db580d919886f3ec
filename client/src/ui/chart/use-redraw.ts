import { useEffect, type RefObject } from 'react'
import { useStable } from '../use-stable.ts'

/** Draws again when there is more or less room, when the theme is another, and for paper. */
export function useRedraw(
  place: RefObject<HTMLElement | null>,
  draw: () => void,
): void {
  const again = useStable(draw)
  useEffect(() => {
    const element = place.current
    if (element === null) return undefined
    const room = new ResizeObserver(again)
    room.observe(element)
    const theme = new MutationObserver(again)
    theme.observe(document.documentElement, {
      attributeFilter: ['data-theme'],
    })
    const queries = ['(prefers-color-scheme: dark)', 'print'].map(query =>
      matchMedia(query),
    )
    for (const query of queries) query.addEventListener('change', again)
    return () => {
      room.disconnect()
      theme.disconnect()
      for (const query of queries) query.removeEventListener('change', again)
    }
  }, [place, again])
}
