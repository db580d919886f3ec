import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { TransactionRow, TransactionsAnswer } from '../../data/ledger.ts'
import { useIsDesk } from '../../ui/use-media.ts'
import { useWords } from '../../words/words.ts'
import { DayHead } from './day-head.tsx'
import { listItems } from './list-items.ts'
import { ListRow } from './list-row.tsx'
import styles from './transactions.module.css'
import type { Names } from './use-names.ts'

type TransactionListProps = {
  readonly answer: TransactionsAnswer
  readonly isByDate: boolean
  /** How much of the window's top is taken by what stays there. */
  readonly stuckEnd: number
  readonly names: Names
  readonly active: ActiveRow
  readonly isTicked: (id: string) => boolean
  /** The first row in sight, by its position. */
  readonly onFirst: (index: number) => void
  readonly onOpen: (row: TransactionRow, index: number) => void
  readonly onTick: (row: TransactionRow) => void
  readonly onEdit: (row: TransactionRow) => void
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
export function TransactionList(props: TransactionListProps) {
  const { answer, isByDate, stuckEnd, names, active, isTicked, onFirst } = props
  const { t } = useWords()
  const isDesk = useIsDesk()
  const rowHeight = isDesk ? 48 : 60
  const list = useRef<HTMLDivElement>(null)
  const [offset, setOffset] = useState(0)
  const items = useMemo(
    () => listItems(answer.count, isByDate ? answer.days : []),
    [answer.count, answer.days, isByDate],
  )

  const virtualizer = useWindowVirtualizer({
    count: items.count,
    estimateSize: index =>
      items.at(index).kind === 'day' ? dayHeight : rowHeight,
    overscan: 12,
    scrollMargin: offset,
    scrollPaddingStart: stuckEnd + (isByDate ? stuckDayHeight : 0),
  })
  useLayoutEffect(() => {
    const top = list.current?.getBoundingClientRect().top ?? 0
    setOffset(top + window.scrollY)
  }, [])
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, items, rowHeight])

  const inSight = virtualizer.getVirtualItems()
  const top = (virtualizer.scrollOffset ?? 0) + stuckEnd
  const firstIndex = virtualizer.getVirtualItemForOffset(top)?.index ?? 0
  const firstRow = items.rowAtOrAfter(firstIndex)
  useEffect(() => onFirst(firstRow), [onFirst, firstRow])

  // Keys move the active row; it stays in sight.
  useEffect(() => {
    if (active.index < 0) return
    const { index, align } = active
    virtualizer.scrollToIndex(items.indexOfRow(index), { align })
  }, [virtualizer, items, active])

  /** The head of a day, before the first of its items that is on the page. */
  function headOf(index: number, isFirstItem: boolean) {
    if (!isFirstItem && items.at(index).kind === 'row') return null
    const found = items.dayAt(index)
    if (found === undefined) return null
    const { day, number } = found
    return (
      <DayHead
        key={day.date}
        day={day}
        currency={names.currency}
        start={number * dayHeight + day.start * rowHeight}
        size={dayHeight + day.count * rowHeight}
      />
    )
  }

  const isConnected = answer.rows[0]?.sync !== undefined
  return (
    <div
      ref={list}
      className={`${styles['list']} ${isConnected ? styles['connected'] : ''}`}
      role="list"
      aria-label={t('transactions.listLabel')}
      style={{ blockSize: virtualizer.getTotalSize() }}
    >
      {inSight.flatMap(({ index, start, size, key }, order) => {
        const item = items.at(index)
        const head = headOf(index, order === 0)
        if (item.kind === 'day') return [head]
        return [
          head,
          <ListRow
            key={key}
            style={{ insetBlockStart: start - offset, blockSize: size }}
            row={answer.rows[item.row - answer.from]}
            index={item.row}
            count={answer.count}
            isFirst={item.isFirst}
            isLast={item.isLast}
            isActive={item.row === active.index}
            isTicked={isTicked}
            hasDate={!isByDate}
            names={names}
            onOpen={props.onOpen}
            onTick={props.onTick}
            onEdit={props.onEdit}
            onRemove={props.onRemove}
          />,
        ]
      })}
    </div>
  )
}
