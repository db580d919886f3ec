import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useRef, useState, type ReactNode, type TouchEvent } from 'react'
import styles from './transactions.module.css'

type SwipeProps = {
  readonly children: ReactNode
  /** Nothing is swiped without it. */
  readonly onEdit: (() => void) | undefined
  readonly onRemove: () => void
}

const enough = 96

/** A thumb's way to edit (towards the end) and delete (towards the start), with undo behind it. */
export function Swipe({ children, onEdit, onRemove }: SwipeProps) {
  const start = useRef<{ readonly x: number; readonly y: number }>(undefined)
  const [by, setBy] = useState(0)

  function begin({ touches }: TouchEvent) {
    const touch = touches[0]
    if (touch !== undefined && onEdit !== undefined)
      start.current = { x: touch.clientX, y: touch.clientY }
  }
  function move({ touches }: TouchEvent) {
    const touch = touches[0]
    if (touch === undefined || start.current === undefined) return
    const x = touch.clientX - start.current.x
    const y = touch.clientY - start.current.y
    if (by === 0 && Math.abs(y) > Math.abs(x)) start.current = undefined
    else if (by !== 0 || Math.abs(x) > 12) setBy(x)
  }
  function end() {
    start.current = undefined
    if (by > enough) onEdit?.()
    else if (by < -enough) onRemove()
    setBy(0)
  }

  return (
    <>
      {by !== 0 && (
        <div
          className={`${styles['behind']} ${by > 0 ? styles['edit'] : ''}`}
          aria-hidden
        >
          {by > 0 ? <IconPencil size={20} /> : <span />}
          {by < 0 && <IconTrash size={20} />}
        </div>
      )}
      <div
        style={{
          blockSize: '100%',
          touchAction: 'pan-y',
          ...(by !== 0 && { transform: `translateX(${by}px)` }),
        }}
        onTouchStart={begin}
        onTouchMove={move}
        onTouchEnd={end}
        onTouchCancel={end}
      >
        {children}
      </div>
    </>
  )
}
