import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { TransactionRow, TransactionsAnswer } from '../../data/ledger.ts'
import { Amount } from '../../ui/amount.tsx'
import { dayName } from '../../ui/dates.ts'
import { useIsDesk } from '../../ui/use-media.ts'
import { useWords } from '../../words/words.ts'
import { listItems } from './list-items.ts'
import { ListRow } from './list-row.tsx'
import styles from './transactions.module.css'
import type { Names } from './use-names.ts'

type TransactionListProps = {
  readonly answer: TransactionsAnswer
  readonly isByDate: boolean
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

/** All rows there are, of which only those in sight exist on the page. */
export function TransactionList(props: TransactionListProps) {
  const { answer, isByDate, names, active, isTicked, onFirst } = props
  const { t, locale } = useWords()
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
    // What stands above the list stays there.
    scrollPaddingStart: offset,
  })
  useLayoutEffect(() => {
    const top = list.current?.getBoundingClientRect().top ?? 0
    setOffset(top + window.scrollY)
  }, [])
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, items, rowHeight])

  const inSight = virtualizer.getVirtualItems()
  const top = (virtualizer.scrollOffset ?? 0) + offset
  const firstIndex = virtualizer.getVirtualItemForOffset(top)?.index ?? 0
  const firstRow = items.rowAtOrAfter(firstIndex)
  useEffect(() => onFirst(firstRow), [onFirst, firstRow])

  // Keys move the active row; it stays in sight.
  useEffect(() => {
    if (active.index < 0) return
    const { index, align } = active
    const row = items.indexOfRow(index)
    virtualizer.scrollToIndex(align === 'start' ? row - 1 : row, { align })
  }, [virtualizer, items, active])

  const isConnected = answer.rows[0]?.sync !== undefined
  return (
    <div
      ref={list}
      className={`${styles['list']} ${isConnected ? styles['connected'] : ''}`}
      role="list"
      aria-label={t('transactions.listLabel')}
      style={{ blockSize: virtualizer.getTotalSize() }}
    >
      {inSight.map(({ index, start, size, key }) => {
        const item = items.at(index)
        const place = {
          insetBlockStart: start - offset,
          blockSize: size,
        }
        if (item.kind === 'day') {
          const { date, incomeMinor, expenseMinor } = item.day
          return (
            <div
              key={key}
              className={styles['dayHead']}
              style={place}
              role="listitem"
            >
              <h2>
                {dayName(date, locale, {
                  today: t('common.today'),
                  yesterday: t('common.yesterday'),
                })}
              </h2>
              <Amount
                minor={incomeMinor - expenseMinor}
                currency={names.currency}
                locale={locale}
              />
            </div>
          )
        }
        return (
          <ListRow
            key={key}
            style={place}
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
          />
        )
      })}
    </div>
  )
}
