import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Link } from 'react-router'
import { isLocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import { Amount } from '../../ui/amount.tsx'
import { CategoryIcon } from '../../ui/category-icon.tsx'
import { longDate } from '../../ui/dates.ts'
import { useWords } from '../../words/words.ts'
import type { Column, ReportTable, Row } from './content.ts'
import styles from './reports.module.css'

type TableProps = {
  readonly table: ReportTable
  /** Bars beside the names. */
  readonly hasBars: boolean
}

/** What a report says, in numbers; each row leads to the transactions that it is of. */
export function Table({ table, hasBars }: TableProps) {
  const { columns, rows, sum, caption } = table
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const isTree = rows.some(({ children = [] }) => children.length > 0)

  function toggle(id: string) {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    setOpen(next)
  }

  const lines = rows.flatMap((row): readonly Line[] => {
    const { children = [] } = row
    const isOpen = open.has(row.id)
    const line = {
      row,
      isBelow: false,
      ...(children.length > 0 && { isOpen, onToggle: () => toggle(row.id) }),
    }
    return [
      line,
      ...(isOpen ? children.map(child => ({ row: child, isBelow: true })) : []),
    ]
  })
  return (
    <div className={styles['scroll']}>
      <table
        className={`${styles['table']} ${table.isMatrix === true ? styles['matrix'] : ''}`}
      >
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <GroupHeads columns={columns} />
          <tr>
            {columns.map(column => (
              <th
                key={column.id}
                scope="col"
                className={`${styles[column.kind]} ${column.isExtra === true ? styles['extra'] : ''}`}
              >
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <TableRow
              key={line.row.id}
              line={line}
              table={table}
              isTree={isTree}
              hasBars={hasBars}
            />
          ))}
        </tbody>
        {sum !== undefined && rows.length > 0 && (
          <tfoot>
            <TableRow
              line={{ row: sum, isBelow: false }}
              table={table}
              isTree={isTree}
              hasBars={false}
            />
          </tfoot>
        )}
      </table>
    </div>
  )
}

/** What several columns have in common stands over them once. */
function GroupHeads({ columns }: Pick<ReportTable, 'columns'>) {
  if (columns.every(({ group }) => group === undefined)) return null
  const spans: {
    readonly id: string
    readonly group: string
    count: number
  }[] = []
  for (const { id, group = '' } of columns) {
    const last = spans.at(-1)
    if (last?.group === group) last.count += 1
    else spans.push({ id, group, count: 1 })
  }
  return (
    <tr>
      {spans.map(({ id, group, count }) => (
        <th
          key={id}
          scope="colgroup"
          colSpan={count}
          className={group === '' ? '' : styles['group']}
          {...(group === '' && { 'aria-hidden': true })}
        >
          {group}
        </th>
      ))}
    </tr>
  )
}

type Line = {
  readonly row: Row
  readonly isBelow: boolean
  readonly isOpen?: boolean | undefined
  readonly onToggle?: (() => void) | undefined
}

type TableRowProps = TableProps & {
  readonly line: Line
  readonly isTree: boolean
}

function TableRow({ line, table, isTree, hasBars }: TableRowProps) {
  const { t } = useWords()
  const { row, isBelow, isOpen, onToggle } = line
  const { columns, currency } = table
  const [first] = columns
  const name = String(row.cells[0] ?? '')
  return (
    <tr className={isBelow ? styles['below'] : ''}>
      <th scope="row">
        <div className={styles['name']}>
          {isTree && (
            <span className={styles['toggle']}>
              {onToggle && (
                <AriaButton
                  aria-label={t(
                    isOpen === true ? 'reports.close' : 'reports.open',
                    { name },
                  )}
                  aria-expanded={isOpen === true}
                  onPress={onToggle}
                >
                  <IconChevronRight size={16} aria-hidden />
                </AriaButton>
              )}
            </span>
          )}
          {row.look && <CategoryIcon {...row.look} isSmall={isBelow} />}
          <span className={styles['nameText']}>
            <Linked to={row.to} isWhole>
              <bdi>
                {first && (
                  <Value row={row} at={0} column={first} currency={currency} />
                )}
              </bdi>
            </Linked>
            {hasBars && row.bar !== undefined && (
              <span className={styles['track']} aria-hidden>
                <i style={{ inlineSize: `${row.bar * 100}%` }} />
              </span>
            )}
          </span>
        </div>
      </th>
      {columns.slice(1).map((column, index) => (
        <Cell
          key={column.id}
          row={row}
          at={index + 1}
          column={column}
          currency={currency}
        />
      ))}
    </tr>
  )
}

function Cell({ row, at, column, currency }: ValueProps) {
  const heat = row.heats?.[at]
  const mark = row.marks?.[at]
  const looks = [
    styles[column.kind],
    column.isExtra === true ? styles['extra'] : '',
    heat === undefined ? '' : styles['hot'],
  ]
  return (
    <td
      className={looks.join(' ')}
      {...(heat !== undefined && {
        style: { '--heat': `${Math.round(heat * 100)}%` } as object,
      })}
    >
      <Linked to={row.links?.[at]}>
        <Value row={row} at={at} column={column} currency={currency} />
        {mark !== undefined && (
          <span className={styles['mark']} title={mark}>
            <span className="visually-hidden">, {mark}</span>
          </span>
        )}
      </Linked>
    </td>
  )
}

type LinkedProps = {
  readonly to: string | undefined
  /** A press anywhere in the row follows it. */
  readonly isWhole?: boolean | undefined
  readonly children: React.ReactNode
}

function Linked({ to, isWhole = false, children }: LinkedProps) {
  if (to === undefined) return children
  return (
    <Link to={to} className={styles[isWhole ? 'rowLink' : 'cellLink'] ?? ''}>
      {children}
    </Link>
  )
}

type ValueProps = {
  readonly row: Row
  readonly at: number
  readonly column: Column
  readonly currency: string
}

function Value({ row, at, column, currency }: ValueProps) {
  const { locale } = useWords()
  const value = row.cells[at]
  if (value === undefined) return null
  const { kind } = column
  const isBare = kind === 'change' || column.isBare === true
  if (typeof value === 'string') {
    // The row of all days has words in its place.
    return kind === 'date' && isLocalDate(value)
      ? longDate(value, locale)
      : value
  }
  switch (kind) {
    case 'money':
    case 'change':
      if (value === 0 && isBare)
        return <span className={styles['none']}>–</span>
      return (
        <Amount
          minor={value}
          currency={row.currency ?? currency}
          locale={locale}
          sign={kind === 'change' ? 'always' : 'auto'}
          isBare={isBare}
        />
      )
    case 'share':
    case 'growth':
      return new Intl.NumberFormat(locale, {
        style: 'percent',
        maximumFractionDigits: value !== 0 && Math.abs(value) < 100 ? 1 : 0,
        signDisplay: kind === 'growth' ? 'exceptZero' : 'auto',
      })
        .format(value / 10_000)
        .replace('-', '−')
    default:
      return value.toLocaleString(locale)
  }
}
