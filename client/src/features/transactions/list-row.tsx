import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconCoinOff,
  IconLock,
  IconNote,
  IconPaperclip,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import { memo, type ReactNode, useRef, useState, type TouchEvent } from 'react'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import type { RecordState } from '@ourmoney/shared/sync/record-state.ts'
import { isSame } from '../../data/is-same.ts'
import type { TransactionRow } from '../../data/views/transactions.ts'
import { Amount } from '../../ui/amount.tsx'
import { CategoryIcon } from '../../ui/category-icon.tsx'
import { Check } from '../../ui/check.tsx'
import { dayName } from '../../ui/dates.ts'
import { Mark } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { iconOf, payeeBeside, whereOf } from './row-looks.ts'
import { SideAmounts } from './side-amounts.tsx'
import styles from './transactions.module.css'
import type { Names } from './use-names.ts'

type ListRowProps = {
  /** Pixels from the top of the list. */
  readonly start: number
  readonly size: number
  /** Not there yet while the list is scrolled quickly. */
  readonly row: TransactionRow | undefined
  readonly index: number
  readonly count: number
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly isActive: boolean
  readonly isTicked: boolean
  readonly isDesk: boolean
  readonly hasDate: boolean
  readonly names: Names
  readonly onOpen: (row: TransactionRow) => void
  readonly onTick: (row: TransactionRow) => void
  readonly onEdit: (row: TransactionRow) => void
  readonly onRemove: (row: TransactionRow) => void
}

export const ListRow = memo(function ListRow(props: ListRowProps) {
  const { row, start, size, index, count, isFirst, isLast, isActive } = props
  const { isTicked, isDesk, hasDate, names, onOpen, onTick } = props
  const looks = [
    styles['row'],
    isFirst && styles['first'],
    isLast && styles['last'],
    isActive && styles['active'],
    isTicked && styles['ticked'],
  ].filter(Boolean)
  return (
    <div
      className={looks.join(' ')}
      style={{ insetBlockStart: start, blockSize: size }}
      role="listitem"
      aria-current={isActive}
      aria-setsize={count}
      aria-posinset={index + 1}
    >
      {row === undefined ? (
        <div className={styles['blank']} />
      ) : (
        <Swipe
          onEdit={() => props.onEdit(row)}
          onRemove={() => props.onRemove(row)}
        >
          <Inside
            row={row}
            isTicked={isTicked}
            isDesk={isDesk}
            hasDate={hasDate}
            names={names}
            onOpen={onOpen}
            onTick={onTick}
          />
        </Swipe>
      )}
    </div>
  )
})

type InsideProps = Pick<
  ListRowProps,
  'isTicked' | 'isDesk' | 'hasDate' | 'names' | 'onOpen' | 'onTick'
> & { readonly row: TransactionRow }

/** Most of what a new answer brings is what was there before. */
const Inside = memo(
  RowInside,
  (before, now) =>
    before.isTicked === now.isTicked &&
    before.isDesk === now.isDesk &&
    before.hasDate === now.hasDate &&
    before.names === now.names &&
    isSame(before.row, now.row),
)

function RowInside({
  row,
  isTicked,
  isDesk,
  hasDate,
  names,
  onOpen,
  onTick,
}: InsideProps) {
  const { t, locale } = useWords()
  const isTransfer = row.type === 'transfer'
  const where = whereOf(row, names, t)
  const member = names.member(row.member)
  const payee = payeeBeside(row, names)
  const named = row.description || payee
  const words = named || where
  // What stands in the first place is not said again.
  const about = named ? where : t(`common.${row.type}`)
  const date =
    hasDate &&
    dayName(row.date, locale, {
      today: t('common.today'),
      yesterday: t('common.yesterday'),
    })
  const sign = row.type === 'expense' ? -1 : 1
  const shownMinor = sign * (row.countedMinor ?? row.minor)
  return (
    <div className={styles['inside']}>
      <span className={styles['checkCell']}>
        <Check
          isSelected={isTicked}
          onChange={() => onTick(row)}
          label={t('transactions.select', { name: words })}
        />
      </span>
      <CategoryIcon {...iconOf(row, names)} />
      <div className={styles['what']}>
        <button
          type="button"
          className={styles['open']}
          dir="auto"
          onClick={() => onOpen(row)}
        >
          {words}
        </button>
        {payee !== undefined && payee !== words && (
          <bdi className={styles['payee']}>{payee}</bdi>
        )}
        <span className={styles['about']}>
          {!isDesk && (
            <span className={styles['quiet']}>
              {date && `${date} · `}
              <bdi>{about}</bdi>
              {member !== undefined && (
                <>
                  {' · '}
                  <bdi>{member}</bdi>
                </>
              )}
            </span>
          )}
          {isDesk && date && <span className={styles['quiet']}>{date}</span>}
          {row.hasNotes && <IconNote size={14} aria-hidden />}
          {row.hasReceipt && (
            <IconPaperclip size={14} aria-label={t('receipts.title')} />
          )}
          {isDesk && row.tags.length > 0 && (
            <span className={styles['tags']}>
              {row.tags.map(tag => (
                <bdi key={tag} className={styles['tag']}>
                  {tag}
                </bdi>
              ))}
            </span>
          )}
        </span>
      </div>
      {isDesk && (
        <>
          <span className={styles['quiet']}>
            <bdi>{about}</bdi>
          </span>
          <span className={styles['quiet']}>
            <bdi>{member}</bdi>
          </span>
        </>
      )}
      <span className={styles['money']}>
        {row.lacksRate && (
          <Mark
            icon={<IconCoinOff size={16} aria-hidden />}
            words={t('currencies.lacksRate')}
            tone="warning"
            isSmall
          />
        )}
        {row.isLocked && (
          <Mark
            icon={<IconLock size={16} aria-hidden />}
            words={t('accounts.locked')}
            isSmall
          />
        )}
        {row.side === undefined ? (
          <span className={styles['amounts']}>
            <Amount
              minor={shownMinor}
              currency={row.currency}
              locale={locale}
              sign={isTransfer ? 'never' : 'always'}
              isIncome={!isTransfer && shownMinor > 0}
            />
            {row.countedMinor !== undefined && (
              <small>
                {t('splits.ofWhole', {
                  amount: formatMoney(row.minor, row.currency, locale),
                })}
              </small>
            )}
            {row.toMinor !== undefined && (
              <small>
                →{' '}
                {formatMoney(
                  row.toMinor,
                  names.currencyOf(row.toAccount),
                  locale,
                )}
              </small>
            )}
          </span>
        ) : (
          <SideAmounts row={row} side={row.side} />
        )}
        <SyncOf state={row.sync} />
      </span>
    </div>
  )
}

const marks = {
  pending: { Icon: IconClock, tone: 'quiet' },
  synced: { Icon: IconCheck, tone: 'quiet' },
  conflicted: { Icon: IconAlertTriangle, tone: 'warning' },
  refused: { Icon: IconAlertTriangle, tone: 'bad' },
} as const satisfies Record<RecordState, unknown>

/** Nothing in a ledger that is on this device only. */
export const SyncOf = memo(function SyncOf({
  state,
  isSmall = true,
}: {
  readonly state: RecordState | undefined
  readonly isSmall?: boolean
}) {
  const { t } = useWords()
  if (state === undefined) return null
  const { Icon, tone } = marks[state]
  return (
    <Mark
      icon={<Icon size={16} aria-hidden />}
      words={t(`transactions.${state}`)}
      tone={tone}
      isSmall={isSmall}
    />
  )
})

type SwipeProps = {
  readonly children: ReactNode
  readonly onEdit: () => void
  readonly onRemove: () => void
}

const enough = 96

/** A thumb's way to edit (towards the end) and delete (towards the start), with undo behind it. */
function Swipe({ children, onEdit, onRemove }: SwipeProps) {
  const start = useRef<{ readonly x: number; readonly y: number }>(undefined)
  const [by, setBy] = useState(0)

  function begin({ touches }: TouchEvent) {
    const touch = touches[0]
    if (touch !== undefined)
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
    if (by > enough) onEdit()
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
