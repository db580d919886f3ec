import type { TFunction } from 'i18next'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import type { ReviewRow, RowChange } from '../../data/statements.ts'
import { Check } from '../../ui/check.tsx'
import { longDate } from '../../ui/dates.ts'
import { useWords } from '../../words/words.ts'
import styles from './import.module.css'
import { becauseWords } from './because-words.ts'
import type { ImportNames } from './use-import-names.ts'

type RowNoteProps = {
  readonly row: ReviewRow
  readonly names: ImportNames
  readonly onChange: (row: ReviewRow, change: RowChange) => void
}

/** Below a row's text: what it may be, or why it cannot be read. */
export function RowNote({ row, names, onChange }: RowNoteProps) {
  const { t, locale } = useWords()
  const words = noteOf(row, names, t, locale)
  const canMatch =
    row.other !== undefined &&
    (row.state === 'near' || row.state === 'transfer')
  if (words === undefined) return null
  return (
    <span className={styles['note']}>
      <span dir="auto" title={words}>
        {words}
      </span>
      {canMatch && (
        <Check
          isSelected={row.isMatched}
          onChange={isMatched => onChange(row, { isMatched })}
        >
          {t(row.state === 'near' ? 'imports.same' : 'imports.oneTransfer')}
        </Check>
      )}
    </span>
  )
}

function noteOf(
  row: ReviewRow,
  names: ImportNames,
  t: TFunction,
  locale: string,
): string | undefined {
  const { issue, other, state } = row
  if (issue !== undefined) {
    return t(`imports.issue_${issue.code}`, { found: issue.found })
  }
  if (state === 'known' || state === 'deleted-before') {
    return t(`imports.note_${state}`)
  }
  if (other !== undefined) {
    const said = {
      description: other.description || t('imports.noText'),
      date: longDate(other.date, locale),
    }
    const account = names.account(other.account)
    if (state === 'near') return t('imports.note_near', said)
    if (other.currency !== row.currency) {
      const { minor, currency } = other
      const amount = formatMoney(minor, currency, locale, { sign: 'always' })
      return t('imports.note_exchange', { ...said, account, amount })
    }
    return account === ''
      ? t('imports.note_transfer', said)
      : t('imports.note_transferIn', { ...said, account })
  }
  return becauseWords(row, t, locale)
}
