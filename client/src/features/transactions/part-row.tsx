import { IconArrowBarDown, IconDots, IconTrash } from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import type { DraftIssue } from '@ourmoney/shared/transaction/parse-draft.ts'
import type { SplitWay } from '@ourmoney/shared/transaction/read-parts.ts'
import { IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'
import { ForWhomField } from './for-whom-field.tsx'
import { CategoryField, MemberField } from './form-fields.tsx'
import { issueWords } from './issue-words.ts'
import styles from './parts.module.css'
import type { PartText } from './split-draft.ts'
import type { Names } from './use-names.ts'

type PartRowProps = {
  readonly part: PartText
  /** Counted from 1. */
  readonly number: number
  readonly way: SplitWay
  readonly type: string
  /** What its text comes to. */
  readonly minor: number
  readonly canTakeRest: boolean
  readonly currency: string
  readonly names: Names
  readonly issues: readonly DraftIssue[]
  readonly onChange: (change: Partial<PartText>) => void
  readonly onRest: () => void
  readonly onRemove: () => void
  /** Whether Enter had something to do here. */
  readonly onEnter: () => boolean
}

export function PartRow(props: PartRowProps) {
  const { part, number, way, minor, currency, names, issues, onChange } = props
  const { t, locale } = useWords()
  const [isOpen, setOpen] = useState(
    Boolean(part.note || part.member || part.forWhom),
  )
  const { amount, note = '', member = '' } = part
  const ofShares = issues.filter(({ field }) => field === 'forWhom')
  const ofNote = issues.find(({ code }) => code === 'too-long')
  const ofAmount = issues.find(
    issue => issue.field === 'parts' && issue !== ofNote,
  )
  const words = (issue: DraftIssue | undefined) =>
    issue && issueWords(issue, currency, t, locale)
  const isShown = isOpen || ofShares.length > 0 || ofNote !== undefined
  function press(event: KeyboardEvent) {
    if (event.key === 'Enter' && props.onEnter()) event.preventDefault()
  }

  return (
    <li>
      <div className={styles['row']}>
        <div data-field="category" className={styles['category']}>
          <CategoryField
            label={t('splits.categoryOf', { number })}
            hasHiddenLabel
            type={props.type}
            value={part.category ?? ''}
            names={names}
            onChange={category => onChange({ category })}
          />
        </div>
        {/* Keys of the field within it. */}
        <div
          data-field="amount"
          className={styles['amount']}
          role="presentation"
          onKeyDown={press}
        >
          <TextField
            label={t(`splits.${way}Of`, { number })}
            hasHiddenLabel
            inputMode="decimal"
            placeholder={way === 'percent' ? '%' : '0'}
            value={amount}
            onChange={text => onChange({ amount: text })}
            issue={words(ofAmount)}
            note={
              minor !== 0 && (way !== 'amount' || /[-+*/(]/.test(amount))
                ? `= ${formatMoney(minor, currency, locale)}`
                : undefined
            }
          />
        </div>
        <div className={styles['rowTools']}>
          <IconButton
            label={t('splits.rest', { number })}
            isDisabled={!props.canTakeRest}
            onPress={props.onRest}
          >
            <IconArrowBarDown size={18} aria-hidden />
          </IconButton>
          <IconButton
            label={t('splits.more', { number })}
            isPressed={isShown}
            onPress={() => setOpen(!isOpen)}
          >
            <IconDots size={18} aria-hidden />
          </IconButton>
          <IconButton
            label={t('splits.remove', { number })}
            onPress={props.onRemove}
          >
            <IconTrash size={18} aria-hidden />
          </IconButton>
        </div>
      </div>
      {isShown && (
        <div className={styles['rowMore']}>
          <TextField
            label={t('splits.note')}
            value={note}
            onChange={text => onChange({ note: text })}
            issue={words(ofNote)}
          />
          <MemberField
            label={t('splits.payer')}
            placeholder={t('splits.asWhole')}
            value={member}
            names={names}
            onChange={id => onChange({ member: id })}
          />
          <ForWhomField
            forWhom={part.forWhom}
            minor={minor}
            currency={currency}
            names={names}
            issues={ofShares}
            otherwise={t('splits.asWhole')}
            onChange={forWhom => onChange({ forWhom })}
          />
        </div>
      )}
    </li>
  )
}
