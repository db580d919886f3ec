import { memo, useEffect, useMemo, useRef, useState } from 'react'
import type {
  TransactionRow,
  TransactionsAnswer,
} from '../../data/views/transactions.ts'
import { useIsDesk } from '../../ui/use-media.ts'
import { useWords } from '../../words/words.ts'
import { DayHead } from './day-head.tsx'
import { listItems, type ListItems } from './list-items.ts'
import { ListRow } from './list-row.tsx'
import { elementsFor } from './row-elements.ts'
import { isTicked, type Ticked } from './selection.ts'
import styles from './transactions.module.css'
import { useInSight } from './use-in-sight.ts'
import type { Names } from './use-names.ts'

type TransactionListProps = {
  readonly answer: TransactionsAnswer
  readonly isByDate: boolean
  /** Days say what they sum to. */
  readonly hasNets: boolean
  /** How much of the window's top is taken by what stays there. */
  readonly stuckEnd: number
  readonly names: Names
  readonly active: ActiveRow
  readonly ticked: Ticked
  /** The first row in sight, by its position. */
  readonly onFirst: (index: number) => void
  readonly onOpen: (row: TransactionRow) => void
  readonly onTick: (row: TransactionRow) => void
  /** Not there for who only reads: rows are not swiped then. */
  readonly onEdit: ((row: TransactionRow) => void) | undefined
  readonly onRemove: (row: TransactionRow) => void
}

/** The row that keys act on; where it comes to stand when it is not in sight. */
export type ActiveRow = {
  readonly index: number
  readonly align: 'auto' | 'start'
}

const dayHeight = 40
/** Of a day's head when it is stuck: the blank above it goes below what stays. */
const stuckDayHeight = 32

/** All rows there are, of which only those in sight exist on the page. */
export const TransactionList = memo(function TransactionList(
  props: TransactionListProps,
) {
  const { answer, isByDate, stuckEnd, names, active, ticked, onFirst } = props
  const { t } = useWords()
  const isDesk = useIsDesk()
  const rowHeight = isDesk ? 48 : 60
  const list = useRef<HTMLDivElement>(null)
  const items = useMemo(
    () =>
      listItems(answer.count, isByDate ? answer.days : [], {
        day: dayHeight,
        row: rowHeight,
      }),
    [answer.count, answer.days, isByDate, rowHeight],
  )
  const { from, to, first, isFlying } = useInSight(list, items, stuckEnd)
  const firstRow = items.rowAtOrAfter(first)
  useEffect(() => onFirst(firstRow), [onFirst, firstRow])

  // Keys move the active row; it stays in sight.
  const stuck = stuckEnd + (isByDate ? stuckDayHeight : 0)
  const shown = useRef(active)
  useEffect(() => {
    if (list.current === null || active === shown.current) return
    shown.current = active
    showRow(list.current, items, active, rowHeight, stuck)
  }, [items, active, rowHeight, stuck])

  /** The head of a day, before the first of its items that is on the page. */
  function headOf(index: number) {
    if (index !== from && items.at(index).kind === 'row') return null
    const found = items.dayAt(index)
    if (found === undefined) return null
    const { day, number } = found
    return (
      <DayHead
        key={`day ${day.day}`}
        day={day}
        currency={names.currency}
        hasNet={props.hasNets}
        start={number * dayHeight + day.start * rowHeight}
        size={dayHeight + day.count * rowHeight}
      />
    )
  }

  function rowOf(index: number) {
    const item = items.at(index)
    if (item.kind === 'day') return null
    const row = isFlying ? undefined : answer.rows[item.row - answer.from]
    return (
      <ListRow
        key={elements.get(item.row)}
        start={items.topOf(index)}
        size={rowHeight}
        row={row}
        index={item.row}
        count={answer.count}
        isFirst={item.isFirst}
        isLast={item.isLast}
        isActive={item.row === active.index}
        isTicked={row !== undefined && isTicked(ticked, row.id)}
        isDesk={isDesk}
        hasDate={!isByDate}
        names={names}
        onOpen={props.onOpen}
        onTick={props.onTick}
        onEdit={props.onEdit}
        onRemove={props.onRemove}
      />
    )
  }

  const end = Math.min(to, items.count)
  const elements = useElements(
    items.rowAtOrAfter(from),
    end > from ? items.rowAtOrAfter(end - 1) + 1 : 0,
  )
  const isConnected = answer.rows[0]?.sync !== undefined
  const looks = [
    styles['list'],
    isConnected && styles['connected'],
    !props.hasNets && styles['inAccount'],
  ].filter(Boolean)
  return (
    <div
      ref={list}
      className={looks.join(' ')}
      role="list"
      aria-label={t('transactions.listLabel')}
      style={{ blockSize: items.height }}
    >
      {/* One list: in lists of their own all would be made anew with each step. */}
      {Array.from({ length: Math.max(0, end - from) }, (_, order) => [
        headOf(from + order),
        rowOf(from + order),
      ]).flat()}
    </div>
  )
})

/** The elements of the rows on the page: another filter, or another place, fills them anew. */
function useElements(from: number, to: number): ReadonlyMap<number, number> {
  const [last, setLast] = useState({ from: 0, to: 0, elements: noElements })
  if (last.from === from && last.to === to) return last.elements
  const focused = document.activeElement?.closest('[aria-posinset]')
  const row = Number(focused?.ariaPosInSet ?? 0) - 1
  const held = last.elements.get(row)
  const elements = elementsFor(last.elements, { from, to }, held)
  setLast({ from, to, elements })
  return elements
}

const noElements: ReadonlyMap<number, number> = new Map()

/** Scrolls as little as is needed, or until the row is the first in sight. */
function showRow(
  list: HTMLElement,
  items: ListItems,
  { index, align }: ActiveRow,
  height: number,
  stuck: number,
): void {
  const top =
    list.getBoundingClientRect().top + items.topOf(items.indexOfRow(index))
  const above = top - stuck
  const below = top + height - window.innerHeight
  if (align === 'start' || above < 0) window.scrollBy({ top: above })
  else if (below > 0) window.scrollBy({ top: below })
}
