import { memo } from 'react'
import type { ReviewRow, RowChange } from '../../data/statements.ts'
import { Amount } from '../../ui/amount.tsx'
import { Check } from '../../ui/check.tsx'
import { dayName } from '../../ui/dates.ts'
import { useWords } from '../../words/words.ts'
import { CategoryCell } from './category-cell.tsx'
import styles from './import.module.css'
import { RowNote } from './row-note.tsx'
import type { ImportNames } from './use-import-names.ts'

export type RowActs = {
  readonly onChange: (row: ReviewRow, change: RowChange) => void
  readonly onMend: (row: ReviewRow) => void
  readonly onSelect: (row: ReviewRow) => void
  /** Opens the choice of a category for the row of that number, or closes it. */
  readonly onChoose: (row: number | undefined) => void
}

type ReviewRowLineProps = RowActs & {
  readonly row: ReviewRow
  readonly names: ImportNames
  readonly isSelecting: boolean
  readonly isSelected: boolean
  readonly isChoosing: boolean
}

/** One row of a file: what it says, what it may be, and whether it comes in. */
export const ReviewRowLine = memo(function ReviewRowLine(
  props: ReviewRowLineProps,
) {
  const { row, names, isSelecting, isSelected, isChoosing } = props
  const { t, locale } = useWords()
  const { fields, currency } = row
  const text =
    fields?.description ||
    fields?.payee ||
    (fields === undefined ? row.raw : t('imports.noText'))
  const name = text.slice(0, 80)
  const days = { today: t('common.today'), yesterday: t('common.yesterday') }
  return (
    <div
      className={styles['inside']}
      data-left={!row.isTaken && fields !== undefined}
    >
      {isSelecting ? (
        <Check
          isSelected={isSelected}
          onChange={() => props.onSelect(row)}
          label={t('imports.selectRow', { name })}
        />
      ) : (
        <Check
          isSelected={row.isTaken}
          isDisabled={fields === undefined}
          onChange={isTaken => props.onChange(row, { isTaken })}
          label={t('imports.take', { name })}
        />
      )}
      <span className={styles['date']}>
        {fields === undefined
          ? t('imports.row', { row: row.row })
          : dayName(fields.date, locale, days)}
      </span>
      <span className={styles['what']}>
        <button
          type="button"
          className={styles['text']}
          dir="auto"
          onClick={() => props.onMend(row)}
        >
          {text}
        </button>
        <RowNote row={row} names={names} onChange={props.onChange} />
      </span>
      <CategoryCell
        row={row}
        name={name}
        names={names}
        isChoosing={isChoosing}
        onChange={props.onChange}
        onMend={props.onMend}
        onChoose={props.onChoose}
      />
      <span className={styles['amount']}>
        {fields !== undefined && (
          <Amount
            minor={fields.minor}
            currency={currency}
            locale={locale}
            sign="always"
            isIncome={fields.minor > 0}
          />
        )}
      </span>
    </div>
  )
})
