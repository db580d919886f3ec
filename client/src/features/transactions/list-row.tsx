import { IconNote, IconPaperclip } from '@tabler/icons-react'
import { memo } from 'react'
import { isSame } from '../../data/is-same.ts'
import type { TransactionRow } from '../../data/views/transactions.ts'
import { CategoryIcon } from '../../ui/category-icon.tsx'
import { Check } from '../../ui/check.tsx'
import { dayName } from '../../ui/dates.ts'
import { useWords } from '../../words/words.ts'
import { iconOf, payeeBeside, whereOf } from './row-looks.ts'
import { RowMoney } from './row-money.tsx'
import { Swipe } from './swipe.tsx'
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
  readonly onEdit: ((row: TransactionRow) => void) | undefined
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
          // A thumb on a row stays with its record, whatever takes the row's place.
          key={isDesk ? 'desk' : row.id}
          onEdit={props.onEdit && (() => props.onEdit?.(row))}
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
      <RowMoney row={row} names={names} />
    </div>
  )
}
