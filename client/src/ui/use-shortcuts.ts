import { useEffect, useRef } from 'react'

/** By key as the browser names it; `mod+k` stands for Ctrl or ⌘ with K, `mod+shift+z` with Shift too. */
export type Shortcuts = Readonly<Record<string, () => void>>

const typing =
  'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]'
const pressing = 'button, a, [role="button"]'
const floating = '[role="dialog"], [role="menu"], [role="listbox"]'

/** Keys of a screen while nobody types and nothing floats above it. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    function press(event: KeyboardEvent) {
      const withMod = event.ctrlKey || event.metaKey
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
      const mods = withMod ? (event.shiftKey ? 'mod+shift+' : 'mod+') : ''
      const run = latest.current[mods + key]
      if (run === undefined || event.altKey || event.defaultPrevented) return
      const target = event.target instanceof Element ? event.target : undefined
      // Only the commands are called from within a text.
      if (target?.closest(typing) && !(withMod && key === 'k')) return
      if (key === 'Enter' && target?.closest(pressing)) return
      if (target?.closest(floating)) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
