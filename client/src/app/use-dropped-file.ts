import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { handFiles } from '../platform/handed-file.ts'

/** Files that are dropped anywhere on a screen are brought in. Whether one is held above it. */
export function useDroppedFile(isOn: boolean): boolean {
  const navigate = useNavigate()
  const [isAbove, setAbove] = useState(false)

  useEffect(() => {
    if (!isOn) return undefined
    function over(event: DragEvent) {
      if (!isForPage(event)) return
      event.preventDefault()
      setAbove(true)
    }
    function leave(event: DragEvent) {
      // Out of the window, not from one element to the next.
      if (event.relatedTarget === null) setAbove(false)
    }
    function drop(event: DragEvent) {
      setAbove(false)
      if (!isForPage(event)) return
      event.preventDefault()
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      handFiles(files)
      void navigate('/import')
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [isOn, navigate])

  return isAbove
}

/** Nothing else has taken it, and no dialog is open. */
function isForPage(event: DragEvent): boolean {
  return (
    !event.defaultPrevented &&
    event.dataTransfer?.types.includes('Files') === true &&
    document.querySelector('[role="dialog"]') === null
  )
}
