import { useEffect, useRef } from 'react'
import type { ReviewRow } from '../../data/statements.ts'
import { useIsDesk } from '../../ui/use-media.ts'
import { useWords } from '../../words/words.ts'
import styles from './import.module.css'
import { ReviewRowLine, type RowActs } from './review-row.tsx'
import type { ImportNames } from './use-import-names.ts'
import { useRowsInSight } from './use-rows-in-sight.ts'

type ReviewListProps = RowActs & {
  readonly shown: {
    readonly from: number
    readonly count: number
    readonly rows: readonly ReviewRow[]
  }
  readonly names: ImportNames
  /** The row that keys act on, by its place. */
  readonly active: number
  /** Numbers of rows; nothing while none are selected. */
  readonly selected: ReadonlySet<number> | undefined
  /** Number of the row whose category is being chosen. */
  readonly choosing: number | undefined
  readonly onFirst: (place: number) => void
}

/** Rows of a file, of which only those in sight exist on the page. */
export function ReviewList(props: ReviewListProps) {
  const { shown, names, active, selected, choosing, onFirst, ...acts } = props
  const { t } = useWords()
  const height = useIsDesk() ? 60 : 116
  const list = useRef<HTMLDivElement>(null)
  const { from, to } = useRowsInSight(list, shown.count, height)
  useEffect(() => onFirst(from), [onFirst, from])

  const moved = useRef(active)
  useEffect(() => {
    if (list.current === null || moved.current === active) return
    moved.current = active
    if (active >= 0) showRow(list.current, active * height, height)
  }, [active, height])

  return (
    <div
      ref={list}
      className={styles['list']}
      role="list"
      aria-label={t('imports.rows')}
      style={{ blockSize: shown.count * height }}
    >
      {Array.from({ length: Math.max(0, to - from) }, (_, order) => {
        const place = from + order
        const row = shown.rows[place - shown.from]
        return (
          <div
            key={place}
            className={`${styles['row']} ${place === active ? styles['active'] : ''}`}
            style={{ insetBlockStart: place * height, blockSize: height }}
            role="listitem"
            aria-current={place === active}
            aria-setsize={shown.count}
            aria-posinset={place + 1}
          >
            {row !== undefined && (
              <ReviewRowLine
                {...acts}
                row={row}
                names={names}
                isSelecting={selected !== undefined}
                isSelected={selected?.has(row.row) === true}
                isChoosing={choosing === row.row}
              />
            )}
          </div>
        )
      })}
    </div>
  )
}

/** Above it there is the list's head, below it what goes on. */
const margin = 120

function showRow(list: HTMLElement, top: number, height: number): void {
  const start = list.getBoundingClientRect().top + top
  const above = start - margin
  const below = start + height + margin - window.innerHeight
  if (above < 0) window.scrollBy({ top: above })
  else if (below > 0) window.scrollBy({ top: below })
}
